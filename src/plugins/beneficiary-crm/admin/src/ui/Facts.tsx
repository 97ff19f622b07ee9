import type { ReactNode } from 'react';
import { styled } from 'styled-components';

const List = styled.dl<{ $compact?: boolean }>`
  display: grid;
  grid-template-columns: repeat(
    auto-fill,
    minmax(min(100%, ${({ $compact }) => ($compact ? 13 : 22)}rem), 1fr)
  );
  gap: ${({ theme }) => theme.spaces[4]};

  dt {
    color: ${({ theme }) => theme.colors.neutral600};
    font-size: ${({ theme }) => theme.fontSizes[1]};
    line-height: 1.7;
  }
  dd {
    color: ${({ theme }) => theme.colors.neutral800};
    font-size: ${({ theme }) => theme.fontSizes[2]};
    line-height: 1.7;
    overflow-wrap: anywhere;
    white-space: pre-line;
  }
`;

export interface Fact {
  key: string;
  label: ReactNode;
  value: ReactNode;
}

interface Props {
  facts: Fact[];
  /** short values: two side by side on a phone too */
  compact?: boolean;
}

/** Names and values, as many side by side as fit. */
export const Facts = ({ facts, compact }: Props) => (
  <List $compact={compact}>
    {facts.map(({ key, label, value }) => (
      <div key={key}>
        <dt>{label}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </List>
);
