import { Button, Field, Flex, IconButton } from '@strapi/design-system';
import { Plus, Trash } from '@strapi/icons';
import type { ReactNode } from 'react';
import { styled } from 'styled-components';
import { useWords } from '../../app/words';

const List = styled.ol`
  list-style: none;
  padding: 0;
  display: flex;
  flex-direction: column;
  gap: ${({ theme }) => theme.spaces[4]};
`;
const Line = styled.li`
  display: grid;
  gap: ${({ theme }) => theme.spaces[3]};
  grid-template-columns: minmax(0, 1fr) auto;
  align-items: start;
  padding-block-end: ${({ theme }) => theme.spaces[4]};
  border-block-end: 1px solid ${({ theme }) => theme.colors.neutral150};
`;
const Together = styled.div`
  display: grid;
  gap: ${({ theme }) => theme.spaces[3]};
  grid-template-columns: repeat(auto-fit, minmax(min(100%, 16rem), 1fr));
  align-items: start;
`;

interface Props<Row> {
  rows: readonly Row[];
  /** what one row is called, for whoever hears the page */
  nameOf: (row: Row, place: number) => string;
  add: () => void;
  addLabel: string;
  remove: (row: Row) => void;
  children: (row: Row, place: number) => ReactNode;
}

/** Rows that are written one under another, each with its own way out. */
export function EditedRows<Row extends { key: string }>(props: Props<Row>) {
  const { rows, nameOf, add, addLabel, remove, children } = props;
  const { t } = useWords();
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <List>
        {rows.map((row, place) => (
          <Line key={row.key} aria-label={nameOf(row, place)}>
            <Together>{children(row, place)}</Together>
            <IconButton
              type="button"
              label={t('study.remove-row', { name: nameOf(row, place) })}
              onClick={() => remove(row)}
            >
              <Trash />
            </IconButton>
          </Line>
        ))}
      </List>
      <Flex>
        <Button type="button" variant="secondary" startIcon={<Plus />} onClick={add}>
          {addLabel}
        </Button>
      </Flex>
    </Flex>
  );
}

interface AmountProps {
  name: string;
  label: string;
  value: string;
  change: (value: string) => void;
  error: string | undefined;
}

/** Riyals in a month. */
export const AmountField = ({ name, label, value, change, error }: AmountProps) => (
  <Field.Root name={name} required error={error}>
    <Field.Label>{label}</Field.Label>
    <Field.Input
      type="text"
      dir="ltr"
      inputMode="decimal"
      autoComplete="off"
      maxLength={20}
      value={value}
      onChange={(event) => change(event.target.value)}
    />
    <Field.Error />
  </Field.Root>
);
