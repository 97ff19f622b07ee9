import { useNotification } from '@strapi/strapi/admin';
import { Button, Checkbox, Flex, Typography } from '@strapi/design-system';
import { useEffect, useRef, useState } from 'react';
import type { FormEvent } from 'react';
import { useNavigate } from 'react-router-dom';
import { ballotSecrecies, discussionTimes } from '../../../../contracts/committee';
import type { CommitteeCard, CommitteeList } from '../../../../contracts/committee';
import { committeePurposes } from '../../../../contracts/vocabulary';
import { useCommand } from '../../app/api';
import { withoutErrorsOf } from '../../app/errors';
import { paths } from '../../app/paths';
import { useDraft } from '../../app/useDraft';
import { useWords } from '../../app/words';
import { ClosedChoice } from '../../ui/ClosedChoice';
import { FieldGrid } from '../../ui/FieldGrid';
import { LineField } from '../../ui/Fields';
import { Panel } from '../../ui/Panel';
import { Stack } from '../../ui/Prose';
import { bodyOf, draftOf, newCommittee } from './draft';
import type { CommitteeDraft } from './draft';
import { Faults, LockedNote } from './Notes';
import { RulesFields } from './RulesFields';
import { SeatsFields } from './SeatsFields';

interface Props {
  /** null: a new one */
  held: CommitteeCard | null;
  candidates: CommitteeList['candidates'];
  reload: () => void;
}

/** Where the server finds what is typed here. */
const pathOf = (part: string): string => (part === 'rules' ? 'customRules' : part);

export function CommitteeForm({ held, candidates, reload }: Props) {
  const { t } = useWords();
  const navigate = useNavigate();
  const { toggleNotification } = useNotification();
  const { send, busy } = useCommand(held ? 'put' : 'post');
  const version = held?.version ?? 0;
  const kept = useDraft<{ base: number; typed: CommitteeDraft | null }>(
    `committee.${held?.id ?? 'new'}`,
    { base: version, typed: null },
  );
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [trouble, setTrouble] = useState<string | null>(null);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (Object.keys(errors).length > 0)
      form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [errors]);
  const inForce = held ? draftOf(held) : newCommittee;
  const draft = kept.draft.typed ?? inForce;
  const change = (part: Partial<CommitteeDraft>) => {
    setErrors((before) => withoutErrorsOf(before, Object.keys(part).map(pathOf)));
    kept.change((before) => ({
      typed: { ...(before.typed ?? inForce), ...part },
      base: before.typed ? before.base : version,
    }));
  };
  // Somebody else changed the committee while this was being typed.
  const stale = kept.draft.typed !== null && kept.draft.base !== version;
  const forget = () => {
    kept.change({ typed: null, base: version });
    kept.clear();
    setErrors({});
    setTrouble(null);
    reload();
  };

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTrouble(null);
    const made = bodyOf(draft);
    if (!made.ok) {
      setErrors(Object.fromEntries(Object.entries(made.problems).map(([at, key]) => [at, t(key)])));
      return;
    }
    setErrors({});
    const expectedVersion = kept.draft.typed ? kept.draft.base : version;
    const outcome = held
      ? await send(`/committees/${encodeURIComponent(held.id)}`, { expectedVersion, ...made.body })
      : await send('/committees', made.body);
    if (outcome === null) return;
    if (outcome.ok) {
      kept.clear();
      toggleNotification({ type: 'success', message: t('committees.kept') });
      navigate(paths.committees);
      return;
    }
    setErrors(outcome.problem.fields);
    setTrouble(outcome.problem.message);
    if (outcome.problem.status === 409) reload();
  };

  // Who may sit no more is still named by the seat, so that it can be given to another.
  const people = [
    ...candidates.map(({ memberId, name }) => ({ value: String(memberId), label: name })),
    ...(held?.seats ?? [])
      .filter(({ memberId }) => !candidates.some((one) => one.memberId === memberId))
      .map(({ memberId, name }) => ({ value: String(memberId), label: name })),
  ];

  return (
    <form ref={form} onSubmit={submit} noValidate>
      <Stack>
        {held?.locked && <LockedNote />}
        <Faults faults={held?.faults ?? []} />
        <Panel title={t('committees.committee')}>
          <FieldGrid>
            <LineField
              name="name"
              label={t('committees.name')}
              required
              maxLength={120}
              value={draft.name}
              change={(name) => change({ name })}
              error={errors.name}
            />
            <LineField
              name="nameInEnglish"
              label={t('committees.name-english')}
              maxLength={120}
              value={draft.nameInEnglish}
              change={(nameInEnglish) => change({ nameInEnglish })}
              error={errors.nameInEnglish}
            />
            <ClosedChoice
              name="purpose"
              label={t('committees.purpose')}
              value={draft.purpose}
              values={committeePurposes}
              nameOf={(value) => t(`committees.purpose.${value}`)}
              change={(purpose) => change({ purpose })}
              error={errors.purpose}
            />
            <LineField
              name="itemMinutes"
              label={t('committees.item-minutes')}
              hint={t('committees.item-minutes-hint')}
              required
              inputMode="numeric"
              dir="ltr"
              maxLength={3}
              value={draft.itemMinutes}
              change={(itemMinutes) => change({ itemMinutes })}
              error={errors.itemMinutes}
            />
            <ClosedChoice
              name="secrecy"
              label={t('committees.secrecy')}
              value={draft.secrecy}
              values={ballotSecrecies}
              nameOf={(value) => t(`committees.secrecy.${value}`)}
              change={(secrecy) => change({ secrecy })}
              error={errors.secrecy}
            />
            <ClosedChoice
              name="discussion"
              label={t('committees.discussion')}
              value={draft.discussion}
              values={discussionTimes}
              nameOf={(value) => t(`committees.discussion.${value}`)}
              change={(discussion) => change({ discussion })}
              error={errors.discussion}
            />
            <Checkbox
              checked={draft.active}
              onCheckedChange={(on) => change({ active: on === true })}
            >
              {t('committees.is-active')}
            </Checkbox>
          </FieldGrid>
        </Panel>
        <RulesFields draft={draft} change={change} errors={errors} />
        <SeatsFields
          seats={draft.seats}
          people={people}
          change={(seats) => change({ seats })}
          errors={errors}
        />
        {(trouble ?? stale) && (
          <Flex direction="column" alignItems="start" gap={2} role="alert">
            <Typography tag="p" textColor="danger700">
              {stale ? t('committees.stale') : trouble}
            </Typography>
          </Flex>
        )}
        <Flex gap={2} wrap="wrap">
          <Button type="submit" size="L" loading={busy}>
            {t('committees.keep')}
          </Button>
          {kept.draft.typed !== null && (
            <Button type="button" size="L" variant="tertiary" onClick={forget}>
              {t('committees.forget')}
            </Button>
          )}
        </Flex>
      </Stack>
    </form>
  );
}
