import { Button, Flex, Typography } from '@strapi/design-system';
import { Feather, Television } from '@strapi/icons';
import { NavLink, useParams } from 'react-router-dom';
import type { SessionDetail } from '../../../../contracts/sessions';
import { useCrm } from '../../app/api';
import { paths } from '../../app/paths';
import { useLive } from '../../app/useLive';
import { useWords } from '../../app/words';
import { Bdi } from '../../ui/Bdi';
import { PageFrame } from '../../ui/PageFrame';
import { Stack } from '../../ui/Prose';
import { Sides } from '../../ui/Sides';
import { Show } from '../../ui/States';
import { Rules } from '../Rules';
import { AgendaPanel } from './AgendaPanel';
import { ApologyPanel } from './ApologyPanel';
import { AttendancePanel } from './AttendancePanel';
import { InvitationsPanel } from './InvitationsPanel';
import { MinutesNote } from './MinutesNote';
import { PlanPanel } from './PlanPanel';
import { useSessionWords } from '../sessions/useSessionWords';

/** One session: its agenda, who comes, who was told, and its minutes. */
export function SessionPage() {
  const { t } = useWords();
  const words = useSessionWords();
  const { session: id = '' } = useParams();
  const path = `/sessions/${encodeURIComponent(id)}`;
  const session = useCrm<SessionDetail>(path);
  useLive(session.reload);
  const { data } = session;
  const mayMinutes = data !== null && (data.may.readMinutes || data.may.writeMinutes);
  return (
    <PageFrame
      title={data ? words.title(data) : t('sessions.title')}
      subtitle={data ? `${data.committeeName} · ${words.day(data)}` : undefined}
      back={{ to: paths.committee, label: t('sessions.back') }}
      actions={
        data && (
          <Flex gap={2} wrap="wrap">
            {mayMinutes && (
              <Button
                tag={NavLink}
                to={paths.minutes(id)}
                variant="tertiary"
                startIcon={<Feather aria-hidden />}
              >
                {t('minutes.title')}
              </Button>
            )}
            {data.status !== 'cancelled' && (
              <Button
                tag={NavLink}
                to={paths.projector(id)}
                variant="tertiary"
                startIcon={<Television aria-hidden />}
              >
                {t('projector.title')}
              </Button>
            )}
          </Flex>
        )
      }
    >
      <Show from={session} lines={10}>
        {(loaded) => {
          const props = { session: loaded, path, reload: session.reload };
          return (
            <Stack>
              <Cancelled session={loaded} />
              <MinutesNote session={loaded} />
              <Sides>
                <AgendaPanel session={loaded} />
                <Stack>
                  <PlanPanel {...props} />
                  <AttendancePanel {...props} />
                  <ApologyPanel {...props} />
                  <InvitationsPanel {...props} />
                  <Rules rules={loaded.rules} />
                </Stack>
              </Sides>
            </Stack>
          );
        }}
      </Show>
    </PageFrame>
  );
}

function Cancelled({ session: { cancelled } }: { session: SessionDetail }) {
  const { t } = useWords();
  if (cancelled === null) return null;
  return (
    <Flex
      direction="column"
      alignItems="stretch"
      gap={1}
      background="danger100"
      padding={4}
      hasRadius
    >
      <Typography tag="p" fontWeight="bold" textColor="danger700">
        {t('session.was-cancelled')}
      </Typography>
      <Typography tag="p">
        <Bdi>{cancelled.reason}</Bdi>
      </Typography>
    </Flex>
  );
}
