import { useWords } from '../../app/words';
import { Choice } from '../../ui/Choice';
import { FormDialog } from '../../ui/FormDialog';
import { kinships } from './JoinStep';
import { missing } from './mistakes';
import { useStep } from './useStep';
import type { StepProps } from './useStep';

/** The person becomes the head; what each of the others is to the new head is said anew. */
export function HeadStep(props: StepProps) {
  const { t, word } = useWords();
  const { file } = props;
  const others = (file.household?.members ?? []).filter(({ me }) => !me);
  const { draft, change, take, form } = useStep<Record<string, string>>(props, 'head', {});
  const members = others.map(({ id }) => ({ id, relationship: draft[id] ?? '' }));
  return (
    <FormDialog
      {...form}
      title={t('step.head')}
      explained={t('step.ask.head', { name: file.name })}
      action={t('step.head')}
      submit={() =>
        void take(
          `/beneficiaries/${file.id}/household/head`,
          { members },
          missing(Object.fromEntries(members.map(({ id, relationship }) => [id, relationship]))),
        )
      }
    >
      {others.map(({ id, name }, place) => (
        <Choice
          key={id}
          name={id}
          label={t('step.to-head', { name })}
          required
          value={draft[id] ?? ''}
          options={kinships.map((value) => ({ value, label: word('relationship', value) }))}
          change={(relationship) => change({ [id]: relationship })}
          error={form.errors[id] ?? form.errors[`members.${place}.relationship`]}
        />
      ))}
    </FormDialog>
  );
}
