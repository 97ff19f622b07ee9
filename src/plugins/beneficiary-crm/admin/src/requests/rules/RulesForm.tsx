import { useNotification } from '@strapi/strapi/admin';
import { Button, Flex, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { useState } from 'react';
import type { AssignmentRules, Colleagues } from '../../../../contracts/queue';
import { requestKinds } from '../../../../contracts/vocabulary';
import { useCommand } from '../../app/api';
import { useDraft } from '../../app/useDraft';
import { useOnceKey } from '../../app/useOnceKey';
import { useServices } from '../../app/useServices';
import { useWords } from '../../app/words';
import { useRegistryChoices } from '../../registry/useRegistryChoices';
import { Empty } from '../../ui/States';
import { Panel } from '../../ui/Panel';
import { Stack } from '../../ui/Prose';
import { OneRule } from './OneRule';
import type { RuleChoices } from './OneRule';
import { draftOf, isChanged, moved, newRule, rulesOf } from './rules';
import type { RuleDraft } from './rules';

interface Props {
  held: AssignmentRules;
  colleagues: Colleagues;
  reload: () => void;
}

/** The whole list of rules, kept together: the order is a part of what it says. */
export function RulesForm({ held, colleagues, reload }: Props) {
  const { t, word } = useWords();
  const { toggleNotification } = useNotification();
  const { send, busy } = useCommand();
  const { headersFor, done } = useOnceKey('queue.rules');
  const services = useServices();
  const branches = useRegistryChoices()?.branches ?? [];
  const { draft, change, clear } = useDraft<{ base: number; rules: RuleDraft[] | null }>(
    'queue.rules',
    { base: held.version, rules: null },
  );
  const [missing, setMissing] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const rules = draft.rules ?? held.rules.map(draftOf);
  const set = (next: RuleDraft[]) =>
    change((before) => ({ rules: next, base: before.rules ? before.base : held.version }));
  // Someone else kept other rules while these were being written.
  const stale = draft.rules !== null && draft.base !== held.version;
  const forget = () => {
    clear();
    change({ rules: null, base: held.version });
    setTrouble(null);
    setMissing(false);
    reload();
  };

  const choices: RuleChoices = {
    kinds: requestKinds.map((value) => ({ value, label: word('kind', value) })),
    services: services.map(({ slug, name }) => ({ value: slug, label: name })),
    branches: branches.map(({ slug, name }) => ({ value: slug, label: name })),
    to: [
      ...colleagues.teams.map((team) => ({
        value: `team:${team}`,
        label: t('assign.by-load', { team: t(`team.${team}`) }),
      })),
      ...colleagues.people
        .filter(({ state }) => state !== 'gone')
        .map(({ id, name }) => ({ value: `person:${id}`, label: name })),
    ],
  };
  // Who may work no more is still named by the rule that gives to them, so that it can be changed.
  for (const { to, toName } of held.rules)
    if ('person' in to && !choices.to.some(({ value }) => value === `person:${to.person}`))
      choices.to.push({ value: `person:${to.person}`, label: toName });

  const submit = async () => {
    const sent = rulesOf(rules);
    setMissing(sent === null);
    setTrouble(null);
    if (sent === null) return;
    const body = { expectedVersion: draft.rules ? draft.base : held.version, rules: sent };
    const outcome = await send<AssignmentRules>('/queue/rules', body, headersFor(body));
    if (outcome === null) return;
    if (!outcome.ok) {
      setTrouble(outcome.problem.message);
      if (outcome.problem.status === 409) reload();
      return;
    }
    done();
    clear();
    toggleNotification({ type: 'success', message: t('rules.kept') });
    reload();
  };

  if (!held.mayChange && rules.length === 0) return <Empty>{t('rules.none')}</Empty>;
  return (
    <Panel title={t('rules.list')}>
      <Stack>
        <Typography tag="p" textColor="neutral600">
          {t('rules.explained')}
        </Typography>
        {(trouble ?? stale) && (
          <Flex direction="column" alignItems="start" gap={2} role="alert">
            <Typography tag="p" textColor="danger700">
              {trouble ?? t('rules.stale')}
            </Typography>
            <Button variant="tertiary" onClick={forget}>
              {t('rules.forget')}
            </Button>
          </Flex>
        )}
        {rules.length === 0 && <Typography tag="p">{t('rules.none')}</Typography>}
        <Stack as="ol" style={{ listStyle: 'none', padding: 0 }}>
          {rules.map((rule, place) => (
            <OneRule
              // Rules have no ids of their own: their place is what they are known by.
              key={place}
              place={place}
              last={rules.length - 1}
              rule={rule}
              choices={choices}
              locked={!held.mayChange}
              error={missing && !rule.to ? t('form.error.required') : undefined}
              change={(part) =>
                set(rules.map((one, at) => (at === place ? { ...one, ...part } : one)))
              }
              move={(by) => set(moved(rules, place, by))}
              remove={() => set(rules.filter((_, at) => at !== place))}
            />
          ))}
        </Stack>
        {held.mayChange && (
          <Flex gap={2} wrap="wrap">
            <Button
              variant="secondary"
              startIcon={<Plus aria-hidden />}
              onClick={() => set([...rules, newRule])}
            >
              {t('rules.add')}
            </Button>
            <Button loading={busy} disabled={!isChanged(rules, held)} onClick={() => void submit()}>
              {t('rules.keep')}
            </Button>
          </Flex>
        )}
      </Stack>
    </Panel>
  );
}
