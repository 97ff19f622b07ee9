import { Field } from '@strapi/design-system';
import type { SessionForm } from '../../../../contracts/sessions';
import { useWords } from '../../app/words';
import { DayField } from '../../ui/DayField';
import { FieldGrid } from '../../ui/FieldGrid';
import { LineField } from '../../ui/Fields';
import type { WhenDraft } from './draft';

interface Props {
  form: SessionForm;
  draft: WhenDraft;
  change: (part: Partial<WhenDraft>) => void;
  errors: Record<string, string>;
}

/** When, where and how long; of a circulation, until when. */
export function WhenFields({ form, draft, change, errors }: Props) {
  const { t } = useWords();
  const circulation = form === 'circulation';
  return (
    <FieldGrid>
      <DayField
        name="heldOn"
        label={t(circulation ? 'plan.begins-on' : 'sessions.held-on')}
        required
        value={draft.heldOn}
        change={(heldOn) => change({ heldOn })}
        error={errors.heldOn}
      />
      <TimeField
        name="time"
        label={t('form.optional', { label: t('plan.time') })}
        value={draft.time}
        change={(time) => change({ time })}
        error={errors.time}
      />
      {circulation ? (
        <>
          <DayField
            name="closesOn"
            label={t('plan.closes-on')}
            required
            value={draft.closesOn}
            change={(closesOn) => change({ closesOn })}
            error={errors.closesOn ?? errors.closesAt}
            hint={t('plan.closes-hint')}
          />
          <TimeField
            name="closesTime"
            label={t('plan.closes-time')}
            required
            value={draft.closesTime}
            change={(closesTime) => change({ closesTime })}
            error={errors.closesTime}
          />
        </>
      ) : (
        <>
          <LineField
            name="place"
            label={t('plan.place')}
            maxLength={200}
            value={draft.place}
            change={(place) => change({ place })}
            error={errors.place}
          />
          <LineField
            name="minutes"
            label={t('plan.minutes')}
            hint={t('plan.minutes-hint')}
            inputMode="numeric"
            dir="ltr"
            maxLength={4}
            value={draft.minutes}
            change={(minutes) => change({ minutes })}
            error={errors.minutes}
          />
        </>
      )}
    </FieldGrid>
  );
}

interface TimeProps {
  name: string;
  label: string;
  value: string;
  change: (value: string) => void;
  required?: boolean;
  error?: string;
}
const TimeField = ({ name, label, value, change, required, error }: TimeProps) => (
  <Field.Root name={name} required={required} error={error}>
    <Field.Label>{label}</Field.Label>
    <Field.Input type="time" value={value} onChange={(event) => change(event.target.value)} />
    <Field.Error />
  </Field.Root>
);
