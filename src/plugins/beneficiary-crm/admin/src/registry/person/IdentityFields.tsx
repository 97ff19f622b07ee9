import { identityTypes } from '../../../../contracts/vocabulary';
import { useWords } from '../../app/words';
import { Choice } from '../../ui/Choice';
import { FieldGrid } from '../../ui/FieldGrid';
import { LineField } from '../../ui/Fields';
import type { IdentityDraft } from './draft';

interface Props {
  identity: IdentityDraft;
  change: (identity: IdentityDraft) => void;
  errors: Record<string, string>;
}

/** Kind and number of an identity document, as told or read from it. */
export function IdentityFields({ identity, change, errors }: Props) {
  const { t, word } = useWords();
  return (
    <FieldGrid>
      <Choice
        name="identity.type"
        label={t('form.optional', { label: t('form.identityType') })}
        empty={t('applicant.no-identity')}
        value={identity.type}
        options={identityTypes.map((value) => ({ value, label: word('identity', value) }))}
        change={(chosen) =>
          change({ ...identity, type: identityTypes.find((type) => type === chosen) ?? '' })
        }
        error={errors['identity.type']}
      />
      <LineField
        name="identity.number"
        label={t('person.id-number')}
        dir="ltr"
        inputMode={identity.type === 'other' ? undefined : 'numeric'}
        autoComplete="off"
        maxLength={40}
        value={identity.number}
        change={(number) => change({ ...identity, number })}
        error={errors['identity.number']}
      />
    </FieldGrid>
  );
}
