import { Field } from '@strapi/design-system';
import { useFormats } from '../app/formats';
import { useWords } from '../app/words';
import { Bdi } from './Bdi';

interface Props {
  name: string;
  label: string;
  /** `YYYY-MM-DD`; empty while none is chosen */
  value: string;
  change: (value: string) => void;
  required?: boolean;
  error?: string;
  /** instead of the day in both calendars, while none is chosen */
  hint?: string;
}

/** A day that is chosen; under it the day of the week and the date in both calendars. */
export function DayField({ name, label, value, change, required, error, hint }: Props) {
  const { t } = useWords();
  const { day, hijri, weekday } = useFormats();
  return (
    <Field.Root
      name={name}
      required={required}
      error={error}
      hint={
        value === '' ? (
          hint
        ) : (
          <Bdi>
            {`${weekday(value)} ${t('common.both-dates', { day: day(value), hijri: hijri(value) })}`}
          </Bdi>
        )
      }
    >
      <Field.Label>{required ? label : t('form.optional', { label })}</Field.Label>
      <Field.Input type="date" value={value} onChange={(event) => change(event.target.value)} />
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );
}
