import { Typography } from '@strapi/design-system';
import type { QueueRow } from '../../../contracts/admin';
import { paths } from '../app/paths';
import { useWords } from '../app/words';
import { Bdi } from '../ui/Bdi';
import { ListTable } from '../ui/ListTable';
import { Tag } from '../ui/Tag';
import { requestTone } from '../ui/tones';
import { PromiseText } from './PromiseText';

const columns = ['applicant', 'about', 'status', 'promise', 'channel', 'assignee'] as const;

export function QueueTable({ rows, total }: { rows: QueueRow[]; total: number }) {
  const { t, word } = useWords();
  return (
    <ListTable
      label={t('inbox.title')}
      columns={columns.map((key) => ({ key, label: t(`inbox.column.${key}`) }))}
      rows={rows}
      total={total}
      to={({ id }) => paths.request(id)}
      name={({ applicantName }) => applicantName}
      under={({ reference, city }) => (
        <Typography tag="p" variant="pi" textColor="neutral600">
          <Bdi dir="ltr">{reference}</Bdi>
          {city && (
            <>
              {' · '}
              <Bdi>{city}</Bdi>
            </>
          )}
        </Typography>
      )}
      cells={(row) => [
        <>
          <Typography tag="p">{row.serviceName ?? word('kind', row.kind)}</Typography>
          {row.serviceName && (
            <Typography tag="p" variant="pi" textColor="neutral600">
              {word('kind', row.kind)}
            </Typography>
          )}
        </>,
        <Tag tone={requestTone(row.status)}>{word('status', row.status)}</Tag>,
        <PromiseText promise={row.promise} />,
        <Typography>{word('channel', row.channel)}</Typography>,
        <Typography textColor={row.assigneeName ? 'neutral800' : 'neutral600'}>
          {row.assigneeName ? <Bdi>{row.assigneeName}</Bdi> : t('inbox.nobody')}
        </Typography>,
      ]}
    />
  );
}
