import { Button, Flex, Typography } from '@strapi/design-system';
import type { AgendaItemDetail } from '../../../../contracts/items';
import type { AttendanceState } from '../../../../contracts/vocabulary';
import { attendanceStates } from '../../../../contracts/vocabulary';
import { useWords } from '../../app/words';
import { Bdi } from '../../ui/Bdi';
import { Prose } from '../../ui/Prose';
import { Toggle } from '../../ui/Toggle';

export type Member = AgendaItemDetail['members'][number];

interface Props {
  member: Member;
  closed: boolean;
  busy: boolean;
  /** for who takes the attendance */
  record: ((state: AttendanceState) => void) | null;
  /** for who may declare this ballot void */
  voidBallot: (() => void) | null;
}

/** One member: the seat, whether present, whether voted; after the close how, where ballots are named. */
export function MemberRow({ member, closed, busy, record, voidBallot }: Props) {
  const { t, word } = useWords();
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <Flex justifyContent="space-between" gap={3} alignItems="start">
        <div style={{ overflowWrap: 'anywhere' }}>
          <Typography tag="p" fontWeight={member.me ? 'bold' : 'regular'}>
            <Bdi>{member.name}</Bdi>
            {member.me && ` (${t('session.me')})`}
          </Typography>
          <Typography tag="p" variant="pi" textColor="neutral600">
            {word('seat', member.seat)}
            {!record && ` · ${word('attendance', member.attendance)}`}
            {member.removed && ` · ${t('members.removed')}`}
          </Typography>
        </div>
        {member.seat !== 'observer' && (
          <Typography fontWeight="bold">{standing(member, closed, t, word)}</Typography>
        )}
      </Flex>
      {member.reservation && <Words title={t('ballot.reservation')} text={member.reservation} />}
      {member.voided && <Words title={t('members.voided')} text={member.voided.reason} />}
      {voidBallot && (
        <Flex>
          <Button variant="danger-light" onClick={voidBallot}>
            {t('void.button')}
          </Button>
        </Flex>
      )}
      {record && (
        <Flex gap={2} role="group" aria-label={t('members.attendance-of', { name: member.name })}>
          {attendanceStates.map((state) => (
            <Toggle
              key={state}
              type="button"
              disabled={busy}
              aria-pressed={member.attendance === state}
              onClick={() => record(state)}
            >
              {word('attendance', state)}
            </Toggle>
          ))}
        </Flex>
      )}
    </Flex>
  );
}

type Say = ReturnType<typeof useWords>;

function standing(member: Member, closed: boolean, t: Say['t'], word: Say['word']): string {
  if (member.recused) return t('members.recused');
  if (member.voided && !member.hasVoted) return t('members.void');
  if (member.choice) return word('ballot', member.choice);
  if (member.hasVoted) return t('members.voted');
  return t(closed ? 'members.no-ballot' : 'members.not-voted');
}

const Words = ({ title, text }: { title: string; text: string }) => (
  <div>
    <Typography tag="p" variant="pi" fontWeight="bold">
      {title}
    </Typography>
    <Prose>{text}</Prose>
  </div>
);
