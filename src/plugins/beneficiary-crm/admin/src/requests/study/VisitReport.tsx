import { useNotification } from '@strapi/strapi/admin';
import { Button, Flex, Typography } from '@strapi/design-system';
import { useEffect, useRef, useState } from 'react';
import type { StudyDesk, VisitReportView, VisitView } from '../../../../contracts/study';
import { useCommand } from '../../app/api';
import { useDraft } from '../../app/useDraft';
import { useOnceKey } from '../../app/useOnceKey';
import { useOnline } from '../../app/useOnline';
import { useWords } from '../../app/words';
import { FieldGrid } from '../../ui/FieldGrid';
import { AreaField, LineField } from '../../ui/Fields';
import { Stack } from '../../ui/Prose';
import { dayOf } from '../../reception/appointments/days';

interface Kept extends VisitReportView {
  /** to be sent as soon as there is a connection */
  waiting: boolean;
}

interface Props {
  request: string;
  visit: VisitView;
  done: () => void;
}

/** The report of a visit, written where the signal may be lost: kept on the device, sent once, when it can be. */
export function VisitReport({ request, visit, done }: Props) {
  const { t } = useWords();
  const { toggleNotification } = useNotification();
  const { send, busy } = useCommand();
  const online = useOnline();
  const { headersFor, done: sent } = useOnceKey(`visit.${visit.id}`);
  const { draft, change, clear } = useDraft<Kept>(`visit.${visit.id}`, {
    visitedOn: dayOf(visit.startsAt),
    met: '',
    seen: '',
    housing: '',
    waiting: false,
  });
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [trouble, setTrouble] = useState<string | null>(null);

  const submit = async () => {
    const { visitedOn, met, seen, housing } = draft;
    const report: VisitReportView = { visitedOn, met, seen, housing };
    const missing = Object.entries(report).filter(([, value]) => value.trim() === '');
    setErrors(Object.fromEntries(missing.map(([name]) => [name, t('form.error.required')])));
    setTrouble(null);
    if (missing.length > 0) return;
    const outcome = await send<StudyDesk>(
      `/requests/${request}/visits/${visit.id}/report`,
      report,
      headersFor(report),
    );
    if (outcome === null) return;
    if (outcome.ok) {
      clear();
      sent();
      toggleNotification({ type: 'success', message: t('visit-report.done') });
      return done();
    }
    setErrors(outcome.problem.fields);
    if (outcome.problem.status === null) return change({ waiting: true });
    change({ waiting: false });
    setTrouble(outcome.problem.message);
  };

  // As soon as the device says that it is connected again.
  const latest = useRef(submit);
  latest.current = submit;
  const tried = useRef(false);
  useEffect(() => {
    if (!online) tried.current = false;
    if (!draft.waiting || !online || tried.current) return;
    tried.current = true;
    void latest.current();
  }, [draft.waiting, online]);

  const set = (name: keyof VisitReportView) => (value: string) =>
    change({ [name]: value, waiting: false });
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Stack>
        <FieldGrid>
          <LineField
            name="visitedOn"
            type="date"
            label={t('visit-report.visitedOn')}
            required
            value={draft.visitedOn}
            change={set('visitedOn')}
            error={errors.visitedOn}
          />
          <LineField
            name="met"
            label={t('visit-report.met')}
            required
            maxLength={300}
            value={draft.met}
            change={set('met')}
            error={errors.met}
          />
        </FieldGrid>
        <AreaField
          name="seen"
          label={t('visit-report.seen')}
          hint={t('visit-report.seen-hint')}
          required
          maxLength={4_000}
          value={draft.seen}
          change={set('seen')}
          error={errors.seen}
        />
        <AreaField
          name="housing"
          label={t('visit-report.housing')}
          required
          maxLength={2_000}
          value={draft.housing}
          change={set('housing')}
          error={errors.housing}
        />
        {(draft.waiting || !online) && (
          <Typography tag="p" role="status" textColor="warning700">
            {t(draft.waiting ? 'visit-report.waiting' : 'visit-report.offline')}
          </Typography>
        )}
        {trouble && (
          <Typography tag="p" role="alert" textColor="danger700">
            {trouble}
          </Typography>
        )}
        <Flex>
          <Button type="submit" size="L" loading={busy}>
            {t('visit-report.send')}
          </Button>
        </Flex>
      </Stack>
    </form>
  );
}
