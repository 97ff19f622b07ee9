import type { ReactNode } from 'react';
import { styled } from 'styled-components';

const List = styled.dl`
  display: grid;
  grid-template-columns: repeat(auto-fill, minmax(min(100%, 22rem), 1fr));
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

/** Names and values, as many side by side as fit. */
export const Facts = ({ facts }: { facts: Fact[] }) => (
  <List>
    {facts.map(({ key, label, value }) => (
      <div key={key}>
        <dt>{label}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </List>
);
