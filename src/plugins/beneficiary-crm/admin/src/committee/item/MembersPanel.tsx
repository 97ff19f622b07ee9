import { Button, Flex, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { styled } from 'styled-components';
import type { AttendanceState } from '../../../../contracts/vocabulary';
import { useCommand } from '../../app/api';
import { useWords } from '../../app/words';
import { Bdi } from '../../ui/Bdi';
import { Panel } from '../../ui/Panel';
import { Stack } from '../../ui/Prose';
import type { ItemProps } from './ItemPage';
import { MemberRow } from './MemberRow';
import type { Member } from './MemberRow';
import { VoidDialog } from './VoidDialog';

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

/** Who is there. While the vote is open, only whether each has voted; after the close, how. */
export function MembersPanel(props: ItemProps) {
  const { item, path, reload } = props;
  const { t, word } = useWords();
  const { send, busy } = useCommand();
  const [trouble, setTrouble] = useState<string | null>(null);
  const [voiding, setVoiding] = useState<Member | null>(null);
  const takes = item.rights.attendance.allowed;
  const awaited = item.members.filter(({ attendance }) => attendance !== 'present');

  const record = async (states: { memberId: number; state: AttendanceState }[]) => {
    setTrouble(null);
    for (const one of states) {
      const outcome = await send(`${path}/attendance`, one);
      if (outcome === null) return;
      if (!outcome.ok) {
        setTrouble(outcome.problem.message);
        break;
      }
    }
    reload();
  };

  return (
    <Panel
      title={t('members.title')}
      aside={
        takes &&
        awaited.length > 1 && (
          <Button
            variant="tertiary"
            loading={busy}
            onClick={() =>
              void record(awaited.map(({ memberId }) => ({ memberId, state: 'present' })))
            }
          >
            {t('members.all-present')}
          </Button>
        )
      }
    >
      <Stack>
        {trouble && (
          <Typography tag="p" role="alert" textColor="danger700">
            {trouble}
          </Typography>
        )}
        <List>
          {item.members.map((member) => (
            <li key={member.memberId}>
              <MemberRow
                member={member}
                closed={item.tally !== null}
                record={
                  takes ? (state) => void record([{ memberId: member.memberId, state }]) : null
                }
                busy={busy}
                voidBallot={
                  item.rights.voidBallot.allowed && member.removed && member.hasVoted
                    ? () => setVoiding(member)
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
                <Flex key={memberId} tag="li" gap={1}>
                  <Bdi>{name}</Bdi> · {word('seat', seat)}
                </Flex>
              ))}
            </List>
          </div>
        )}
      </Stack>
      {voiding && <VoidDialog {...props} member={voiding} close={() => setVoiding(null)} />}
    </Panel>
  );
}
