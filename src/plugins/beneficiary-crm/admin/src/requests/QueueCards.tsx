import { Flex, Typography } from '@strapi/design-system';
import type { QueueRow } from '../../../contracts/admin';
import { paths } from '../app/paths';
import { useWords } from '../app/words';
import { Bdi } from '../ui/Bdi';
import { CardLink, CardList } from '../ui/CardList';
import { Tag } from '../ui/Tag';
import { requestTone } from '../ui/tones';
import { PromiseText } from './PromiseText';
import { rowId, useLeaving } from '../app/returning';

/** The queue on a phone. */
export function QueueCards({ rows }: { rows: QueueRow[] }) {
  const { t, word } = useWords();
  const state = useLeaving();
  return (
    <CardList aria-label={t('inbox.title')}>
      {rows.map((row) => (
        <li key={row.id}>
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
              {word('channel', row.channel)}
            </Typography>
          </CardLink>
        </li>
      ))}
    </CardList>
  );
}
