import { Button, Flex } from '@strapi/design-system';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { styled } from 'styled-components';
import { useFormats } from '../app/formats';
import { useWords } from '../app/words';

const Rows = styled.ul`
  list-style: none;
  padding: 0;

  & > li {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    align-items: start;
    gap: ${({ theme }) => theme.spaces[3]};
    padding-block: ${({ theme }) => theme.spaces[3]};
    overflow-wrap: anywhere;
  }
  & > li + li {
    border-block-start: 1px solid ${({ theme }) => theme.colors.neutral150};
  }
  & > li > :first-child {
    flex: 1 1 20rem;
    min-inline-size: 0;
  }
`;

interface Props<T> {
  items: readonly T[];
  idOf: (item: T) => string;
  /** two elements at most: what it is, and what can be done with it */
  children: (item: T) => ReactNode;
  step?: number;
}

/** A list that grows on demand: a long life with the association stays quick to read. */
export function RowList<T>({ items, idOf, children, step = 20 }: Props<T>) {
  const { t } = useWords();
  const { number } = useFormats();
  const [shown, setShown] = useState(step);
  const left = items.length - shown;
  return (
    <>
      <Rows>
        {items.slice(0, shown).map((item) => (
          <li key={idOf(item)}>{children(item)}</li>
        ))}
      </Rows>
      {left > 0 && (
        <Flex paddingTop={3}>
          <Button variant="tertiary" onClick={() => setShown(shown + step)}>
            {t('common.show-more', { left: number(left) })}
          </Button>
        </Flex>
      )}
    </>
  );
}
