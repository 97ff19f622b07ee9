import { Checkbox, Field, Typography } from '@strapi/design-system';
import type { AppointmentChoices } from '../../../../contracts/appointments';
import type { AppointmentKind } from '../../../../contracts/vocabulary';
import { useWords } from '../../app/words';
import { Choice } from '../../ui/Choice';
import { DayField } from '../../ui/DayField';
import { FieldGrid } from '../../ui/FieldGrid';
import { AreaField } from '../../ui/Fields';
import { Stack } from '../../ui/Prose';
import { isDay } from './days';
import type { TimeDraft } from './draft';
import { Slots } from './Slots';

const lengths = [15, 30, 45, 60, 90, 120, 180];

interface Props {
  kind: AppointmentKind;
  draft: TimeDraft;
  change: (part: Partial<TimeDraft>) => void;
  errors: Record<string, string>;
  choices: AppointmentChoices;
  moving?: string;
}

/** With whom and when: free times of a day, or another time with its reason. */
export function TimeFields({ kind, draft, change, errors, choices, moving }: Props) {
  const { t } = useWords();
  const { staff, date, minutes, outside } = draft;
  // A time that was chosen for one day or length is none for another.
  const anew = (part: Partial<TimeDraft>) => change({ ...part, startsAt: '' });
  return (
    <Stack>
      <FieldGrid>
        <Choice
          name="staff"
          label={t('appointments.staff')}
          required
          value={staff}
          options={choices.staff.map(({ id, name }) => ({ value: String(id), label: name }))}
          change={(chosen) => anew({ staff: chosen })}
          error={errors.staff}
        />
        <Choice
          name="minutes"
          label={t('appointments.length')}
          required
          value={minutes}
          options={[...new Set([...lengths, Number(minutes)])]
            .sort((a, b) => a - b)
            .map((n) => ({ value: String(n), label: t('appointments.minutes', { n }) }))}
          change={(chosen) => anew({ minutes: chosen })}
          error={errors.minutes}
        />
        <DayField
          name="date"
          label={t('appointments.date')}
          required
          value={date}
          change={(chosen) => anew({ date: chosen })}
          error={errors.date}
        />
      </FieldGrid>
      {!outside && staff !== '' && isDay(date) && (
        <Slots
          staff={staff}
          kind={kind}
          date={date}
          minutes={minutes}
          moving={moving}
          chosen={draft.startsAt}
          choose={(startsAt) => change({ startsAt })}
          error={errors.startsAt}
        />
      )}
      {!outside && errors.startsAt && (staff === '' || !isDay(date)) && (
        <Typography tag="p" variant="pi" textColor="danger600">
          {errors.startsAt}
        </Typography>
      )}
      <Checkbox checked={outside} onCheckedChange={(on) => change({ outside: on === true })}>
        {t('appointments.other-time')}
      </Checkbox>
      {outside && (
        <FieldGrid>
          <Field.Root name="time" required error={errors.time ?? errors.startsAt}>
            <Field.Label>{t('appointments.time')}</Field.Label>
            <Field.Input
              type="time"
              value={draft.time}
              onChange={(event) => change({ time: event.target.value })}
            />
            <Field.Error />
          </Field.Root>
          <AreaField
            name="outsideReason"
            label={t('appointments.other-time-reason')}
            hint={t('appointments.other-time-hint')}
            required
            maxLength={300}
            value={draft.outsideReason}
            change={(outsideReason) => change({ outsideReason })}
            error={errors.outsideReason}
          />
        </FieldGrid>
      )}
    </Stack>
  );
}
