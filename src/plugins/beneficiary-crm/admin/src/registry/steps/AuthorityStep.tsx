import type { PersonRef } from '../../../../contracts/registry';
import { authorityKinds, authorityProofs, sightingWays } from '../../../../contracts/vocabulary';
import { noDay } from '../../app/typedDay';
import { useWords } from '../../app/words';
import { Choice } from '../../ui/Choice';
import { LineField } from '../../ui/Fields';
import { FormDialog } from '../../ui/FormDialog';
import { TypedDayField } from '../../ui/TypedDayField';
import { PersonPicker } from '../PersonPicker';
import { kinships } from './JoinStep';
import { isoDays, missing, wrongDays } from './mistakes';
import { useStep } from './useStep';
import type { StepProps } from './useStep';

const empty = {
  holder: null as PersonRef | null,
  holderName: '',
  holderPhone: '',
  kind: '',
  relationship: '',
  proof: '',
  proofNumber: '',
  issuedBy: '',
  validFrom: noDay,
  validUntil: noDay,
  how: '',
};

/** Who acts for the person, and the proof that was seen: a deed, a ruling, a power of attorney. */
export function AuthorityStep(props: StepProps) {
  const { t, word } = useWords();
  const { file } = props;
  const { draft, change, take, form } = useStep(props, 'authority', empty);
  const { errors } = form;
  const { holder, holderName, holderPhone, kind, relationship, proof, how } = draft;
  const days = { validFrom: draft.validFrom, validUntil: draft.validUntil };
  const said = (text: string) => text.trim() || undefined;
  const submit = () =>
    void take(
      `/beneficiaries/${file.id}/authorities`,
      {
        ...(holder
          ? { holder: holder.id }
          : { holderName: said(holderName), holderPhone: said(holderPhone) }),
        kind,
        relationship: said(relationship),
        proof,
        proofNumber: said(draft.proofNumber),
        issuedBy: said(draft.issuedBy),
        ...isoDays(days),
        how,
      },
      { ...missing({ ...(holder ? {} : { holderName }), kind, proof, how }), ...wrongDays(days) },
    );
  const choice = (
    name: 'kind' | 'relationship' | 'proof' | 'how',
    list: string,
    values: readonly string[],
  ) => (
    <Choice
      name={name}
      label={
        name === 'relationship'
          ? t('form.optional', { label: t('step.authority-relationship') })
          : t(`step.authority-${name}`)
      }
      {...(name === 'relationship' ? { empty: t('person.not-known') } : { required: true })}
      value={draft[name]}
      options={values.map((value) => ({ value, label: word(list, value) }))}
      change={(value) => change({ [name]: value })}
      error={errors[name]}
    />
  );

  return (
    <FormDialog
      {...form}
      title={t('step.authority')}
      explained={t('step.ask.authority')}
      action={t('step.authority')}
      submit={submit}
    >
      <PersonPicker
        label={t('step.holder')}
        chosen={holder}
        choose={(person) => change({ holder: person })}
        error={errors.holder}
      />
      {!holder && (
        <>
          <LineField
            name="holderName"
            label={t('step.holder-name')}
            required
            maxLength={120}
            autoComplete="off"
            value={holderName}
            change={(text) => change({ holderName: text })}
            error={errors.holderName}
          />
          <LineField
            name="holderPhone"
            label={t('applicant.phone')}
            dir="ltr"
            inputMode="tel"
            autoComplete="off"
            value={holderPhone}
            change={(text) => change({ holderPhone: text })}
            error={errors.holderPhone}
          />
        </>
      )}
      {choice('kind', 'authority', authorityKinds)}
      {choice('relationship', 'relationship', kinships)}
      {choice('proof', 'authority_proof', authorityProofs)}
      <LineField
        name="proofNumber"
        label={t('step.proof-number')}
        dir="ltr"
        maxLength={60}
        value={draft.proofNumber}
        change={(proofNumber) => change({ proofNumber })}
        error={errors.proofNumber}
      />
      <LineField
        name="issuedBy"
        label={t('step.issued-by')}
        maxLength={120}
        value={draft.issuedBy}
        change={(issuedBy) => change({ issuedBy })}
        error={errors.issuedBy}
      />
      <TypedDayField
        name="validFrom"
        label={t('step.valid-from')}
        value={draft.validFrom}
        change={(validFrom) => change({ validFrom })}
        error={errors.validFrom}
      />
      <TypedDayField
        name="validUntil"
        label={t('step.valid-until')}
        value={draft.validUntil}
        change={(validUntil) => change({ validUntil })}
        error={errors.validUntil}
      />
      {choice('how', 'sighted', sightingWays)}
    </FormDialog>
  );
}
