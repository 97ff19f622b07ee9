import { useNotification } from '@strapi/strapi/admin';
import { Button, Flex, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router-dom';
import type { ReadyList, SessionDetail } from '../../../../contracts/sessions';
import { useCommand, useCrm } from '../../app/api';
import { paths } from '../../app/paths';
import { useDraft } from '../../app/useDraft';
import { useWords } from '../../app/words';
import { readNumber } from '../../requests/actions/forms';
import { PageFrame } from '../../ui/PageFrame';
import { Panel } from '../../ui/Panel';
import { Stack } from '../../ui/Prose';
import { Empty, Show } from '../../ui/States';
import { useSessionWords } from '../sessions/useSessionWords';
import { About, knownOfLine, knownOfReady } from './About';
import { AgendaBuilder } from './AgendaBuilder';
import { timeUsed } from './order';
import type { Entry } from './order';
import { TimeLine } from './TimeLine';

/** The agenda of a session that is planned already: order, what comes and goes, and the minutes of each item. */
export function AgendaPage() {
  const { t } = useWords();
  const words = useSessionWords();
  const { session: id = '' } = useParams();
  const session = useCrm<SessionDetail>(`/sessions/${encodeURIComponent(id)}`);
  const { data } = session;
  return (
    <PageFrame
      title={t('agenda.title')}
      subtitle={data ? `${words.title(data)} · ${data.committeeName}` : undefined}
      back={{ to: paths.session(id), label: t('session.back') }}
    >
      <Show from={session} lines={8}>
        {(loaded) =>
          loaded.may.keep ? (
            <WithReady session={loaded} reload={session.reload} />
          ) : (
            <Empty>{t('agenda.may-not')}</Empty>
          )
        }
      </Show>
    </PageFrame>
  );
}

interface Props {
  session: SessionDetail;
  reload: () => void;
}

function WithReady({ session, reload }: Props) {
  const ready = useCrm<ReadyList>('/sessions/ready', { committee: session.committee });
  return (
    <Show from={ready} lines={8}>
      {(list) => (
        <AgendaForm
          session={session}
          ready={list}
          reload={() => {
            reload();
            ready.reload();
          }}
        />
      )}
    </Show>
  );
}

const minutesIn = (text: string): number | null => {
  const number = readNumber(text.trim());
  return number !== null && Number.isInteger(number) && number >= 1 && number <= 240
    ? number
    : null;
};

function AgendaForm({ session, ready, reload }: Props & { ready: ReadyList }) {
  const { t, word } = useWords();
  const navigate = useNavigate();
  const { toggleNotification } = useNotification();
  const { send, busy } = useCommand('put');
  const { draft, change, clear } = useDraft<{ base: number; entries: Entry[] | null }>(
    `session.agenda.${session.id}`,
    { base: session.version, entries: null },
  );
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [trouble, setTrouble] = useState<string | null>(null);
  const movable = session.agenda.filter(({ status }) => status === 'pending');
  const fixed = session.agenda.filter(({ status }) => status !== 'pending');
  const inForce = movable.map(({ requestId, minutes }) => ({
    request: requestId,
    minutes: String(minutes),
  }));
  const known = [...ready.requests.map(knownOfReady), ...movable.map(knownOfLine)];
  const entries = (draft.entries ?? inForce).filter(({ request }) =>
    known.some((one) => one.request === request),
  );
  // Somebody else changed the session while this was being put in order.
  const stale = draft.entries !== null && draft.base !== session.version;
  const forget = () => {
    change({ entries: null, base: session.version });
    clear();
    setErrors({});
    setTrouble(null);
    reload();
  };
  const running = fixed.filter(({ status }) => status === 'open');

  const save = async () => {
    setTrouble(null);
    const wrong = entries.flatMap(({ minutes }, at) =>
      minutesIn(minutes) === null ? [[String(at), t('committees.error.minutes')] as const] : [],
    );
    setErrors(Object.fromEntries(wrong));
    if (wrong.length > 0) return;
    const outcome = await send(`/sessions/${encodeURIComponent(session.id)}/agenda`, {
      expectedVersion: draft.entries ? draft.base : session.version,
      items: entries.map(({ request, minutes }) => ({
        request,
        minutes: minutesIn(minutes) ?? undefined,
      })),
    });
    if (outcome === null) return;
    if (!outcome.ok) {
      setTrouble(outcome.problem.message);
      if (outcome.problem.status === 409) reload();
      return;
    }
    clear();
    toggleNotification({ type: 'success', message: t('agenda.kept') });
    navigate(paths.session(session.id));
  };

  return (
    <Panel title={t('session.agenda')}>
      <Stack>
        <Typography tag="p" textColor="neutral600">
          {t('agenda.explained')}
        </Typography>
        {session.form === 'room' && (
          <TimeLine
            advice={t('agenda.over-advice')}
            time={timeUsed(
              [
                ...running.map(({ minutes }) => minutes),
                ...entries.map(({ minutes }) => minutesIn(minutes)),
              ],
              session.minutes,
            )}
          />
        )}
        {fixed.length > 0 && (
          <section aria-label={t('agenda.fixed')}>
            <Typography tag="h3" variant="omega" fontWeight="bold" paddingBottom={2}>
              {t('agenda.fixed')}
            </Typography>
            <Stack as="ul" style={{ listStyle: 'none', padding: 0 }}>
              {fixed.map((line) => (
                <li key={line.id}>
                  <About known={knownOfLine(line)} />
                  <Typography variant="pi">{word('item', line.status)}</Typography>
                </li>
              ))}
            </Stack>
          </section>
        )}
        <AgendaBuilder
          entries={entries}
          known={known}
          change={(next) => {
            // Mistakes are named by place, and the places are others now.
            setErrors({});
            change((before) => ({
              entries: next,
              base: before.entries ? before.base : session.version,
            }));
          }}
          itemMinutes={String(ready.itemMinutes)}
          ownMinutes
          errors={errors}
        />
        {(trouble ?? stale) && (
          <Typography tag="p" role="alert" textColor="danger700">
            {stale ? t('agenda.stale') : trouble}
          </Typography>
        )}
        <Flex gap={2} wrap="wrap">
          <Button size="L" loading={busy} onClick={() => void save()}>
            {t('agenda.keep')}
          </Button>
          {draft.entries !== null && (
            <Button size="L" variant="tertiary" onClick={forget}>
              {t('agenda.forget')}
            </Button>
          )}
        </Flex>
      </Stack>
    </Panel>
  );
}
