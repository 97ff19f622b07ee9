import { useNotification } from '@strapi/strapi/admin';
import { Button, Flex, Typography } from '@strapi/design-system';
import { useEffect, useRef, useState } from 'react';
import type { FormEvent } from 'react';
import type { CalendarView } from '../../../../../contracts/appointments';
import { useCommand, useCrm } from '../../../app/api';
import { useFormats } from '../../../app/formats';
import { useDraft } from '../../../app/useDraft';
import { useWords } from '../../../app/words';
import { Bdi } from '../../../ui/Bdi';
import { FieldGrid } from '../../../ui/FieldGrid';
import { AreaField, LineField } from '../../../ui/Fields';
import { PageFrame } from '../../../ui/PageFrame';
import { Panel } from '../../../ui/Panel';
import { Stack } from '../../../ui/Prose';
import { Show } from '../../../ui/States';
import { addDays } from '../days';
import { calendarBodyOf, comingPeriods, draftOf } from './draft';
import type { CalendarDraft } from './draft';
import { HoursField } from './HoursField';
import { OwnDays } from './OwnDays';

/** A Sunday; the names of the days are read from the seven that follow. */
const sunday = '2026-11-01';

/** When the association works: its week, Ramadan, and days of their own. Every change is a new version. */
export function CalendarPage() {
  const { t } = useWords();
  const calendar = useCrm<CalendarView>('/calendar');
  return (
    <PageFrame title={t('calendar.title')} subtitle={t('calendar.subtitle')}>
      <Show from={calendar} lines={12}>
        {(loaded) => (
          <CalendarForm key={loaded.version} calendar={loaded} reload={calendar.reload} />
        )}
      </Show>
    </PageFrame>
  );
}

function CalendarForm({ calendar, reload }: { calendar: CalendarView; reload: () => void }) {
  const { t } = useWords();
  const { weekday, day, hijri, dayAndTime } = useFormats();
  const { toggleNotification } = useNotification();
  const { send, busy } = useCommand();
  const { draft, change, clear } = useDraft<CalendarDraft>(
    `calendar.${calendar.version}`,
    draftOf(calendar),
  );
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [trouble, setTrouble] = useState<string | null>(null);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (Object.keys(errors).length > 0)
      form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [errors]);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const missing = draft.reason.trim() === '';
    setErrors(missing ? { reason: t('form.error.required') } : {});
    setTrouble(null);
    if (missing) return;
    const outcome = await send('/calendar', calendarBodyOf(draft, calendar.version));
    if (outcome === null) return;
    if (outcome.ok) {
      clear();
      toggleNotification({ type: 'success', message: t('calendar.kept') });
      reload();
      return;
    }
    setErrors(outcome.problem.fields);
    setTrouble(outcome.problem.message);
  };
  const period = (at: number, part: Partial<{ start: string; end: string }>) =>
    change({
      periods: draft.periods.map((one, place) => (place === at ? { ...one, ...part } : one)),
    });
  const both = (date: string) =>
    date ? t('common.both-dates', { day: day(date), hijri: hijri(date) }) : undefined;

  return (
    <form ref={form} onSubmit={submit} noValidate>
      <Stack>
        {calendar.changed && (
          <Typography tag="p" textColor="neutral600">
            {t('calendar.changed')} <Bdi>{calendar.changed.by}</Bdi>
            {' · '}
            <Bdi>{dayAndTime(calendar.changed.at)}</Bdi>
            {' · '}
            <Bdi>{calendar.changed.reason}</Bdi>
          </Typography>
        )}
        <Panel title={t('calendar.week')}>
          <Stack>
            {draft.week.map((hours, at) => (
              <HoursField
                key={at}
                name={`week.${at}`}
                legend={weekday(addDays(sunday, at))}
                hours={hours}
                change={(next) =>
                  change({ week: draft.week.map((one, place) => (place === at ? next : one)) })
                }
                errors={errors}
                none={t('appointments.closed')}
              />
            ))}
          </Stack>
        </Panel>
        <Panel title={t('calendar.ramadan')}>
          <Stack>
            <HoursField
              name="ramadan.hours"
              legend={t('calendar.ramadan-hours')}
              hours={draft.ramadanHours}
              change={(ramadanHours) => change({ ramadanHours })}
              errors={errors}
              none={t('appointments.closed')}
            />
            <Typography tag="p" textColor="neutral600">
              {t('calendar.ramadan-explained')}
            </Typography>
            {comingPeriods(draft.periods, calendar.today).map((at) => (
              <FieldGrid key={at}>
                <LineField
                  name={`ramadan.periods.${at}.start`}
                  label={t('calendar.ramadan-first')}
                  type="date"
                  required
                  value={draft.periods[at]?.start ?? ''}
                  hint={both(draft.periods[at]?.start ?? '')}
                  change={(start) => period(at, { start })}
                  error={errors[`ramadan.periods.${at}.start`]}
                />
                <LineField
                  name={`ramadan.periods.${at}.end`}
                  label={t('calendar.ramadan-last')}
                  type="date"
                  required
                  value={draft.periods[at]?.end ?? ''}
                  hint={both(draft.periods[at]?.end ?? '')}
                  change={(end) => period(at, { end })}
                  error={errors[`ramadan.periods.${at}.end`]}
                />
              </FieldGrid>
            ))}
          </Stack>
        </Panel>
        <OwnDays
          days={draft.days}
          holidays={calendar.holidays}
          change={(days) => change({ days })}
          errors={errors}
        />
        <Panel title={t('calendar.keep')}>
          <Stack>
            {trouble && (
              <Typography tag="p" role="alert" textColor="danger700">
                {trouble}
              </Typography>
            )}
            <AreaField
              name="reason"
              label={t('calendar.reason')}
              hint={t('calendar.reason-hint')}
              required
              maxLength={300}
              value={draft.reason}
              change={(reason) => change({ reason })}
              error={errors.reason}
            />
            <Flex>
              <Button type="submit" size="L" loading={busy}>
                {t('calendar.keep')}
              </Button>
            </Flex>
          </Stack>
        </Panel>
      </Stack>
    </form>
  );
}
