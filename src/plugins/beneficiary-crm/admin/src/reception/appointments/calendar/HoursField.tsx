import { Box, Button, Field, Flex, IconButton, Typography } from '@strapi/design-system';
import { Plus, Trash } from '@strapi/icons';
import { useWords } from '../../../app/words';
import { Fieldset } from '../../../ui/Fieldset';

export interface Hours {
  from: string;
  to: string;
}

interface Props {
  /** the path of the field in what is sent: mistakes are found by it */
  name: string;
  legend: string;
  hours: Hours[];
  change: (hours: Hours[]) => void;
  errors: Record<string, string>;
  /** what no hours mean */
  none: string;
}

/** The stretches of work of a day: none, one, or several. */
export function HoursField({ name, legend, hours, change, errors, none }: Props) {
  const { t } = useWords();
  const set = (at: number, part: Partial<Hours>) =>
    change(hours.map((one, place) => (place === at ? { ...one, ...part } : one)));
  return (
    <Fieldset legend={legend} error={errors[name]}>
      {hours.length === 0 && <Typography tag="p">{none}</Typography>}
      {hours.map(({ from, to }, at) => (
        <Flex key={at} gap={2} alignItems="end" wrap="wrap">
          <TimeField
            name={`${name}.${at}.from`}
            label={t('calendar.from')}
            value={from}
            change={(next) => set(at, { from: next })}
            error={errors[`${name}.${at}.from`]}
          />
          <TimeField
            name={`${name}.${at}.to`}
            label={t('calendar.to')}
            value={to}
            change={(next) => set(at, { to: next })}
            error={errors[`${name}.${at}.to`]}
          />
          <IconButton
            type="button"
            label={t('calendar.remove-hours', { legend, n: at + 1 })}
            onClick={() => change(hours.filter((_, place) => place !== at))}
          >
            <Trash />
          </IconButton>
        </Flex>
      ))}
      <Button
        type="button"
        variant="tertiary"
        startIcon={<Plus />}
        aria-label={t('calendar.add-hours-to', { legend })}
        onClick={() =>
          change([
            ...hours,
            hours.length === 0 ? { from: '08:00', to: '16:00' } : { from: '', to: '' },
          ])
        }
      >
        {t('calendar.add-hours')}
      </Button>
    </Fieldset>
  );
}

interface TimeProps {
  name: string;
  label: string;
  value: string;
  change: (value: string) => void;
  error?: string;
}

const TimeField = ({ name, label, value, change, error }: TimeProps) => (
  <Box minWidth="12rem">
    <Field.Root name={name} error={error}>
      <Field.Label>{label}</Field.Label>
      <Field.Input type="time" value={value} onChange={(event) => change(event.target.value)} />
      <Field.Error />
    </Field.Root>
  </Box>
);
