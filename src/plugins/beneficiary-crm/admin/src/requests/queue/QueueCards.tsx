import { Checkbox, Flex, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import type { QueueRow } from '../../../../contracts/queue';
import { paths } from '../../app/paths';
import { rowId, useLeaving } from '../../app/returning';
import { useWords } from '../../app/words';
import { Bdi } from '../../ui/Bdi';
import { CardLink, CardList } from '../../ui/CardList';
import { Tag } from '../../ui/Tag';
import { requestTone } from '../../ui/tones';
import { PromiseText } from '../PromiseText';
import { pageState } from './selection';
import type { Selection } from './selection';

/** The checkbox beside the card, not on it: a finger that misses it opens nothing. */
const Line = styled.li`
  display: grid;
  grid-template-columns: max-content minmax(0, 1fr);
  align-items: center;
  gap: ${({ theme }) => theme.spaces[2]};
`;
const checked = { none: false, some: 'indeterminate', all: true } as const;

interface Props {
  rows: QueueRow[];
  selection: Selection<QueueRow>;
}

/** The queue on a phone. */
export function QueueCards({ rows, selection }: Props) {
  const { t, word } = useWords();
  const state = useLeaving();
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Checkbox
        checked={checked[pageState(selection.chosen, rows)]}
        onCheckedChange={() => selection.togglePage(rows)}
      >
        {t('bulk.choose-page')}
      </Checkbox>
      <CardList aria-label={t('inbox.title')}>
        {rows.map((row) => (
          <Line key={row.id}>
            <Checkbox
              aria-label={t('bulk.choose', { name: row.applicantName, reference: row.reference })}
              checked={selection.chosen.has(row.id)}
              onCheckedChange={() => selection.toggle(row)}
            />
            <CardLink id={rowId(row.id)} to={paths.request(row.id)} state={state}>
              <Typography fontWeight="bold" variant="delta">
                <Bdi>{row.applicantName}</Bdi>
              </Typography>
              <Typography>{row.serviceName ?? word('kind', row.kind)}</Typography>
              <Flex gap={3} wrap="wrap">
                <Tag tone={requestTone(row.status)}>{word('status', row.status)}</Tag>
                <PromiseText promise={row.promise} />
              </Flex>
              <Typography variant="pi" textColor="neutral600">
                <Bdi dir="ltr">{row.reference}</Bdi>
                {' · '}
                {row.assigneeName ? <Bdi>{row.assigneeName}</Bdi> : t('inbox.nobody')}
              </Typography>
            </CardLink>
          </Line>
        ))}
      </CardList>
    </Flex>
  );
}
