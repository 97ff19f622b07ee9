import { useNotification } from '@strapi/strapi/admin';
import { Button, Flex, Typography } from '@strapi/design-system';
import { useState } from 'react';
import type { SessionDetail, SessionMember } from '../../../../contracts/sessions';
import { attendanceStates } from '../../../../contracts/vocabulary';
import type { AttendanceState } from '../../../../contracts/vocabulary';
import { useCommand } from '../../app/api';
import { useDraft } from '../../app/useDraft';
import { useWords } from '../../app/words';
import { Bdi } from '../../ui/Bdi';
import { Panel } from '../../ui/Panel';
import { Stack } from '../../ui/Prose';
import { Toggle } from '../../ui/Toggle';

type Marks = Record<string, AttendanceState>;

interface Props {
  session: SessionDetail;
  path: string;
  reload: () => void;
}

/** Who sits, who sends apologies, and who is there: taken once, for every item that is not open yet. */
export function AttendancePanel({ session, path, reload }: Props) {
  const { t } = useWords();
  const { toggleNotification } = useNotification();
  const { send, busy } = useCommand();
  const { draft, change, clear } = useDraft<{ marks: Marks }>(`session.attendance.${session.id}`, {
    marks: {},
  });
  const [trouble, setTrouble] = useState<string | null>(null);
  const takes = session.may.takeAttendance && session.form === 'room';
  const stateOf = ({ memberId, attendance }: SessionMember) =>
    (takes ? draft.marks[memberId] : undefined) ?? attendance;
  const marked = session.members.flatMap((member) => {
    const state = draft.marks[member.memberId];
    return state && state !== member.attendance ? [{ memberId: member.memberId, state }] : [];
  });
  const mark = (marks: Marks) => change((before) => ({ marks: { ...before.marks, ...marks } }));

  const save = async () => {
    setTrouble(null);
    const outcome = await send(`${path}/attendance`, { members: marked });
    if (outcome === null) return;
    if (outcome.ok) {
      change({ marks: {} });
      clear();
      toggleNotification({ type: 'success', message: t('attendance.kept') });
    } else setTrouble(outcome.problem.message);
    reload();
  };

  return (
    <Panel
      title={t(takes ? 'members.title' : 'session.members')}
      aside={
        takes && (
          <Button
            size="S"
            variant="tertiary"
            onClick={() =>
              mark(
                Object.fromEntries(
                  session.members.map(({ memberId, apology }) => [
                    memberId,
                    apology ? 'absent' : 'present',
                  ]),
                ),
              )
            }
          >
            {t('attendance.all-present')}
          </Button>
        )
      }
    >
      <Stack>
        {takes && (
          <Typography tag="p" textColor="neutral600">
            {t('attendance.explained')}
          </Typography>
        )}
        <Stack as="ul" style={{ listStyle: 'none', padding: 0 }}>
          {session.members.map((member) => (
            <li key={member.memberId}>
              <Member
                member={member}
                state={stateOf(member)}
                mark={takes ? (state) => mark({ [member.memberId]: state }) : null}
              />
            </li>
          ))}
        </Stack>
        {trouble && (
          <Typography tag="p" role="alert" textColor="danger700">
            {trouble}
          </Typography>
        )}
        {takes && marked.length > 0 && (
          <Flex>
            <Button loading={busy} onClick={() => void save()}>
              {t('attendance.keep')}
            </Button>
          </Flex>
        )}
      </Stack>
    </Panel>
  );
}

interface MemberProps {
  member: SessionMember;
  state: AttendanceState | null;
  mark: ((state: AttendanceState) => void) | null;
}

function Member({ member, state, mark }: MemberProps) {
  const { t, word } = useWords();
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <div>
        <Typography tag="p" fontWeight={member.me ? 'bold' : 'regular'}>
          <Bdi>{member.name}</Bdi>
          {member.me && ` (${t('session.me')})`}
        </Typography>
        <Typography tag="p" variant="pi" textColor="neutral600">
          {word('seat', member.seat)}
          {!mark && state && ` · ${word('attendance', state)}`}
        </Typography>
        {member.apology && (
          <Typography tag="p" variant="pi" textColor="warning700">
            {t('apology.sent')}
            {member.apology.reason && (
              <>
                {': '}
                <Bdi>{member.apology.reason}</Bdi>
              </>
            )}
          </Typography>
        )}
      </div>
      {mark && (
        <Flex
          gap={2}
          wrap="wrap"
          role="group"
          aria-label={t('members.attendance-of', { name: member.name })}
        >
          {attendanceStates.map((one) => (
            <Toggle key={one} type="button" aria-pressed={state === one} onClick={() => mark(one)}>
              {word('attendance', one)}
            </Toggle>
          ))}
        </Flex>
      )}
    </Flex>
  );
}
