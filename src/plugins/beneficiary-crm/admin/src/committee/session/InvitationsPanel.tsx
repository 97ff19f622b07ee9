import { Button, Flex, Typography } from '@strapi/design-system';
import { PaperPlane } from '@strapi/icons';
import { useState } from 'react';
import type { SessionDetail } from '../../../../contracts/sessions';
import { useCommand } from '../../app/api';
import { useFormats } from '../../app/formats';
import { useWords } from '../../app/words';
import { Bdi } from '../../ui/Bdi';
import { Panel } from '../../ui/Panel';
import { Stack } from '../../ui/Prose';

interface Props {
  session: SessionDetail;
  path: string;
  reload: () => void;
}

/** Whether the members know of the session as it stands. Each version of it is invited to once. */
export function InvitationsPanel({ session, path, reload }: Props) {
  const { t } = useWords();
  const { dayAndTime } = useFormats();
  const { send, busy } = useCommand();
  const [trouble, setTrouble] = useState<string | null>(null);
  const { sentVersion, at, due, waiting, sent, failed } = session.invitations;
  const over = session.status === 'closed' || session.status === 'cancelled';
  const mayInvite = session.may.keep && due && !over;
  if (!session.may.keep) return null;

  const invite = async () => {
    setTrouble(null);
    const outcome = await send(`${path}/invitations`, { expectedVersion: session.version });
    if (outcome === null) return;
    if (!outcome.ok) setTrouble(outcome.problem.message);
    reload();
  };

  return (
    <Panel title={t('invitations.title')}>
      <Stack>
        <Typography tag="p">
          {at === null ? (
            t('invitations.none')
          ) : (
            <>
              {t('invitations.sent-at')} <Bdi>{dayAndTime(at)}</Bdi>
            </>
          )}
        </Typography>
        {at !== null && (
          <Typography tag="p" textColor="neutral600">
            {t('invitations.reached', { sent, waiting })}
          </Typography>
        )}
        {failed > 0 && (
          <Typography tag="p" textColor="danger700">
            {t('invitations.failed', { n: failed })}
          </Typography>
        )}
        {sentVersion !== null && due && !over && (
          <Typography tag="p" textColor="warning700">
            {t('invitations.changed')}
          </Typography>
        )}
        {mayInvite && (
          <Flex>
            <Button
              startIcon={<PaperPlane aria-hidden />}
              loading={busy}
              onClick={() => void invite()}
            >
              {t(sentVersion === null ? 'invitations.send' : 'invitations.send-again')}
            </Button>
          </Flex>
        )}
        {trouble && (
          <Typography tag="p" role="alert" textColor="danger700">
            {trouble}
          </Typography>
        )}
      </Stack>
    </Panel>
  );
}
