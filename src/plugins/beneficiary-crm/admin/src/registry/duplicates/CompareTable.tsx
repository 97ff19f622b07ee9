import type { ReactNode } from 'react';
import { styled } from 'styled-components';
import { mergeFields } from '../../../../contracts/duplicates';
import type { FileSide, MatchSide, MergeField } from '../../../../contracts/duplicates';
import { useFormats } from '../../app/formats';
import { useWords } from '../../app/words';
import { Bdi } from '../../ui/Bdi';
import { branchName, useRegistryChoices } from '../useRegistryChoices';

const Table = styled.table`
  inline-size: 100%;
  table-layout: fixed;
  border-collapse: collapse;
  font-size: ${({ theme }) => theme.fontSizes[2]};
  line-height: 1.7;

  th,
  td {
    text-align: start;
    vertical-align: top;
    padding: ${({ theme }) => theme.spaces[2]};
    overflow-wrap: anywhere;
  }
  tbody th {
    color: ${({ theme }) => theme.colors.neutral600};
    font-weight: 400;
  }
  thead th {
    font-weight: 600;
    color: ${({ theme }) => theme.colors.neutral800};
  }
  tbody tr {
    border-block-start: 1px solid ${({ theme }) => theme.colors.neutral150};
  }
  tr[data-differs='true'] td {
    background: ${({ theme }) => theme.colors.warning100};
    color: ${({ theme }) => theme.colors.neutral900};
  }
`;
const Unseen = styled.span`
  position: absolute;
  inline-size: 1px;
  block-size: 1px;
  overflow: hidden;
  clip-path: inset(50%);
`;

interface Props {
  heads: [ReactNode, ReactNode];
  sides: [MatchSide, MatchSide];
  files: [FileSide | null, FileSide | null];
  differs: readonly MergeField[];
}

/** Both sides, row by row; a row that differs says so to the eye and to the ear. */
export function CompareTable({ heads, sides, files, differs }: Props) {
  const { t, word } = useWords();
  const { day, number } = useFormats();
  const choices = useRegistryChoices();
  const shown = (field: MergeField, value: string | null): ReactNode => {
    if (value === null) return '—';
    if (field === 'sex') return word('sex', value);
    if (field === 'preferredChannel') return word('contact', value);
    if (field === 'preferredTimes')
      return value
        .split(' ')
        .map((time) => word('contact_time', time))
        .join(t('common.comma'));
    if (field === 'branch') return <Bdi>{branchName(choices, value)}</Bdi>;
    if (field === 'birth' && value.length > 4) return <Bdi>{day(value)}</Bdi>;
    return (
      <Bdi dir={field === 'birth' || field === 'coordinates' ? 'ltr' : undefined}>{value}</Bdi>
    );
  };
  const list = (values: readonly string[]): ReactNode =>
    values.length === 0
      ? '—'
      : values.map((value) => (
          <div key={value}>
            <Bdi dir={/\p{L}/u.test(value) && !value.includes('@') ? undefined : 'ltr'}>
              {value}
            </Bdi>
          </div>
        ));
  const rows: { key: string; label: string; cells: [ReactNode, ReactNode]; differs: boolean }[] = [
    ...mergeFields
      .filter((field) => sides.some(({ fields }) => fields[field] !== null))
      .map((field) => ({
        key: field,
        label: t(`match.field.${field}`),
        cells: [shown(field, sides[0].fields[field]), shown(field, sides[1].fields[field])] as [
          ReactNode,
          ReactNode,
        ],
        differs: differs.includes(field),
      })),
    ...(['identities', 'contacts', 'categories'] as const).map((what) => {
      const values = sides.map((side) =>
        what === 'contacts' ? side.contacts.map(({ value }) => value) : side[what],
      );
      return {
        key: what,
        label: t(`match.field.${what}`),
        cells: [list(values[0] ?? []), list(values[1] ?? [])] as [ReactNode, ReactNode],
        differs: false,
      };
    }),
    ...(['requests', 'documents', 'deliveries', 'interactions', 'household'] as const).map(
      (what) => ({
        key: what,
        label: t(`match.holds.${what}`),
        cells: files.map((file) => (file ? number(file.holds[what]) : '—')) as [string, string],
        differs: false,
      }),
    ),
  ];
  return (
    <Table>
      <thead>
        <tr>
          <th scope="col">{t('match.field')}</th>
          <th scope="col">{heads[0]}</th>
          <th scope="col">{heads[1]}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key} data-differs={row.differs}>
            <th scope="row">
              {row.label}
              {row.differs && <Unseen> ({t('match.differs')})</Unseen>}
            </th>
            <td>{row.cells[0]}</td>
            <td>{row.cells[1]}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
