import { identityTypes, sightingWays } from '../../../../contracts/vocabulary';
import type { PersonFile } from '../../../../contracts/registry';
import { noDay } from '../../app/typedDay';
import { useWords } from '../../app/words';
import { Choice } from '../../ui/Choice';
import { AreaField, LineField } from '../../ui/Fields';
import { FormDialog } from '../../ui/FormDialog';
import { TypedDayField } from '../../ui/TypedDayField';
import { isoDays, missing, wrongDays } from './mistakes';
import { useStep } from './useStep';
import type { StepProps } from './useStep';

const doubts = ['needs_investigation', 'invalid'] as const;

const start = (known: PersonFile['identities'][number] | undefined) => ({
  type: known?.type ?? '',
  number: '',
  issuingPlace: known?.issuingPlace ?? '',
  issuedOn: noDay,
  expiresOn: noDay,
  how: '',
  state: '',
  note: '',
});

/** An identity document that the officer saw: sighted, not copied. A known one is seen again by its row. */
export function SightingStep({ identity, ...props }: StepProps & { identity?: string }) {
  const { t, word } = useWords();
  const { file } = props;
  const known = file.identities.find(({ id }) => id === identity);
  const { draft, change, take, form } = useStep(
    props,
    `sighting.${identity ?? 'new'}`,
    start(known),
  );
  const { errors } = form;
  const days = { issuedOn: draft.issuedOn, expiresOn: draft.expiresOn };
  const submit = () => {
    const { type, number, issuingPlace, how, state, note } = draft;
    void take(
      `/beneficiaries/${file.id}/sightings`,
      {
        type,
        ...(known ? { identity: known.id } : { number }),
        issuingPlace: issuingPlace.trim() || undefined,
        ...isoDays(days),
        how,
        state: state || undefined,
        note: note.trim() || undefined,
      },
      { ...missing({ type, how, ...(known ? {} : { number }) }), ...wrongDays(days) },
    );
  };

  return (
    <FormDialog
      {...form}
      title={t('step.sighting')}
      explained={t('step.ask.sighting')}
      action={t('step.sighting')}
      submit={submit}
    >
      {!known && (
        <>
          <Choice
            name="type"
            label={t('form.identityType')}
            required
            value={draft.type}
            options={identityTypes.map((value) => ({ value, label: word('identity', value) }))}
            change={(type) => change({ type })}
            error={errors.type}
          />
          <LineField
            name="number"
            label={t('person.id-number')}
            required
            dir="ltr"
            inputMode={draft.type === 'other' ? undefined : 'numeric'}
            autoComplete="off"
            maxLength={40}
            value={draft.number}
            change={(number) => change({ number })}
            error={errors.number}
          />
        </>
      )}
      <Choice
        name="how"
        label={t('form.sightedHow')}
        required
        value={draft.how}
        options={sightingWays.map((value) => ({ value, label: word('sighted', value) }))}
        change={(how) => change({ how })}
        error={errors.how}
      />
      <TypedDayField
        name="expiresOn"
        label={t('form.identityExpiresOn')}
        value={draft.expiresOn}
        change={(expiresOn) => change({ expiresOn })}
        error={errors.expiresOn}
      />
      <TypedDayField
        name="issuedOn"
        label={t('step.issued-on')}
        value={draft.issuedOn}
        change={(issuedOn) => change({ issuedOn })}
        error={errors.issuedOn}
      />
      <LineField
        name="issuingPlace"
        label={t('step.issuing-place')}
        maxLength={80}
        value={draft.issuingPlace}
        change={(issuingPlace) => change({ issuingPlace })}
        error={errors.issuingPlace}
      />
      <Choice
        name="state"
        label={t('step.finding')}
        empty={t('step.finding-sound')}
        value={draft.state}
        options={doubts.map((value) => ({ value, label: word('identity-state', value) }))}
        change={(state) => change({ state })}
        error={errors.state}
      />
      <AreaField
        name="note"
        label={t('checklist.note')}
        maxLength={500}
        value={draft.note}
        change={(note) => change({ note })}
        error={errors.note}
      />
    </FormDialog>
  );
}
