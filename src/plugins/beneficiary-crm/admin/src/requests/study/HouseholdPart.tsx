import { Typography } from '@strapi/design-system';
import { relationships } from '../../../../contracts/vocabulary';
import { useWords } from '../../app/words';
import { Choice } from '../../ui/Choice';
import { LineField } from '../../ui/Fields';
import { Panel } from '../../ui/Panel';
import { Stack } from '../../ui/Prose';
import { newMember } from './draft';
import type { PartProps } from './part';
import { EditedRows } from './rows';

/** Who lives in the household: taken over from the registry, and changed here alone. */
export function HouseholdPart({ draft, change, errors }: PartProps) {
  const { t, word } = useWords();
  const set = (key: string, part: Partial<(typeof draft.members)[number]>) =>
    change((before) => ({
      members: before.members.map((row) => (row.key === key ? { ...row, ...part } : row)),
    }));
  return (
    <Panel title={t('study.members')}>
      <Stack>
        <Typography tag="p" textColor="neutral600">
          {t('study.members-hint')}
        </Typography>
        {errors.members && (
          <Typography tag="p" role="alert" textColor="danger600">
            {errors.members}
          </Typography>
        )}
        <EditedRows
          rows={draft.members}
          nameOf={({ name }, place) => name.trim() || t('study.member-nth', { n: place + 1 })}
          add={() => change(({ members }) => ({ members: [...members, newMember()] }))}
          addLabel={t('study.add-member')}
          remove={({ key }) =>
            change(({ members }) => ({ members: members.filter((row) => row.key !== key) }))
          }
        >
          {({ key, name, relation, age, occupation }) => (
            <>
              <LineField
                name={`members.${key}.name`}
                label={t('study.member-name')}
                value={name}
                maxLength={120}
                change={(value) => set(key, { name: value })}
                error={errors[`members.${key}.name`]}
              />
              <Choice
                name={`members.${key}.relation`}
                label={t('study.member-relation')}
                required
                value={relation}
                options={relationships.map((value) => ({
                  value,
                  label: word('relationship', value),
                }))}
                change={(value) => set(key, { relation: value })}
                error={errors[`members.${key}.relation`]}
              />
              <LineField
                name={`members.${key}.age`}
                label={t('study.member-age')}
                dir="ltr"
                inputMode="numeric"
                value={age}
                maxLength={3}
                change={(value) => set(key, { age: value })}
                error={errors[`members.${key}.age`]}
              />
              <LineField
                name={`members.${key}.occupation`}
                label={t('study.member-occupation')}
                value={occupation}
                maxLength={200}
                change={(value) => set(key, { occupation: value })}
                error={errors[`members.${key}.occupation`]}
              />
            </>
          )}
        </EditedRows>
      </Stack>
    </Panel>
  );
}
