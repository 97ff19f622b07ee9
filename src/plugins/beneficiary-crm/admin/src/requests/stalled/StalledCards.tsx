import { Flex, Typography } from '@strapi/design-system';
import type { StalledRow } from '../../../../contracts/stalled';
import { useFormats } from '../../app/formats';
import { paths } from '../../app/paths';
import { rowId, useLeaving } from '../../app/returning';
import { useWords } from '../../app/words';
import { Bdi } from '../../ui/Bdi';
import { CardLink, CardList } from '../../ui/CardList';
import { Tag } from '../../ui/Tag';
import { requestTone } from '../../ui/tones';
import { spanWords } from '../span';

/** What does not move, on a phone. */
export function StalledCards({ rows }: { rows: StalledRow[] }) {
  const { t, word } = useWords();
  const { day } = useFormats();
  const state = useLeaving();
  return (
    <CardList aria-label={t('stalled.title')}>
      {rows.map((row) => (
        <li key={row.id}>
          <CardLink id={rowId(row.id)} to={paths.request(row.id)} state={state}>
            <Typography fontWeight="bold" variant="delta">
              <Bdi>{row.applicantName}</Bdi>
            </Typography>
            <Typography>{row.serviceName ?? word('kind', row.kind)}</Typography>
            <Flex gap={3} wrap="wrap">
              <Tag tone={requestTone(row.status)}>{word('status', row.status)}</Tag>
              <Typography fontWeight="bold" textColor="danger700">
                {t('stalled.over-by', { span: spanWords(t, row.over) })}
              </Typography>
            </Flex>
            <Typography variant="pi" textColor="neutral600">
              <Bdi dir="ltr">{row.reference}</Bdi>
              {' · '}
              {t('step.since', { when: day(row.since) })}
              {' · '}
              {row.assigneeName ? <Bdi>{row.assigneeName}</Bdi> : t('inbox.nobody')}
            </Typography>
          </CardLink>
        </li>
      ))}
    </CardList>
  );
}
