import { Checkbox, Link, Table, Tbody, Td, Th, Thead, Tr, Typography } from '@strapi/design-system';
import type { KeyboardEvent, ReactNode } from 'react';
import { NavLink, useNavigate } from 'react-router-dom';
import { styled } from 'styled-components';
import { rowId, useLeaving } from '../app/returning';
import { useWords } from '../app/words';
import { Bdi } from './Bdi';

/** Names wrap instead of being cut. */
const Wrapping = styled.div`
  td,
  td * {
    white-space: normal;
    overflow-wrap: break-word;
  }
  td {
    padding-block: ${({ theme }) => theme.spaces[3]};
    block-size: auto;
    min-inline-size: 10rem;
  }
  th:has([role='checkbox']),
  td:has([role='checkbox']) {
    inline-size: 5.2rem;
    min-inline-size: 0;
    padding-inline-start: ${({ theme }) => theme.spaces[2]};
  }
  tr[aria-selected='true'] {
    background: ${({ theme }) => theme.colors.primary100};
  }
  tr[data-current] {
    box-shadow: inset 0 0 0 2px ${({ theme }) => theme.colors.primary600};
  }
`;

/** Rows that can be chosen, so that something is done to all of them together. */
export interface RowChoice<Row> {
  /** how much of the page is chosen */
  page: boolean | 'indeterminate';
  togglePage: () => void;
  pageLabel: string;
  has: (row: Row) => boolean;
  toggle: (row: Row) => void;
  label: (row: Row) => string;
}

interface Props<Row> {
  /** what the table lists */
  label: string;
  /** headings, the name's first */
  columns: readonly { key: string; label: string }[];
  rows: readonly Row[];
  /** on all pages together */
  total: number;
  /** the address of what a row is about */
  to: (row: Row) => string;
  name: (row: Row) => string;
  /** what stands under the name */
  under: (row: Row) => ReactNode;
  /** the other columns, in their order */
  cells: (row: Row) => readonly ReactNode[];
  choice?: RowChoice<Row>;
  /** the row that is looked at beside the list */
  current?: string | null;
  /** the focus came to a row */
  onFocus?: (row: Row) => void;
  /** instead of following the link, where a click in the row does something else */
  onPick?: (row: Row) => void;
}

/** A click in the cell of a checkbox means the checkbox. */
const stop = (event: { stopPropagation: () => void }) => event.stopPropagation();

/**
 * Between the checkbox and the link of a row. It takes the place of the grid's own keys, which lose their way where a
 * heading holds a checkbox; up and down belong to whoever lists the rows.
 */
function goAcross(event: KeyboardEvent<HTMLElement>, dir: 'rtl' | 'ltr') {
  if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
  const { activeElement } = document;
  const stops = [
    ...(activeElement?.closest('tr')?.querySelectorAll<HTMLElement>('[role="checkbox"], a') ?? []),
  ];
  const onwards = (event.key === 'ArrowLeft') === (dir === 'rtl');
  const next = stops[stops.findIndex((stop) => stop === activeElement) + (onwards ? 1 : -1)];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

/** A list to go on from: the name is a link, a click anywhere in the row follows it, and the way back ends there. */
export function ListTable<Row extends { id: string }>(props: Props<Row>) {
  const { label, columns, rows, total, to, name, under, cells } = props;
  const { choice, current, onFocus, onPick } = props;
  const navigate = useNavigate();
  const { dir } = useWords();
  const state = useLeaving();
  return (
    <Wrapping>
      <Table
        colCount={columns.length + (choice ? 1 : 0)}
        rowCount={total}
        aria-label={label}
        aria-multiselectable={choice ? true : undefined}
        {...(choice && { onKeyDown: (event) => goAcross(event, dir) })}
      >
        <Thead>
          <Tr>
            {choice && (
              <Th>
                <Checkbox
                  aria-label={choice.pageLabel}
                  checked={choice.page}
                  onCheckedChange={choice.togglePage}
                />
              </Th>
            )}
            {columns.map((column) => (
              <Th key={column.key}>
                <Typography variant="pi" fontWeight="bold" textColor="neutral600">
                  {column.label}
                </Typography>
              </Th>
            ))}
          </Tr>
        </Thead>
        <Tbody>
          {rows.map((row) => (
            <Tr
              key={row.id}
              onClick={() => (onPick ? onPick(row) : void navigate(to(row), { state }))}
              onFocus={onFocus && (() => onFocus(row))}
              aria-selected={choice?.has(row)}
              data-current={row.id === current || undefined}
              cursor="pointer"
            >
              {choice && (
                <Td onClick={stop}>
                  <Checkbox
                    aria-label={choice.label(row)}
                    checked={choice.has(row)}
                    onCheckedChange={() => choice.toggle(row)}
                  />
                </Td>
              )}
              <Td>
                <Link tag={NavLink} id={rowId(row.id)} to={to(row)} state={state} onClick={stop}>
                  <Bdi>{name(row)}</Bdi>
                </Link>
                {under(row)}
              </Td>
              {cells(row).map((cell, place) => (
                <Td key={columns[place + 1]?.key}>{cell}</Td>
              ))}
            </Tr>
          ))}
        </Tbody>
      </Table>
    </Wrapping>
  );
}
