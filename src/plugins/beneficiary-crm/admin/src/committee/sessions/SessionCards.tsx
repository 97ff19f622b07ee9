import { Button, Flex, Typography } from '@strapi/design-system';
import { useState } from 'react';
import type { SessionSummary } from '../../../../contracts/sessions';
import { useFormats } from '../../app/formats';
import { paths } from '../../app/paths';
import { useWords } from '../../app/words';
import { Bdi } from '../../ui/Bdi';
import { CardLink, CardList } from '../../ui/CardList';
import { Stack } from '../../ui/Prose';
import { Tag } from '../../ui/Tag';
import { sessionTone, useSessionWords } from './useSessionWords';

/** How many are shown at first: what was held long ago is asked for. */
const STEP = 10;

export function SessionCards({ label, sessions }: { label: string; sessions: SessionSummary[] }) {
  const { t } = useWords();
  const { number } = useFormats();
  const [shown, setShown] = useState(STEP);
  const left = sessions.length - shown;
  return (
    <Stack>
      <CardList aria-label={label}>
        {sessions.slice(0, shown).map((session) => (
          <li key={session.id}>
            <SessionCard session={session} />
          </li>
        ))}
      </CardList>
      {left > 0 && (
        <Flex>
          <Button variant="tertiary" onClick={() => setShown(shown + STEP)}>
            {t('common.show-more', { left: number(left) })}
          </Button>
        </Flex>
      )}
    </Stack>
  );
}

function SessionCard({ session }: { session: SessionSummary }) {
  const { t } = useWords();
  const words = useSessionWords();
  const details = words.details(session);
  return (
    <CardLink to={paths.session(session.id)}>
      <Flex gap={3} wrap="wrap">
        <Typography variant="delta" tag="h3">
          {words.title(session)}
        </Typography>
        <Tag tone={sessionTone(session.status)}>{t(`session.status.${session.status}`)}</Tag>
        {session.needsMyVote > 0 && (
          <Tag tone="warning">{t('session.needs-my-vote', { n: session.needsMyVote })}</Tag>
        )}
      </Flex>
      <Typography>
        <Bdi>{session.committeeName}</Bdi>
        {' · '}
        <Bdi>{words.day(session)}</Bdi>
      </Typography>
      {details.length > 0 && (
        <Typography>
          {details.map((part, at) => (
            <span key={part}>
              {at > 0 && ' · '}
              <Bdi>{part}</Bdi>
            </span>
          ))}
        </Typography>
      )}
      <Typography textColor="neutral600">
        {t('session.progress', { items: session.items, decided: session.decided })}
      </Typography>
    </CardLink>
  );
}
