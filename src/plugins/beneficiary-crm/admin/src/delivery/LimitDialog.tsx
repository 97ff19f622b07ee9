import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import type { LimitList, LimitView } from '../../../contracts/delivery';
import { useCommand } from '../app/api';
import { useDraft } from '../app/useDraft';
import { useWords } from '../app/words';
import { Choice } from '../ui/Choice';
import { AreaField, LineField } from '../ui/Fields';
import { FormDialog } from '../ui/FormDialog';
import { readMeasure, typedMeasure } from './measure';

interface Props {
  /** which is changed; none: a new one */
  limit: LimitView | null;
  services: LimitList['services'];
  versionOf: (service: string, period: string) => number;
  close: () => void;
  reload: () => void;
}

const thisYear = () =>
  Number(
    new Intl.DateTimeFormat('en', { timeZone: 'Asia/Riyadh', year: 'numeric' }).format(new Date()),
  );

/** A typed limit, where nothing may be given; null when it is no number. */
const readLimit = (kind: 'money' | 'place', text: string): number | null =>
  /^[0٠]+$/.test(text.trim()) ? 0 : readMeasure(kind, text);

/** Sets how much a service may give, with the reason; every change is a new version. */
export function LimitDialog({ limit, services, versionOf, close, reload }: Props) {
  const { t } = useWords();
  const { toggleNotification } = useNotification();
  const { send, busy } = useCommand();
  const year = thisYear();
  const { draft, change, clear } = useDraft(
    `limit.${limit ? `${limit.service}.${limit.period}` : 'new'}`,
    {
      service: limit?.service ?? '',
      period: limit?.period ?? String(year),
      budget: limit?.budget ? typedMeasure('money', limit.budget.limit) : '',
      places: limit?.places ? String(limit.places.limit) : '',
      reason: '',
    },
  );
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [trouble, setTrouble] = useState<string | null>(null);

  const submit = async () => {
    const budget = draft.budget.trim() ? readLimit('money', draft.budget) : undefined;
    const places = draft.places.trim() ? readLimit('place', draft.places) : undefined;
    const mistakes: Record<string, string | false> = {
      service: draft.service === '' && 'form.error.required',
      budget:
        budget === null
          ? 'form.error.number'
          : budget === undefined && places === undefined && 'limit.error.one',
      places: places === null && 'form.error.number',
      reason: draft.reason.trim().length < 3 && 'form.error.required',
    };
    const found = Object.entries(mistakes).filter(([, key]) => key !== false);
    setErrors(Object.fromEntries(found.map(([field, key]) => [field, t(String(key))])));
    setTrouble(null);
    if (found.length > 0) return;
    const { service, period, reason } = draft;
    const outcome = await send('/service-limits', {
      service,
      period,
      version: versionOf(service, period),
      budget,
      places,
      reason,
    });
    if (outcome === null) return;
    if (!outcome.ok) {
      setErrors(outcome.problem.fields);
      setTrouble(outcome.problem.message);
      if (outcome.problem.status === 409) reload();
      return;
    }
    clear();
    toggleNotification({ type: 'success', message: t('limit.set') });
    close();
    reload();
  };

  return (
    <FormDialog
      title={t(limit ? 'limit.change' : 'limit.new')}
      explained={t('limit.explained')}
      trouble={trouble}
      errors={errors}
      submit={() => void submit()}
      action={t('limit.save')}
      busy={busy}
      close={close}
    >
      {!limit && (
        <>
          <Choice
            name="service"
            label={t('limit.service')}
            required
            value={draft.service}
            options={services.map(({ slug, name }) => ({ value: slug, label: name }))}
            change={(service) => change({ service })}
            error={errors.service}
          />
          <Choice
            name="period"
            label={t('limit.period')}
            required
            value={draft.period}
            options={[
              ...[year, year + 1].map((one) => ({
                value: String(one),
                label: t('limit.year', { year: String(one) }),
              })),
              { value: 'open', label: t('limit.open') },
            ]}
            change={(period) => change({ period })}
            error={errors.period}
          />
        </>
      )}
      <LineField
        name="budget"
        label={t('limit.budget-riyals')}
        inputMode="decimal"
        dir="ltr"
        value={draft.budget}
        change={(budget) => change({ budget })}
        error={errors.budget}
      />
      <LineField
        name="places"
        label={t('limit.places')}
        inputMode="numeric"
        dir="ltr"
        value={draft.places}
        change={(places) => change({ places })}
        error={errors.places}
      />
      <AreaField
        name="reason"
        label={t('form.reason')}
        required
        maxLength={1_000}
        value={draft.reason}
        change={(reason) => change({ reason })}
        error={errors.reason}
      />
    </FormDialog>
  );
}
