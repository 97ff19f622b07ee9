import { Button, Flex, Typography } from '@strapi/design-system';
import { Cross } from '@strapi/icons';
import { styled } from 'styled-components';
import { useFormats } from '../../app/formats';
import { useWords } from '../../app/words';
import { Bdi } from '../../ui/Bdi';
import { filterNames, several } from '../queue';
import type { AddressChange, FilterName, Filters } from '../queue';
import type { QueueChoices } from './useQueueChoices';

const Chip = styled.button`
  display: inline-flex;
  align-items: center;
  gap: ${({ theme }) => theme.spaces[2]};
  min-block-size: 3.2rem;
  max-inline-size: 100%;
  padding: ${({ theme }) => `${theme.spaces[1]} ${theme.spaces[3]}`};
  border: 1px solid ${({ theme }) => theme.colors.primary200};
  border-radius: 1.6rem;
  background: ${({ theme }) => theme.colors.primary100};
  color: ${({ theme }) => theme.colors.primary700};
  font-size: ${({ theme }) => theme.fontSizes[1]};
  line-height: 1.6;
  text-align: start;
  overflow-wrap: anywhere;
  cursor: pointer;

  &:hover {
    border-color: ${({ theme }) => theme.colors.primary600};
  }
  svg {
    flex: none;
    inline-size: 1rem;
    fill: currentcolor;
  }
`;

interface Props {
  filters: Filters;
  /** what is looked for; empty when nothing is */
  q: string;
  choices: QueueChoices;
  change: (what: AddressChange) => void;
  look: (q: string) => void;
  clear: () => void;
}

/** What the queue is narrowed to, in words; each is taken off by a press, and all of them by one. */
export function FilterChips({ filters, q, choices, change, look, clear }: Props) {
  const { t } = useWords();
  const { day } = useFormats();
  const said = (name: FilterName): string => {
    const value = filters[name];
    if (name === 'from' || name === 'to')
      return /^\d{4}-\d{2}-\d{2}$/.test(value) ? day(value) : value;
    return several(value)
      .map((one) => choices[name].find((option) => option.value === one)?.label ?? one)
      .join(t('common.comma'));
  };
  const set = filterNames.filter((name) => filters[name] !== '');
  if (set.length === 0 && !q) return null;
  const chip = (key: string, label: string, value: string, off: () => void) => (
    <li key={key}>
      <Chip
        type="button"
        onClick={off}
        aria-label={t('inbox.take-off', { filter: t('inbox.chip', { label, value }) })}
      >
        <span>
          {label}
          {': '}
          <Bdi>{value}</Bdi>
        </span>
        <Cross aria-hidden />
      </Chip>
    </li>
  );
  return (
    <Flex gap={2} wrap="wrap">
      <Typography variant="pi" textColor="neutral600">
        {t('inbox.filtered-by')}
      </Typography>
      <Flex tag="ul" gap={2} wrap="wrap">
        {q && chip('q', t('inbox.search-button'), q, () => look(''))}
        {set.map((name) =>
          chip(name, t(`inbox.filter.${name}`), said(name), () => change({ [name]: '' })),
        )}
      </Flex>
      <Button type="button" variant="ghost" size="S" onClick={clear}>
        {t('inbox.clear-all')}
      </Button>
    </Flex>
  );
}
