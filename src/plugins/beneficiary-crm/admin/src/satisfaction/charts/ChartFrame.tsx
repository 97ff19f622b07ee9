import { Box } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { styled } from 'styled-components';
import { useWords } from '../../app/words';

const Details = styled.details`
  margin-block-start: ${({ theme }) => theme.spaces[3]};

  summary {
    cursor: pointer;
    color: ${({ theme }) => theme.colors.primary700};
    font-size: ${({ theme }) => theme.fontSizes[2]};
    padding-block: ${({ theme }) => theme.spaces[2]};
  }
`;

/** Plain tables of figures, in the direction of the text. */
export const FigureTable = styled.table`
  inline-size: 100%;
  border-collapse: collapse;
  font-size: ${({ theme }) => theme.fontSizes[2]};
  color: ${({ theme }) => theme.colors.neutral800};

  th,
  td {
    padding: ${({ theme }) => theme.spaces[2]};
    border-block-end: 1px solid ${({ theme }) => theme.colors.neutral150};
    text-align: start;
  }
  th {
    font-weight: 600;
  }
`;

/** A table may be wider than a phone: it scrolls by itself, with the keyboard too. */
export const Scrolling = styled.div`
  overflow-x: auto;
`;

interface Props {
  /** height of the drawing, in pixels */
  height: number;
  chart: ReactNode;
  head: string[];
  rows: { key: string; cells: string[] }[];
}

/** A chart, and the same figures as a table for who cannot see it. */
export function ChartFrame({ height, chart, head, rows }: Props) {
  const { t } = useWords();
  return (
    <div>
      <Box position="relative" height={`${height}px`}>
        {chart}
      </Box>
      <Details>
        <summary>{t('figures.as-table')}</summary>
        <Scrolling>
          <FigureTable>
            <thead>
              <tr>
                {head.map((title) => (
                  <th key={title} scope="col">
                    {title}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ key, cells: [name, ...cells] }) => (
                <tr key={key}>
                  <th scope="row">{name}</th>
                  {cells.map((cell, column) => (
                    <td key={head[column + 1]}>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </FigureTable>
        </Scrolling>
      </Details>
    </div>
  );
}
