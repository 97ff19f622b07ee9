import { useNotification } from '@strapi/strapi/admin';
import { Flex, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import type { AgendaItemDetail } from '../../../contracts/items';
import type { AttendanceState } from '../../../contracts/vocabulary';
import { attendanceStates } from '../../../contracts/vocabulary';
import { useCommand } from '../app/api';
import { useWords } from '../app/words';
import { Bdi } from '../ui/Bdi';
import { Panel } from '../ui/Panel';
import { Prose } from '../ui/Prose';
import type { ItemProps } from './ItemPage';

type Member = AgendaItemDetail['members'][number];

const List = styled.ul`
  list-style: none;
  padding: 0;

  li {
    padding-block: ${({ theme }) => theme.spaces[3]};
    border-block-end: 1px solid ${({ theme }) => theme.colors.neutral150};
  }
  li:last-child {
    border-block-end: 0;
  }
`;
const Toggle = styled.button`
  padding-block: ${({ theme }) => theme.spaces[2]};
  padding-inline: ${({ theme }) => theme.spaces[3]};
  border: 1px solid ${({ theme }) => theme.colors.neutral300};
  border-radius: ${({ theme }) => theme.borderRadius};
  color: ${({ theme }) => theme.colors.neutral800};
  background: ${({ theme }) => theme.colors.neutral0};
  font-size: ${({ theme }) => theme.fontSizes[1]};
  cursor: pointer;

  &[aria-pressed='true'] {
    background: ${({ theme }) => theme.colors.primary100};
    border-color: ${({ theme }) => theme.colors.primary600};
    color: ${({ theme }) => theme.colors.primary700};
    font-weight: 600;
  }
`;

/** Who is there. While the vote is open, only whether each has voted; after the close, how. */
export function MembersPanel({ item, path, reload }: ItemProps) {
  const { t, word } = useWords();
  const { toggleNotification } = useNotification();
  const { send, busy } = useCommand();

  const record = async (memberId: number, state: AttendanceState) => {
    const outcome = await send(`${path}/attendance`, { memberId, state });
    if (outcome === null) return;
    if (!outcome.ok) toggleNotification({ type: 'warning', message: outcome.problem.message });
    reload();
  };

  return (
    <Panel title={t('members.title')}>
      <List>
        {item.members.map((member) => (
          <li key={member.memberId}>
            <MemberRow
              member={member}
              closed={item.tally !== null}
              record={
                item.rights.attendance.allowed && !busy
                  ? (state) => void record(member.memberId, state)
                  : null
              }
            />
          </li>
        ))}
      </List>
      {item.excluded.length > 0 && (
        <div>
          <Typography tag="h3" variant="omega" fontWeight="bold">
            {t('members.excluded')}
          </Typography>
          <List>
            {item.excluded.map(({ memberId, name, seat }) => (
              <li key={memberId}>
                <Bdi>{name}</Bdi> · {word('seat', seat)}
              </li>
            ))}
          </List>
        </div>
      )}
    </Panel>
  );
}

interface RowProps {
  member: Member;
  closed: boolean;
  record: ((state: AttendanceState) => void) | null;
}

function MemberRow({ member, closed, record }: RowProps) {
  const { t, word } = useWords();
  const standing = member.recused
    ? t('members.recused')
    : closed
      ? member.choice
        ? word('ballot', member.choice)
        : t('members.no-ballot')
      : t(member.hasVoted ? 'members.voted' : 'members.not-voted');

  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <Flex justifyContent="space-between" gap={3} alignItems="start">
        <div>
          <Typography tag="p" fontWeight={member.me ? 'bold' : 'regular'}>
            <Bdi>{member.name}</Bdi>
            {member.me && ` (${t('session.me')})`}
          </Typography>
          <Typography tag="p" variant="pi" textColor="neutral600">
            {word('seat', member.seat)}
            {!record && ` · ${word('attendance', member.attendance)}`}
          </Typography>
        </div>
        {member.seat !== 'observer' && <Typography fontWeight="bold">{standing}</Typography>}
      </Flex>
      {member.reservation && (
        <div>
          <Typography tag="p" variant="pi" fontWeight="bold">
            {t('ballot.reservation')}
          </Typography>
          <Prose>{member.reservation}</Prose>
        </div>
      )}
      {record && (
        <Flex gap={2} role="group" aria-label={t('members.attendance-of', { name: member.name })}>
          {attendanceStates.map((state) => (
            <Toggle
              key={state}
              type="button"
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
