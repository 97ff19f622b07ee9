import { Button, Flex, SearchForm, Searchbar } from '@strapi/design-system';
import { Filter, GridFour, List } from '@strapi/icons';
import { useEffect, useState } from 'react';
import type { FormEvent, ReactNode, Ref } from 'react';
import { styled } from 'styled-components';
import { queueSorts } from '../../../../contracts/queue';
import { useNarrow } from '../../app/useMedia';
import { useWords } from '../../app/words';
import { Choice } from '../../ui/Choice';
import type { AddressChange, QueueAddress } from '../queue';

const Line = styled.div`
  display: flex;
  flex-wrap: wrap;
  gap: ${({ theme }) => theme.spaces[2]};
  align-items: end;
`;

interface Props {
  address: QueueAddress;
  change: (what: AddressChange) => void;
  q: string;
  look: (q: string) => void;
  /** how many filters are on */
  set: number;
  panel: { id: string; shown: boolean; toggle: () => void };
  searchBox: Ref<HTMLInputElement>;
  children?: ReactNode;
}

/** Search, the way to the filters, the order, and whether one sees a list or a board. */
export function QueueBar(props: Props) {
  const { address, change, q, look, set, panel, searchBox, children } = props;
  const { t } = useWords();
  const narrow = useNarrow();
  const [text, setText] = useState(q);
  // The search was taken off elsewhere.
  useEffect(() => setText(q), [q]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    look(text.trim());
  };
  const board = address.shape === 'board';
  const shape = (value: '' | 'board', icon: ReactNode, key: string) => (
    <Button
      type="button"
      size="M"
      variant={board === (value === 'board') ? 'secondary' : 'tertiary'}
      aria-pressed={board === (value === 'board')}
      startIcon={icon}
      onClick={() => change({ shape: value })}
    >
      {t(key)}
    </Button>
  );
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <SearchForm onSubmit={submit}>
        <Flex gap={2} alignItems="center">
          <Flex flex="1" direction="column" alignItems="stretch">
            <Searchbar
              ref={searchBox}
              name="q"
              value={text}
              maxLength={120}
              onChange={(event) => setText(event.target.value)}
              onClear={() => {
                setText('');
                look('');
              }}
              clearLabel={t('common.clear')}
              placeholder={t('inbox.search-hint')}
            >
              {t('inbox.search')}
            </Searchbar>
          </Flex>
          <Button type="submit" variant="secondary">
            {t('inbox.search-button')}
          </Button>
        </Flex>
      </SearchForm>
      <Line>
        <Button
          type="button"
          size="M"
          variant={set > 0 ? 'secondary' : 'tertiary'}
          startIcon={<Filter aria-hidden />}
          aria-expanded={panel.shown}
          aria-controls={panel.shown ? panel.id : undefined}
          onClick={panel.toggle}
        >
          {t('inbox.filters', { n: set })}
        </Button>
        {children}
        <Flex gap={1} role="group" aria-label={t('board.shape')}>
          {shape('', <List aria-hidden />, 'board.list')}
          {shape('board', <GridFour aria-hidden />, 'board.board')}
        </Flex>
        {(!narrow || panel.shown) && (
          <Choice
            name="sort"
            label={t('inbox.sort')}
            value={address.sort || 'promise'}
            options={queueSorts.map((value) => ({ value, label: t(`inbox.sort.${value}`) }))}
            change={(sort) => change({ sort: sort === 'promise' ? '' : sort })}
          />
        )}
      </Line>
    </Flex>
  );
}
