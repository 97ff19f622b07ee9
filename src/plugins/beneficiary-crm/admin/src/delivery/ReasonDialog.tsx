import { useWords } from '../app/words';
import { AreaField } from '../ui/Fields';
import { FormDialog } from '../ui/FormDialog';
import { useStep } from './useStep';
import type { StepOn } from './useStep';

interface Props extends StepOn {
  action: 'refuse_allocation' | 'end_allocation';
  allocation: string;
}

/** A step that is taken with a reason: not to approve, or to end before everything was handed over. */
export function ReasonDialog({ action, allocation, ...on }: Props) {
  const { t, word } = useWords();
  const { draft, change, take, form } = useStep(on, `${action}.${allocation}`, { reason: '' });
  const submit = () =>
    void take(
      action,
      { allocation, reason: draft.reason },
      { reason: draft.reason.trim().length < 3 && 'form.error.required' },
    );
  return (
    <FormDialog
      {...form}
      danger
      title={word('action', action)}
      explained={t(`ask.${action}`)}
      action={word('action', action)}
      submit={submit}
    >
      <AreaField
        name="reason"
        label={t('form.reason')}
        required
        maxLength={1_000}
        value={draft.reason}
        change={(reason) => change({ reason })}
        error={form.errors.reason}
      />
    </FormDialog>
  );
}
