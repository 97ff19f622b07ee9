import { Button, Flex, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { useParams } from 'react-router-dom';
import { styled } from 'styled-components';
import type { RulesView } from '../../../contracts/committee';
import type { AgendaItemSummary } from '../../../contracts/items';
import type { SessionDetail } from '../../../contracts/sessions';
import { useCrm } from '../app/api';
import { useFormats } from '../app/formats';
import { paths } from '../app/paths';
import { useNarrow } from '../app/useMedia';
import { useWords } from '../app/words';
import { Bdi } from '../ui/Bdi';
import { CardLink, CardList } from '../ui/CardList';
import { PageFrame } from '../ui/PageFrame';
import { Panel } from '../ui/Panel';
import { Stack } from '../ui/Prose';
import { Empty, Show } from '../ui/States';
import { Tag } from '../ui/Tag';
import { itemTone } from '../ui/tones';
import { ruleSentences } from './sentences';

const Sides = styled.div`
  display: grid;
  gap: ${({ theme }) => theme.spaces[6]};
  grid-template-columns: minmax(0, 1fr);
  align-items: start;

  @media (min-width: 1080px) {
    grid-template-columns: minmax(0, 1fr) 30rem;
  }
`;

export function SessionPage() {
  const { t } = useWords();
  const { number, day, hijri } = useFormats();
  const { session: id = '' } = useParams();
  const session = useCrm<SessionDetail>(`/sessions/${encodeURIComponent(id)}`);
  const { data } = session;
  return (
    <PageFrame
      title={data ? t('session.title', { n: number(data.number) }) : t('sessions.title')}
      subtitle={
        data
          ? t('session.subtitle', {
              committee: data.committeeName,
              day: day(data.heldOn),
              hijri: hijri(data.heldOn),
            })
          : undefined
      }
      back={{ to: paths.committee, label: t('sessions.back') }}
    >
      <Show from={session}>{(loaded) => <SessionBody session={loaded} />}</Show>
    </PageFrame>
  );
}

function SessionBody({ session }: { session: SessionDetail }) {
  const { t, word } = useWords();
  const narrow = useNarrow();
  const [everything, setEverything] = useState(false);
  const isMember = session.members.some(({ me }) => me);
  const waiting = session.agenda.filter(({ needsMyVote }) => needsMyVote);
  // On a phone a member sees what waits for a vote, and the rest when asked for.
  const short = narrow && isMember && !everything;

  return (
    <Sides>
      <Panel title={t('session.agenda')}>
        <Stack>
          {short && waiting.length === 0 ? (
            <Typography>{t('session.nothing-waits')}</Typography>
          ) : session.agenda.length === 0 ? (
            <Empty>{t('session.empty')}</Empty>
          ) : (
            <Agenda sessionId={session.id} items={short ? waiting : session.agenda} />
          )}
          {short && (
            <Button variant="tertiary" onClick={() => setEverything(true)}>
              {t('session.show-all')}
            </Button>
          )}
        </Stack>
      </Panel>
      {!short && (
        <Stack>
          <Panel title={t('session.members')}>
            <Flex tag="ul" direction="column" alignItems="stretch" gap={2}>
              {session.members.map((member) => (
                <Flex key={member.memberId} tag="li" justifyContent="space-between" gap={3}>
                  <Typography fontWeight={member.me ? 'bold' : 'regular'}>
                    <Bdi>{member.name}</Bdi>
                    {member.me && ` (${t('session.me')})`}
                  </Typography>
                  <Typography textColor="neutral600">{word('seat', member.seat)}</Typography>
                </Flex>
              ))}
            </Flex>
          </Panel>
          <Rules rules={session.rules} />
        </Stack>
      )}
    </Sides>
  );
}

function Agenda({ sessionId, items }: { sessionId: string; items: AgendaItemSummary[] }) {
  const { t, word } = useWords();
  const { number } = useFormats();
  return (
    <CardList aria-label={t('session.agenda')}>
      {items.map((item) => (
        <li key={item.id}>
          <CardLink to={paths.item(sessionId, item.id)}>
            <Flex
              justifyContent="space-between"
              gap={3}
              width="100%"
              alignItems="start"
              wrap="wrap"
            >
              <Typography fontWeight="bold">
                {t('session.item', { n: number(item.position) })} <Bdi>{item.applicantName}</Bdi>
              </Typography>
              <Flex gap={2} wrap="wrap">
                {item.needsMyVote && <Tag tone="warning">{t('session.vote-now')}</Tag>}
                <Tag tone={item.outcome === 'rejected' ? 'danger' : itemTone(item.status)}>
                  {item.outcome ? word('outcome', item.outcome) : word('item', item.status)}
                </Tag>
              </Flex>
            </Flex>
            <Typography textColor="neutral600">
              {item.serviceName ?? word('kind', item.kind)}
              {' · '}
              <Bdi dir="ltr">{item.reference}</Bdi>
            </Typography>
          </CardLink>
        </li>
      ))}
    </CardList>
  );
}

/** The rules by which this committee decides, in plain sentences. */
export function Rules({ rules }: { rules: RulesView }) {
  const { t } = useWords();
  return (
    <Panel title={t('rule.title')}>
      <Stack>
        {ruleSentences(rules).map(({ key, values }) => (
          <Typography key={key} tag="p">
            {t(key, values)}
          </Typography>
        ))}
      </Stack>
    </Panel>
  );
}
