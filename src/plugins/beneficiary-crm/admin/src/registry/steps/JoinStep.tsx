import { Checkbox } from '@strapi/design-system';
import type { PersonRef } from '../../../../contracts/registry';
import { relationships } from '../../../../contracts/vocabulary';
import { useWords } from '../../app/words';
import { Choice } from '../../ui/Choice';
import { FormDialog } from '../../ui/FormDialog';
import { PersonPicker } from '../PersonPicker';
import { missing } from './mistakes';
import { useStep } from './useStep';
import type { StepProps } from './useStep';

/** What a member can be to the head. */
export const kinships = relationships.filter((relationship) => relationship !== 'head');

interface Draft {
  of: PersonRef | null;
  relationship: string;
  dependant: boolean;
}

/** The person joins the household of a relative. */
export function JoinStep(props: StepProps) {
  const { t, word } = useWords();
  const { file } = props;
  const { draft, change, take, form } = useStep<Draft>(props, 'join', {
    of: null,
    relationship: '',
    dependant: true,
  });
  const { of, relationship, dependant } = draft;
  return (
    <FormDialog
      {...form}
      title={t('step.join')}
      explained={t('step.ask.join')}
      action={t('step.join')}
      submit={() =>
        void take(
          `/beneficiaries/${file.id}/household`,
          { of: of?.id, relationship, dependant },
          missing({ of: of?.id, relationship }),
        )
      }
    >
      <PersonPicker
        label={t('step.join-whose')}
        chosen={of}
        choose={(person) => change({ of: person })}
        error={form.errors.of}
      />
      <Choice
        name="relationship"
        label={t('step.relationship')}
        required
        value={relationship}
        options={kinships.map((value) => ({ value, label: word('relationship', value) }))}
        change={(chosen) => change({ relationship: chosen })}
        error={form.errors.relationship}
      />
      <Checkbox checked={dependant} onCheckedChange={(on) => change({ dependant: on === true })}>
        {t('step.dependant')}
      </Checkbox>
    </FormDialog>
  );
}

/** A household of the person's own, who is its head. */
export function HouseholdStep(props: StepProps) {
  const { t } = useWords();
  const { file } = props;
  const { take, form } = useStep(props, 'household', {});
  return (
    <FormDialog
      {...form}
      title={t('step.household')}
      explained={t('step.ask.household')}
      action={t('step.household')}
      submit={() =>
        void take(`/beneficiaries/${file.id}/household`, { relationship: 'head', dependant: false })
      }
    />
  );
}
