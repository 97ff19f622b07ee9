import { Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import { Bdi } from './Bdi';

const Scrolling = styled.div`
  overflow-x: auto;
  table {
    inline-size: 100%;
    border-collapse: collapse;
  }
  th,
  td {
    padding: ${({ theme }) => `${theme.spaces[2]} ${theme.spaces[3]}`};
    text-align: start;
    vertical-align: top;
    border-block-end: 1px solid ${({ theme }) => theme.colors.neutral150};
    overflow-wrap: break-word;
    min-inline-size: 8rem;
    line-height: 1.7;
  }
`;

interface Props {
  /** what the table holds */
  label: string;
  columns: readonly string[];
  /** heading of the last column: the amount, or what is now */
  last: string;
  rows: readonly { key: string; cells: readonly string[]; last: string }[];
}

/** A small table to be read; a narrow screen scrolls it within its own frame. */
export const PlainTable = ({ label, columns, last, rows }: Props) => (
  <Scrolling role="group" aria-label={label} tabIndex={0}>
    <table>
      <thead>
        <tr>
          {[...columns, last].map((name) => (
            <th key={name} scope="col">
              <Typography variant="pi" fontWeight="bold" textColor="neutral600">
                {name}
              </Typography>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            {[...row.cells, row.last].map((cell, place) => (
              <td key={columns[place] ?? last}>
                <Typography>
                  <Bdi>{cell}</Bdi>
                </Typography>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </Scrolling>
);
