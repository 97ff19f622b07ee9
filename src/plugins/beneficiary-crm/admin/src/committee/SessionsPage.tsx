import { Button, Flex, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { useState } from 'react';
import type { SessionList, SessionSummary } from '../../../contracts/sessions';
import { useCrm } from '../app/api';
import { useFormats } from '../app/formats';
import { paths } from '../app/paths';
import { useWords } from '../app/words';
import { Bdi } from '../ui/Bdi';
import { CardLink, CardList } from '../ui/CardList';
import { PageFrame } from '../ui/PageFrame';
import { Stack } from '../ui/Prose';
import { Empty, Show } from '../ui/States';
import { Tag } from '../ui/Tag';
import { NewSessionDialog } from './NewSessionDialog';

/** The committee's sessions; what waits for the reader's vote comes first. */
export function SessionsPage() {
  const { t } = useWords();
  const sessions = useCrm<SessionList>('/sessions');
  const [planning, setPlanning] = useState(false);
  const plans = sessions.data?.plans ?? [];
  const mayCreate = plans.some((plan) => plan.mayCreate);

  return (
    <PageFrame
      title={t('sessions.title')}
      subtitle={
        sessions.data
          ? plans.map((plan) => t(`sessions.ready.${plan.purpose}`, { n: plan.ready })).join(' · ')
          : undefined
      }
      actions={
        mayCreate && (
          <Button startIcon={<Plus aria-hidden />} onClick={() => setPlanning(true)}>
            {t('sessions.new')}
          </Button>
        )
      }
    >
      <Show from={sessions}>
        {(list) =>
          list.sessions.length === 0 ? (
            <Empty>{t(mayCreate ? 'sessions.empty-create' : 'sessions.empty')}</Empty>
          ) : (
            <Stack>
              <CardList aria-label={t('sessions.title')}>
                {[...list.sessions]
                  .sort((a, b) => Number(b.needsMyVote > 0) - Number(a.needsMyVote > 0))
                  .map((session) => (
                    <li key={session.id}>
                      <SessionCard session={session} />
                    </li>
                  ))}
              </CardList>
            </Stack>
          )
        }
      </Show>
      {planning && (
        <NewSessionDialog
          plans={plans.filter((plan) => plan.mayCreate)}
          close={() => setPlanning(false)}
          done={sessions.reload}
        />
      )}
    </PageFrame>
  );
}

function SessionCard({ session }: { session: SessionSummary }) {
  const { t } = useWords();
  const { number, day, hijri } = useFormats();
  return (
    <CardLink to={paths.session(session.id)}>
      <Flex gap={3} wrap="wrap">
        <Typography variant="delta" tag="h2">
          {t('session.title', { n: number(session.number) })}
        </Typography>
        <Tag tone={session.status === 'open' ? 'primary' : 'neutral'}>
          {t(`session.status.${session.status}`)}
        </Tag>
        {session.needsMyVote > 0 && (
          <Tag tone="warning">{t('session.needs-my-vote', { n: session.needsMyVote })}</Tag>
        )}
      </Flex>
      <Typography>
        <Bdi>{session.committeeName}</Bdi>
        {' · '}
        <Bdi>
          {t('common.both-dates', { day: day(session.heldOn), hijri: hijri(session.heldOn) })}
        </Bdi>
      </Typography>
      <Typography textColor="neutral600">
        {t('session.progress', { items: session.items, decided: session.decided })}
      </Typography>
    </CardLink>
  );
}
