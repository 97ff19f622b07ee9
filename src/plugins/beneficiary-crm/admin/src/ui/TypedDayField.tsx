import { Box, Field } from '@strapi/design-system';
import { useFormats } from '../app/formats';
import { hijriYearsOf, readDay } from '../app/typedDay';
import type { ReadDay, TypedDay } from '../app/typedDay';
import { useWords } from '../app/words';
import { Bdi } from './Bdi';
import { Fieldset } from './Fieldset';

interface Props {
  name: string;
  label: string;
  value: TypedDay;
  change: (value: TypedDay) => void;
  error?: string;
  /** the year may stand alone */
  yearWillDo?: boolean;
}

const parts = [
  { part: 'day', width: '7rem', length: 2 },
  { part: 'month', width: '7rem', length: 2 },
  { part: 'year', width: '9rem', length: 4 },
] as const;

/** A day, typed by the Hijri or the Gregorian calendar; under it, the same in both. */
export function TypedDayField({ name, label, value, change, error, yearWillDo }: Props) {
  const { t } = useWords();
  return (
    <Fieldset
      legend={t('form.optional', { label })}
      error={error}
      hint={<InBoth read={readDay(value)} empty={t(yearWillDo ? 'day.hint-year' : 'day.hint')} />}
    >
      {parts.map(({ part, width, length }) => (
        <Box key={part} width={width}>
          <Field.Root name={`${name}.${part}`} error={error ? true : undefined}>
            <Field.Label>{t(`day.${part}`)}</Field.Label>
            <Field.Input
              type="text"
              dir="ltr"
              inputMode="numeric"
              autoComplete="off"
              maxLength={length}
              value={value[part]}
              onChange={(event) => change({ ...value, [part]: event.target.value })}
            />
          </Field.Root>
        </Box>
      ))}
    </Fieldset>
  );
}

function InBoth({ read, empty }: { read: ReadDay; empty: string }) {
  const { t } = useWords();
  const { day, hijri } = useFormats();
  if (read.kind === 'day')
    return <Bdi>{t('common.both-dates', { day: day(read.iso), hijri: hijri(read.iso) })}</Bdi>;
  if (read.kind !== 'year') return <>{empty}</>;
  const [from, to] = hijriYearsOf(read.year);
  return <>{t('day.year-in-both', { year: String(read.year), hijri: `${from}–${to}` })}</>;
}
