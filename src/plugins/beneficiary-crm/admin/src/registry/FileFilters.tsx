import { Button, Flex } from '@strapi/design-system';
import { Filter } from '@strapi/icons';
import { useState } from 'react';
import { styled } from 'styled-components';
import type { RegistryChoices } from '../../../contracts/registry';
import { fileSorts } from '../../../contracts/registry';
import { fileStatuses } from '../../../contracts/vocabulary';
import { useNarrow } from '../app/useMedia';
import { usePermission } from '../app/usePermission';
import { useWords } from '../app/words';
import { Choice } from '../ui/Choice';
import type { FileFilter, FilesAddress } from './address';

const Row = styled.div`
  display: grid;
  gap: ${({ theme }) => theme.spaces[3]};
  grid-template-columns: repeat(auto-fit, minmax(min(100%, 17rem), 1fr));
  align-items: end;

  &[hidden] {
    display: none;
  }
`;

interface Props {
  address: FilesAddress;
  choices: RegistryChoices | null;
  change: (what: Partial<Record<FileFilter, string>>) => void;
}

/** The filters stand in the address, so that a view can be sent and found again; no person is named there. */
export function FileFilters({ address, choices, change }: Props) {
  const { t, word } = useWords();
  const narrow = useNarrow();
  const officer = usePermission('requests.all-branches');
  const [shown, setShown] = useState(false);
  const { status, category, branch, expiring } = address;
  const set = [status, category, branch, expiring].filter(Boolean).length;
  const list = (name: FileFilter, options: { value: string; label: string }[]) => (
    <Choice
      name={name}
      label={t(`registry.filter.${name}`)}
      empty={t('inbox.filter.any')}
      value={address[name]}
      options={options}
      change={(value) => change({ [name]: value })}
    />
  );
  const named = (from: { slug: string; name: string }[] = []) =>
    from.map(({ slug, name }) => ({ value: slug, label: name }));

  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      {narrow && (
        <Button
          variant="tertiary"
          startIcon={<Filter aria-hidden />}
          aria-expanded={shown}
          onClick={() => setShown(!shown)}
        >
          {t('inbox.filters', { n: set })}
        </Button>
      )}
      <Row hidden={narrow && !shown}>
        {list(
          'status',
          fileStatuses.map((value) => ({ value, label: word('file_status', value) })),
        )}
        {list('category', named(choices?.categories))}
        {officer && list('branch', named(choices?.branches))}
        {list('expiring', [{ value: 'yes', label: t('registry.filter.expiring-yes') }])}
        <Choice
          name="sort"
          label={t('inbox.sort')}
          value={address.sort || 'newest'}
          options={fileSorts.map((value) => ({ value, label: t(`registry.sort.${value}`) }))}
          change={(sort) => change({ sort })}
        />
      </Row>
    </Flex>
  );
}
