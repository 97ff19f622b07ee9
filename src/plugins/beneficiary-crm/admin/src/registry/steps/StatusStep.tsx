import { Typography } from '@strapi/design-system';
import { fileStatuses } from '../../../../contracts/vocabulary';
import { useWords } from '../../app/words';
import { Choice } from '../../ui/Choice';
import { AreaField } from '../../ui/Fields';
import { FormDialog } from '../../ui/FormDialog';
import { missing } from './mistakes';
import { useStep } from './useStep';
import type { StepProps } from './useStep';

/** Another status of the file, what follows from it, and why. */
export function StatusStep(props: StepProps) {
  const { t, word } = useWords();
  const { file } = props;
  const { draft, change, take, form } = useStep(props, 'status', { status: '', reason: '' });
  const others = fileStatuses.filter((status) => status !== file.status);
  return (
    <FormDialog
      {...form}
      title={t('step.status')}
      action={t('step.status')}
      submit={() => void take(`/beneficiaries/${file.id}/status`, draft, missing(draft))}
    >
      <Choice
        name="status"
        label={t('registry.filter.status')}
        required
        value={draft.status}
        options={others.map((value) => ({ value, label: word('file_status', value) }))}
        change={(status) => change({ status })}
        error={form.errors.status}
      />
      {draft.status && (
        <Typography tag="p" textColor="neutral600" role="status">
          {t(`status-effect.${draft.status}`)}
        </Typography>
      )}
      <AreaField
        name="reason"
        label={t('step.reason')}
        required
        maxLength={500}
        value={draft.reason}
        change={(reason) => change({ reason })}
        error={form.errors.reason}
      />
    </FormDialog>
  );
}
