import { Field } from '@strapi/design-system';
import { styled } from 'styled-components';
import { useWords } from '../../app/words';
import { Choice } from '../../ui/Choice';
import { ManyChoice } from '../../ui/ManyChoice';
import { several } from '../queue';
import type { AddressChange, Filters } from '../queue';
import type { QueueChoices } from './useQueueChoices';

const Grid = styled.div`
  display: grid;
  gap: ${({ theme }) => theme.spaces[4]};
  grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr));
  align-items: start;
  padding: ${({ theme }) => theme.spaces[4]};
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme }) => theme.colors.neutral0};
`;

interface Props {
  id: string;
  filters: Filters;
  choices: QueueChoices;
  change: (what: AddressChange) => void;
}

/** What the queue can be narrowed to; each choice takes effect at once. */
export function FilterPanel({ id, filters, choices, change }: Props) {
  const { t } = useWords();
  const many = (name: 'status' | 'kind') => (
    <ManyChoice
      name={name}
      label={t(`inbox.filter.${name}`)}
      empty={t('inbox.filter.any')}
      value={several(filters[name])}
      options={choices[name]}
      change={(values) => change({ [name]: values.join(',') })}
    />
  );
  const one = (name: 'service' | 'channel' | 'branch' | 'assignee' | 'step') =>
    choices[name].length > 0 && (
      <Choice
        name={name}
        label={t(`inbox.filter.${name}`)}
        empty={t('inbox.filter.any')}
        value={filters[name]}
        options={[...choices[name]]}
        change={(value) => change({ [name]: value })}
      />
    );
  const day = (name: 'from' | 'to') => (
    <Field.Root name={name}>
      <Field.Label>{t(`inbox.filter.${name}`)}</Field.Label>
      <Field.Input
        type="date"
        value={filters[name]}
        onChange={(event) => change({ [name]: event.target.value })}
      />
    </Field.Root>
  );
  return (
    <Grid id={id} role="group" aria-label={t('inbox.filters', { n: 0 })}>
      {many('status')}
      {many('kind')}
      {one('service')}
      {one('channel')}
      {one('branch')}
      {one('assignee')}
      {one('step')}
      {day('from')}
      {day('to')}
    </Grid>
  );
}
