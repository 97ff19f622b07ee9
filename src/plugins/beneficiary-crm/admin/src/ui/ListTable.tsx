import { Link, Table, Tbody, Td, Th, Thead, Tr, Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { NavLink, useNavigate } from 'react-router-dom';
import { styled } from 'styled-components';
import { rowId, useLeaving } from '../app/returning';
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
`;

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
}

/** A list to go on from: the name is a link, a click anywhere in the row follows it, and the way back ends there. */
export function ListTable<Row extends { id: string }>(props: Props<Row>) {
  const { label, columns, rows, total, to, name, under, cells } = props;
  const navigate = useNavigate();
  const state = useLeaving();
  return (
    <Wrapping>
      <Table colCount={columns.length} rowCount={total} aria-label={label}>
        <Thead>
          <Tr>
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
            <Tr key={row.id} onClick={() => navigate(to(row), { state })} cursor="pointer">
              <Td>
                <Link
                  tag={NavLink}
                  id={rowId(row.id)}
                  to={to(row)}
                  state={state}
                  onClick={(event) => event.stopPropagation()}
                >
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
