import { useFetchClient } from '@strapi/strapi/admin';
import { Checkbox } from '@strapi/design-system';
import { useState } from 'react';
import type { DataEnvelope } from '../../../../contracts/common';
import type { PersonFile, PersonRef } from '../../../../contracts/registry';
import { sexes } from '../../../../contracts/vocabulary';
import { crmUrl } from '../../app/api';
import { describeProblem } from '../../app/problem';
import { noDay, readDay } from '../../app/typedDay';
import { useWords } from '../../app/words';
import { Choice } from '../../ui/Choice';
import { LineField } from '../../ui/Fields';
import { FormDialog } from '../../ui/FormDialog';
import { TypedDayField } from '../../ui/TypedDayField';
import { Hindrances } from '../Hindrances';
import { hindranceOf } from '../hindrance';
import type { Hindrance } from '../hindrance';
import { IdentityFields } from '../person/IdentityFields';
import { birthBody, identityBody } from '../person/draft';
import type { IdentityDraft } from '../person/draft';
import { kinships } from './JoinStep';
import { missing } from './mistakes';
import { useStep } from './useStep';
import type { StepProps } from './useStep';

const empty = {
  name: '',
  sex: '',
  birth: noDay,
  identity: { type: '', number: '' } as IdentityDraft,
  relationship: '',
  dependant: true,
  differentFrom: [] as string[],
};

/** A member of the household. Who has no file gets one in the same step; who has one is taken in with it. */
export function MemberStep(props: StepProps) {
  const { t, word, locale } = useWords();
  const { get } = useFetchClient();
  const { file } = props;
  const { draft, change, take, refuse, form } = useStep(props, 'member', empty);
  const [hindrance, setHindrance] = useState<Hindrance | null>(null);
  const { errors } = form;
  const { name, sex, birth, identity, relationship, dependant, differentFrom } = draft;

  const submit = async () => {
    const problem = await take(
      `/beneficiaries/${file.id}/household/members`,
      {
        name,
        sex: sex || undefined,
        ...birthBody(birth),
        ...identityBody(identity),
        relationship,
        dependant,
        differentFrom,
      },
      {
        ...missing({ name, relationship }),
        ...(readDay(birth).kind === 'wrong' ? { birthDate: 'day.wrong' } : {}),
      },
    );
    const found = problem && hindranceOf(problem);
    setHindrance(found && found.kind !== 'trouble' ? found : null);
  };

  const takeIn = async (person: PersonRef) => {
    const other = await get<DataEnvelope<PersonFile>>(
      crmUrl(`/beneficiaries/${person.id}`, locale),
    ).catch((error: unknown) => refuse(describeProblem(error, t('common.unreachable'))));
    if (!other) return;
    await take(
      `/beneficiaries/${person.id}/household`,
      { expectedVersion: other.data.data.version, of: file.id, relationship, dependant },
      missing({ relationship }),
    );
  };

  return (
    <FormDialog
      {...form}
      trouble={hindrance?.message === form.trouble ? null : form.trouble}
      title={t('step.member')}
      explained={t('step.ask.member')}
      action={t('step.member')}
      submit={() => void submit()}
    >
      {hindrance && (
        <Hindrances
          hindrance={hindrance}
          different={differentFrom}
          decide={(ids) => change({ differentFrom: ids })}
          busy={form.busy}
          goOn={() => void submit()}
          take={{ label: t('step.take-in'), run: (person) => void takeIn(person) }}
        />
      )}
      <LineField
        name="name"
        label={t('person.name')}
        required
        maxLength={120}
        autoComplete="off"
        value={name}
        change={(text) => change({ name: text })}
        error={errors.name}
      />
      <Choice
        name="relationship"
        label={t('step.relationship')}
        required
        value={relationship}
        options={kinships.map((value) => ({ value, label: word('relationship', value) }))}
        change={(chosen) => change({ relationship: chosen })}
        error={errors.relationship}
      />
      <TypedDayField
        name="birth"
        label={t('person.birth')}
        yearWillDo
        value={birth}
        change={(typed) => change({ birth: typed })}
        error={errors.birthDate ?? errors.birthYear}
      />
      <Choice
        name="sex"
        label={t('form.optional', { label: t('person.sex') })}
        empty={t('person.not-known')}
        value={sex}
        options={sexes.map((value) => ({ value, label: word('sex', value) }))}
        change={(chosen) => change({ sex: chosen })}
      />
      <IdentityFields
        identity={identity}
        change={(typed) => change({ identity: typed })}
        errors={errors}
      />
      <Checkbox checked={dependant} onCheckedChange={(on) => change({ dependant: on === true })}>
        {t('step.dependant')}
      </Checkbox>
    </FormDialog>
  );
}
