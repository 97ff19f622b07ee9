import { Button, Flex, Radio, Typography } from '@strapi/design-system';
import { useEffect, useRef, useState } from 'react';
import type { FormEvent } from 'react';
import { useNavigate } from 'react-router-dom';
import { sessionForms } from '../../../../contracts/sessions';
import type { ReadyList, SessionDetail, SessionPlan } from '../../../../contracts/sessions';
import { useCommand, useCrm } from '../../app/api';
import { withoutErrorsOf } from '../../app/errors';
import { paths } from '../../app/paths';
import { useDraft } from '../../app/useDraft';
import { useWords } from '../../app/words';
import { Choice } from '../../ui/Choice';
import { Panel } from '../../ui/Panel';
import { Stack } from '../../ui/Prose';
import { Show } from '../../ui/States';
import { knownOfReady } from '../agenda/About';
import { AgendaBuilder } from '../agenda/AgendaBuilder';
import { filled, timeUsed } from '../agenda/order';
import { TimeLine } from '../agenda/TimeLine';
import { newPlan, sessionMinutes, whenOf } from './draft';
import type { PlanDraft } from './draft';
import { WhenFields } from './WhenFields';

type Plan = SessionPlan & { committee: string; name: string };

/** The plan as it is typed; sent whole. Until the agenda is touched, it is left to the promises and the time. */
export function PlanForm({ plans }: { plans: Plan[] }) {
  const { t, dir } = useWords();
  const navigate = useNavigate();
  const { send, busy } = useCommand();
  const { draft, change: keep, clear } = useDraft<PlanDraft>('session.plan', newPlan);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [trouble, setTrouble] = useState<string | null>(null);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (Object.keys(errors).length > 0)
      form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [errors]);
  const change = (part: Partial<PlanDraft>) => {
    setErrors((before) => withoutErrorsOf(before, Object.keys(part)));
    keep(part);
  };
  const plan =
    plans.find(({ committee }) => committee === draft.committee) ??
    plans.find(({ ready }) => ready > 0) ??
    plans[0];
  const ready = useCrm<ReadyList>('/sessions/ready', { committee: plan?.committee });
  if (!plan) return null;

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTrouble(null);
    const made = whenOf(draft, draft.form);
    if (!made.ok) {
      setErrors(Object.fromEntries(Object.entries(made.problems).map(([at, key]) => [at, t(key)])));
      return;
    }
    setErrors({});
    const requests = chosen(draft, ready.data);
    if (draft.agenda !== null && requests.length === 0) return setTrouble(t('plan.error.empty'));
    const outcome = await send<SessionDetail>('/sessions', {
      committee: plan.committee,
      purpose: plan.purpose,
      form: draft.form,
      ...made.when,
      ...(draft.agenda !== null && { requests }),
    });
    if (outcome === null) return;
    if (outcome.ok) {
      clear();
      navigate(paths.session(outcome.data.id));
      return;
    }
    setErrors(outcome.problem.fields);
    setTrouble(outcome.problem.message);
    // Something may have been put on another agenda meanwhile.
    if (outcome.problem.status === 409) ready.reload();
  };

  return (
    <form ref={form} onSubmit={submit} noValidate>
      <Stack>
        <Panel title={t('plan.session')}>
          <Stack>
            {plans.length > 1 && (
              <Choice
                label={t('sessions.of')}
                name="committee"
                required
                value={plan.committee}
                options={plans.map(({ committee, name }) => ({ value: committee, label: name }))}
                // What is ready for one committee is not for another.
                change={(committee) => change({ committee, agenda: null })}
              />
            )}
            <Radio.Group
              dir={dir}
              value={draft.form}
              aria-label={t('plan.form')}
              onValueChange={(value) =>
                change({ form: sessionForms.find((one) => one === value) ?? 'room' })
              }
            >
              {sessionForms.map((one) => (
                <Radio.Item key={one} value={one}>
                  {t(`plan.form.${one}`)}
                </Radio.Item>
              ))}
            </Radio.Group>
            <WhenFields form={draft.form} draft={draft} change={change} errors={errors} />
          </Stack>
        </Panel>
        <Panel title={t('session.agenda')}>
          <Show from={ready} lines={4}>
            {(list) => <PlannedAgenda draft={draft} list={list} change={change} />}
          </Show>
        </Panel>
        {trouble && (
          <Typography tag="p" role="alert" textColor="danger700">
            {trouble}
          </Typography>
        )}
        <Flex gap={2} wrap="wrap">
          <Button type="submit" size="L" loading={busy}>
            {t('sessions.create')}
          </Button>
          <Button
            type="button"
            size="L"
            variant="tertiary"
            onClick={() => {
              change(newPlan);
              clear();
              navigate(paths.committee);
            }}
          >
            {t('common.cancel')}
          </Button>
        </Flex>
      </Stack>
    </form>
  );
}

/** The time that limits the agenda; a circulation has none. */
const availableIn = ({ form, minutes }: PlanDraft) =>
  form === 'circulation' ? null : sessionMinutes(minutes);

/** The agenda as it would be: as it was put in order, less what is no longer ready; or as the promises go. */
function chosen(draft: PlanDraft, list: ReadyList | null): string[] {
  if (list === null) return [];
  if (draft.agenda === null) return filled(list.requests, list.itemMinutes, availableIn(draft));
  return draft.agenda.filter((id) => list.requests.some(({ requestId }) => requestId === id));
}

interface AgendaProps {
  draft: PlanDraft;
  list: ReadyList;
  change: (part: Partial<PlanDraft>) => void;
}
function PlannedAgenda({ draft, list, change }: AgendaProps) {
  const { t } = useWords();
  const agenda = chosen(draft, list);
  const gone = (draft.agenda?.length ?? agenda.length) - agenda.length;
  const available = availableIn(draft);
  if (list.requests.length === 0) return <Typography tag="p">{t('plan.nothing-ready')}</Typography>;
  return (
    <Stack>
      <Flex gap={3} wrap="wrap" justifyContent="space-between">
        <Typography tag="p" textColor="neutral600">
          {t(draft.agenda === null ? 'plan.by-promise' : 'plan.by-hand')}
        </Typography>
        {draft.agenda !== null && (
          <Button
            type="button"
            size="S"
            variant="tertiary"
            onClick={() => change({ agenda: null })}
          >
            {t('plan.fill')}
          </Button>
        )}
      </Flex>
      {gone > 0 && (
        <Typography tag="p" role="alert" textColor="warning700">
          {t('plan.gone', { n: gone })}
        </Typography>
      )}
      {draft.form === 'room' && (
        <TimeLine
          advice={t('plan.over-advice')}
          time={timeUsed(
            agenda.map(() => list.itemMinutes),
            available,
          )}
        />
      )}
      <AgendaBuilder
        entries={agenda.map((request) => ({ request, minutes: String(list.itemMinutes) }))}
        known={list.requests.map(knownOfReady)}
        change={(entries) => change({ agenda: entries.map(({ request }) => request) })}
        itemMinutes={String(list.itemMinutes)}
        ownMinutes={false}
        errors={{}}
      />
    </Stack>
  );
}
