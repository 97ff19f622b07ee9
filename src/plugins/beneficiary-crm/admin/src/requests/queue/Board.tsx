import { Flex, Link, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { NavLink, useSearchParams } from 'react-router-dom';
import { styled } from 'styled-components';
import type { Board as BoardData, QueueRow } from '../../../../contracts/queue';
import { paths } from '../../app/paths';
import { rowId } from '../../app/returning';
import { useNarrow } from '../../app/useMedia';
import { useWords } from '../../app/words';
import { Choice } from '../../ui/Choice';
import { Stack } from '../../ui/Prose';
import { changeAddress } from '../queue';
import { neighbour } from './board';
import type { BoardMove } from './board';
import { BoardCard } from './BoardCard';
import { KeysDialog, KeysHint } from './KeysDialog';
import { MoveDialog } from './MoveDialog';
import { useCount } from './useCount';
import { useQueueKeys } from './useQueueKeys';

const Columns = styled.div`
  display: grid;
  grid-auto-flow: column;
  grid-auto-columns: minmax(24rem, 1fr);
  gap: ${({ theme }) => theme.spaces[3]};
  align-items: start;
  overflow-x: auto;
  padding: 2px;
  padding-block-end: ${({ theme }) => theme.spaces[3]};
`;
const Column = styled.section`
  display: flex;
  flex-direction: column;
  gap: ${({ theme }) => theme.spaces[3]};
  min-inline-size: 0;
  padding: ${({ theme }) => theme.spaces[3]};
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme }) => theme.colors.neutral150};
`;
const Cards = styled.ul`
  display: flex;
  flex-direction: column;
  gap: ${({ theme }) => theme.spaces[2]};
  list-style: none;
  padding: 0;
`;

interface Props {
  board: BoardData;
  reload: () => void;
  search: () => void;
}

/** The queue by what each request waits for, in the order of the work; on a phone one status at a time. */
export function Board({ board, reload, search }: Props) {
  const { t, word, dir } = useWords();
  const count = useCount(board.countedTo);
  const narrow = useNarrow();
  const [current, setCurrent] = useState<string | null>(null);
  const [moving, setMoving] = useState<QueueRow | null>(null);
  const [help, setHelp] = useState(false);
  const [status, setStatus] = useState('');
  const { columns } = board;
  const first = columns.find(({ cards }) => cards.length > 0) ?? columns[0];
  const one = columns.find((column) => column.status === status) ?? first;
  const shown = narrow ? (one ? [one] : []) : columns;

  const go = (move: BoardMove) => {
    const cards = shown.map((column) => column.cards.map(({ id }) => id));
    const next = neighbour(cards, current, move);
    if (next === null) return;
    setCurrent(next);
    const link = document.getElementById(rowId(next));
    link?.focus();
    link?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  };
  useQueueKeys({
    next: () => go('next'),
    previous: () => go('previous'),
    // The work runs from right to left in Arabic, and so do the columns.
    left: () => go(dir === 'rtl' ? 'later' : 'earlier'),
    right: () => go(dir === 'rtl' ? 'earlier' : 'later'),
    search,
    help: () => setHelp(true),
  });

  return (
    <Stack>
      {narrow && one && (
        <Choice
          name="column"
          label={t('board.column')}
          value={one.status}
          options={columns.map((column) => ({
            value: column.status,
            label: t('inbox.view-count', {
              view: word('status', column.status),
              n: count(column.count),
            }),
          }))}
          change={setStatus}
        />
      )}
      <Columns as={narrow ? Stack : undefined} role="group" aria-label={t('board.label')}>
        {shown.map((column) => (
          <OneColumn
            key={column.status}
            column={column}
            count={count}
            steps={setMoving}
            focus={setCurrent}
          />
        ))}
      </Columns>
      {!narrow && <KeysHint show={() => setHelp(true)} />}
      {moving && (
        <MoveDialog
          id={moving.id}
          name={moving.applicantName}
          close={() => setMoving(null)}
          moved={reload}
        />
      )}
      {help && <KeysDialog board close={() => setHelp(false)} />}
    </Stack>
  );
}

interface ColumnProps {
  column: BoardData['columns'][number];
  /** a number of requests in words */
  count: (n: number) => string;
  steps: (row: QueueRow) => void;
  focus: (id: string) => void;
}

function OneColumn({ column: { status, count: n, cards }, count, steps, focus }: ColumnProps) {
  const { t, word } = useWords();
  const [search] = useSearchParams();
  const rest = changeAddress(search, { status, shape: '' });
  return (
    <Column aria-labelledby={`column-${status}`}>
      <Flex justifyContent="space-between" gap={2} alignItems="baseline">
        <Typography tag="h2" variant="omega" fontWeight="bold" id={`column-${status}`}>
          {word('status', status)}
        </Typography>
        <Typography variant="pi" textColor="neutral600" fontWeight="bold">
          {count(n)}
        </Typography>
      </Flex>
      {cards.length === 0 ? (
        <Typography tag="p" variant="pi" textColor="neutral600">
          {t('board.none')}
        </Typography>
      ) : (
        <Cards>
          {cards.map((row) => (
            <BoardCard key={row.id} row={row} steps={steps} focus={() => focus(row.id)} />
          ))}
        </Cards>
      )}
      {n > cards.length && (
        <Link tag={NavLink} to={`${paths.requests}?${rest.toString()}`}>
          {t('board.all-of', { n: count(n) })}
        </Link>
      )}
    </Column>
  );
}
