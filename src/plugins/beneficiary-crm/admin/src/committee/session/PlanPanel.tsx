import { Button, Flex, Typography } from '@strapi/design-system';
import { Calendar, Play } from '@strapi/icons';
import { useState } from 'react';
import type { SessionDetail } from '../../../../contracts/sessions';
import { useCommand } from '../../app/api';
import { useWords } from '../../app/words';
import { Bdi } from '../../ui/Bdi';
import { Panel } from '../../ui/Panel';
import { Stack } from '../../ui/Prose';
import { Tag } from '../../ui/Tag';
import { sessionTone, useSessionWords } from '../sessions/useSessionWords';
import { CancelDialog } from './CancelDialog';
import { MoveDialog } from './MoveDialog';

export interface SessionProps {
  session: SessionDetail;
  /** address of the session's commands */
  path: string;
  reload: () => void;
}

/** When and where; and what may be done with the session as a whole. */
export function PlanPanel({ session, path, reload }: SessionProps) {
  const { t } = useWords();
  const words = useSessionWords();
  const { send, busy } = useCommand();
  const [dialog, setDialog] = useState<'move' | 'cancel' | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const planned = session.status === 'planned';
  const mine = session.members.find(({ me }) => me)?.seat;
  // A circulation opens all its items at once; in a room each is opened when its turn comes.
  const mayStart =
    planned && session.form === 'circulation' && (mine === 'chair' || mine === 'deputy');
  const done = () => {
    setDialog(null);
    reload();
  };

  const start = async () => {
    setTrouble(null);
    const outcome = await send(`${path}/start`, {});
    if (outcome === null) return;
    if (!outcome.ok) setTrouble(outcome.problem.message);
    reload();
  };

  return (
    <Panel
      title={t('plan.session')}
      aside={<Tag tone={sessionTone(session.status)}>{t(`session.status.${session.status}`)}</Tag>}
    >
      <Stack>
        <div>
          <Typography tag="p">
            <Bdi>{words.day(session)}</Bdi>
          </Typography>
          {words.details(session).map((part) => (
            <Typography key={part} tag="p">
              <Bdi>{part}</Bdi>
            </Typography>
          ))}
        </div>
        {mayStart && (
          <>
            <Typography tag="p" textColor="neutral600">
              {t('session.start-explained')}
            </Typography>
            <Flex>
              <Button startIcon={<Play aria-hidden />} loading={busy} onClick={() => void start()}>
                {t('session.start')}
              </Button>
            </Flex>
          </>
        )}
        {trouble && (
          <Typography tag="p" role="alert" textColor="danger700">
            {trouble}
          </Typography>
        )}
        {session.may.keep && planned && (
          <Flex gap={2} wrap="wrap">
            <Button
              variant="tertiary"
              startIcon={<Calendar aria-hidden />}
              onClick={() => setDialog('move')}
            >
              {t('session.move')}
            </Button>
            <Button variant="danger-light" onClick={() => setDialog('cancel')}>
              {t('session.cancel')}
            </Button>
          </Flex>
        )}
      </Stack>
      {dialog === 'move' && (
        <MoveDialog session={session} path={path} close={() => setDialog(null)} done={done} />
      )}
      {dialog === 'cancel' && (
        <CancelDialog session={session} path={path} close={() => setDialog(null)} done={done} />
      )}
    </Panel>
  );
}
