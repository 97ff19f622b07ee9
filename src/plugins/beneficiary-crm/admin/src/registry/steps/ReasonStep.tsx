import { useWords } from '../../app/words';
import { AreaField } from '../../ui/Fields';
import { FormDialog } from '../../ui/FormDialog';
import { missing } from './mistakes';
import { useStep } from './useStep';
import type { StepProps } from './useStep';

interface Props extends StepProps {
  /** name of the step; its words are `step.<name>` and `step.ask.<name>` */
  name: 'leave' | 'end_authority' | 'remove_document' | 'undo_merge';
  path: string;
  /** what it is about, in the explanation */
  about: string;
}

/** A step that asks for its reason and for nothing else. */
export function ReasonStep({ name, path, about, ...props }: Props) {
  const { t } = useWords();
  const { draft, change, take, form } = useStep(props, path, { reason: '' });
  const { reason } = draft;
  return (
    <FormDialog
      {...form}
      title={t(`step.${name}`)}
      explained={t(`step.ask.${name}`, { about })}
      action={t(`step.${name}`)}
      danger={name !== 'undo_merge'}
      submit={() => void take(path, { reason }, missing({ reason }))}
    >
      <AreaField
        name="reason"
        label={t('step.reason')}
        required
        maxLength={300}
        value={reason}
        change={(text) => change({ reason: text })}
        error={form.errors.reason}
      />
    </FormDialog>
  );
}
