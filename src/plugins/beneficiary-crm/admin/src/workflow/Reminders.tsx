import { Box, Button, IconButton } from '@strapi/design-system';
import { Plus, Trash } from '@strapi/icons';
import { useWords } from '../app/words';
import { LineField } from '../ui/Fields';
import { Fieldset } from '../ui/Fieldset';
import { useSettingWords } from './useSettingWords';

interface Props {
  reminders: string[];
  change: (reminders: string[]) => void;
  errors: Record<string, string>;
}

const most = 5;

/** On how many days before the end an applicant is reminded: none, one, or several. */
export function Reminders({ reminders, change, errors }: Props) {
  const { t } = useWords();
  const { nameOf, explained } = useSettingWords();
  const path = 'reminderDaysBefore';
  return (
    <Fieldset legend={nameOf(path)} hint={explained(path)} error={errors[path]}>
      {reminders.map((days, at) => (
        <Box key={at} maxWidth="16rem">
          <LineField
            name={`${path}.${at}`}
            label={t('workflow.reminder', { n: at + 1 })}
            inputMode="numeric"
            required
            maxLength={6}
            value={days}
            change={(next) => change(reminders.map((one, place) => (place === at ? next : one)))}
            error={errors[`${path}.${at}`]}
          />
          <IconButton
            type="button"
            label={t('workflow.remove-reminder', { n: at + 1 })}
            onClick={() => change(reminders.filter((_, place) => place !== at))}
          >
            <Trash />
          </IconButton>
        </Box>
      ))}
      {reminders.length < most && (
        <Button
          type="button"
          variant="tertiary"
          startIcon={<Plus />}
          onClick={() => change([...reminders, ''])}
        >
          {t('workflow.add-reminder')}
        </Button>
      )}
    </Fieldset>
  );
}
