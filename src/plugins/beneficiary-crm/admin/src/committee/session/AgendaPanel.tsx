import { Button, Flex, Typography } from '@strapi/design-system';
import { Pencil } from '@strapi/icons';
import { useState } from 'react';
import { NavLink } from 'react-router-dom';
import type { AgendaLine, SessionDetail } from '../../../../contracts/sessions';
import { useFormats } from '../../app/formats';
import { paths } from '../../app/paths';
import { rowId, useReturn } from '../../app/returning';
import { useNarrow } from '../../app/useMedia';
import { useWords } from '../../app/words';
import { Bdi } from '../../ui/Bdi';
import { CardLink, CardList } from '../../ui/CardList';
import { Panel } from '../../ui/Panel';
import { Stack } from '../../ui/Prose';
import { Reference } from '../../ui/Reference';
import { Empty } from '../../ui/States';
import { Tag } from '../../ui/Tag';
import { itemTone } from '../../ui/tones';
import { timeUsed } from '../agenda/order';
import { TimeLine } from '../agenda/TimeLine';

/** What the session deals with, in its order. On a phone a member sees what waits for a vote, and the rest when asked. */
export function AgendaPanel({ session }: { session: SessionDetail }) {
  const { t } = useWords();
  const narrow = useNarrow();
  const [everything, setEverything] = useState(false);
  const isMember = session.members.some(({ me }) => me);
  const waiting = session.agenda.filter(({ needsMyVote }) => needsMyVote);
  const short = narrow && isMember && session.status === 'open' && !everything;
  const over = session.status === 'closed' || session.status === 'cancelled';

  return (
    <Panel
      title={t('session.agenda')}
      aside={
        session.may.keep &&
        !over && (
          <Button
            tag={NavLink}
            to={paths.agenda(session.id)}
            variant="tertiary"
            startIcon={<Pencil aria-hidden />}
          >
            {t('agenda.change')}
          </Button>
        )
      }
    >
      <Stack>
        {session.may.keep && !over && session.form === 'room' && (
          <TimeLine
            advice={t('agenda.over-advice')}
            time={timeUsed([session.planned], session.minutes)}
          />
        )}
        {short && waiting.length === 0 ? (
          <Typography>{t('session.nothing-waits')}</Typography>
        ) : session.agenda.length === 0 ? (
          <Empty>{t('session.empty')}</Empty>
        ) : (
          <Lines sessionId={session.id} lines={short ? waiting : session.agenda} />
        )}
        {short && (
          <Button variant="tertiary" onClick={() => setEverything(true)}>
            {t('session.show-all')}
          </Button>
        )}
      </Stack>
    </Panel>
  );
}

function Lines({ sessionId, lines }: { sessionId: string; lines: AgendaLine[] }) {
  const { t, word } = useWords();
  const { number } = useFormats();
  useReturn(lines.length > 0);
  return (
    <CardList aria-label={t('session.agenda')}>
      {lines.map((line) => (
        <li key={line.id}>
          <CardLink id={rowId(line.id)} to={paths.item(sessionId, line.id)}>
            <Flex
              justifyContent="space-between"
              gap={3}
              width="100%"
              alignItems="start"
              wrap="wrap"
            >
              <Typography fontWeight="bold">
                {t('session.item', { n: number(line.position) })} <Bdi>{line.applicantName}</Bdi>
              </Typography>
              <Flex gap={2} wrap="wrap">
                {line.needsMyVote && <Tag tone="warning">{t('session.vote-now')}</Tag>}
                {line.carriedOver && <Tag tone="warning">{t('agenda.carried-over')}</Tag>}
                <Tag tone={line.outcome === 'rejected' ? 'danger' : itemTone(line.status)}>
                  {line.outcome ? word('outcome', line.outcome) : word('item', line.status)}
                </Tag>
              </Flex>
            </Flex>
            <Typography textColor="neutral600">
              {line.serviceName ?? word('kind', line.kind)}
              {' · '}
              <Reference>{line.reference}</Reference>
              {' · '}
              {t('agenda.minutes', { n: line.minutes })}
            </Typography>
          </CardLink>
        </li>
      ))}
    </CardList>
  );
}
