import { Button, Flex, SearchForm, Searchbar } from '@strapi/design-system';
import { Filter } from '@strapi/icons';
import { useState } from 'react';
import type { FormEvent } from 'react';
import { styled } from 'styled-components';
import { channelSlugs, requestKinds, requestStatuses } from '../../../contracts/vocabulary';
import { useNarrow } from '../app/useMedia';
import { useServices } from '../app/useServices';
import { useWords } from '../app/words';
import { Choice } from '../ui/Choice';
import type { FilterName, QueueAddress } from './queue';

const Row = styled.div`
  display: grid;
  gap: ${({ theme }) => theme.spaces[3]};
  grid-template-columns: repeat(auto-fit, minmax(min(100%, 17rem), 1fr));
  align-items: end;

  &[hidden] {
    display: none;
  }
`;

const filters = ['status', 'kind', 'channel', 'service'] as const satisfies readonly FilterName[];

interface Props {
  address: QueueAddress;
  change: (what: Partial<Record<FilterName, string>>) => void;
  q: string;
  look: (q: string) => void;
}

/** Search and filters; the filters stand in the address, so that a view can be sent and found again. */
export function InboxFilters({ address, change, q, look }: Props) {
  const { t, word } = useWords();
  const [text, setText] = useState(q);
  const services = useServices();
  const narrow = useNarrow();
  const [shown, setShown] = useState(false);
  const set = filters.filter((name) => address[name] !== '').length;
  const list = (name: 'status' | 'kind' | 'channel', values: readonly string[]) => (
    <Choice
      name={name}
      label={t(`inbox.filter.${name}`)}
      empty={t('inbox.filter.any')}
      value={address[name]}
      options={values.map((value) => ({ value, label: word(name, value) }))}
      change={(value) => change({ [name]: value })}
    />
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    look(text.trim());
  };

  return (
    <SearchForm onSubmit={submit}>
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Flex gap={2} alignItems="center">
          <Flex flex="1" direction="column" alignItems="stretch">
            <Searchbar
              name="q"
              value={text}
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
        {narrow && (
          <Button
            type="button"
            variant="tertiary"
            startIcon={<Filter aria-hidden />}
            aria-expanded={shown}
            onClick={() => setShown(!shown)}
          >
            {t('inbox.filters', { n: set })}
          </Button>
        )}
        <Row hidden={narrow && !shown}>
          {list('status', requestStatuses)}
          {list('kind', requestKinds)}
          {list('channel', channelSlugs)}
          <Choice
            name="service"
            label={t('inbox.filter.service')}
            empty={t('inbox.filter.any')}
            value={address.service}
            options={services.map(({ slug, name }) => ({ value: slug, label: name }))}
            change={(service) => change({ service })}
          />
          <Choice
            name="sort"
            label={t('inbox.sort')}
            value={address.sort || 'promise'}
            options={['promise', 'newest'].map((value) => ({
              value,
              label: t(`inbox.sort.${value}`),
            }))}
            change={(sort) => change({ sort })}
          />
        </Row>
      </Flex>
    </SearchForm>
  );
}
