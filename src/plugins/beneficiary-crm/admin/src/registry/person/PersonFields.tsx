import type { ReactNode } from 'react';
import type { RegistryChoices } from '../../../../contracts/registry';
import { contactChannels, contactTimes, sexes } from '../../../../contracts/vocabulary';
import { usePermission } from '../../app/usePermission';
import { useWords } from '../../app/words';
import { Choice } from '../../ui/Choice';
import { Choices } from '../../ui/Choices';
import { FieldGrid } from '../../ui/FieldGrid';
import { LineField } from '../../ui/Fields';
import { Panel } from '../../ui/Panel';
import { Stack } from '../../ui/Prose';
import { TypedDayField } from '../../ui/TypedDayField';
import { ContactFields } from './ContactFields';
import { contactErrors } from './draft';
import type { PersonDraft } from './draft';
import { PlaceFields } from './PlaceFields';

interface Props {
  draft: PersonDraft;
  change: (part: Partial<PersonDraft>) => void;
  errors: Record<string, string>;
  choices: RegistryChoices | null;
  /** stands after who the person is */
  children?: ReactNode;
}

/** What a file says of a person: who, how reached, where, and among whom. */
export function PersonFields({ draft, change, errors, choices, children }: Props) {
  const { t, word } = useWords();
  const officer = usePermission('requests.all-branches');
  const options = (list: string, values: readonly string[]) =>
    values.map((value) => ({ value, label: word(list, value) }));
  const named = (from: { slug: string; name: string }[] = []) =>
    from.map(({ slug, name }) => ({ value: slug, label: name }));

  return (
    <Stack>
      <Panel title={t('person.who')}>
        <Stack>
          <LineField
            name="name"
            label={t('person.name')}
            hint={t('person.name-hint')}
            required
            maxLength={120}
            autoComplete="off"
            value={draft.name}
            change={(name) => change({ name })}
            error={errors.name}
          />
          <ContactFields
            contacts={draft.contacts}
            change={(contacts) => change({ contacts })}
            errors={contactErrors(draft, errors)}
          />
          <FieldGrid>
            <LineField
              name="city"
              label={t('applicant.city')}
              maxLength={80}
              value={draft.city}
              change={(city) => change({ city })}
              error={errors.city}
            />
            {/* What a delegate enters belongs to the own branch. */}
            {officer && (
              <Choice
                name="branch"
                label={t('form.optional', { label: t('applicant.branch') })}
                empty={t('person.no-branch')}
                value={draft.branch}
                options={named(choices?.branches)}
                change={(branch) => change({ branch })}
                error={errors.branch}
              />
            )}
            <Choice
              name="sex"
              label={t('form.optional', { label: t('person.sex') })}
              empty={t('person.not-known')}
              value={draft.sex}
              options={options('sex', sexes)}
              change={(sex) => change({ sex })}
              error={errors.sex}
            />
          </FieldGrid>
          <TypedDayField
            name="birth"
            label={t('person.birth')}
            yearWillDo
            value={draft.birth}
            change={(birth) => change({ birth })}
            error={errors.birthDate ?? errors.birthYear}
          />
        </Stack>
      </Panel>
      {children}
      <Panel title={t('person.serving')}>
        <Stack>
          {choices && choices.categories.length > 0 && (
            <Choices
              label={t('person.categories')}
              chosen={draft.categories}
              options={named(choices.categories)}
              change={(categories) => change({ categories })}
              error={errors.categories}
            />
          )}
          <FieldGrid>
            <Choice
              name="preferredChannel"
              label={t('form.optional', { label: t('applicant.preferred') })}
              empty={t('person.any-channel')}
              value={draft.preferredChannel}
              options={options('contact', contactChannels)}
              change={(preferredChannel) => change({ preferredChannel })}
              error={errors.preferredChannel}
            />
          </FieldGrid>
          <Choices
            label={t('person.times')}
            chosen={draft.preferredTimes}
            options={options('contact_time', contactTimes)}
            change={(preferredTimes) => change({ preferredTimes })}
          />
        </Stack>
      </Panel>
      <Panel title={t('person.place')}>
        <PlaceFields draft={draft} change={change} errors={errors} />
      </Panel>
    </Stack>
  );
}
