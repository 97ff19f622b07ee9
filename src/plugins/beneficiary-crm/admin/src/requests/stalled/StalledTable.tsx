import { Typography } from '@strapi/design-system';
import type { StalledRow } from '../../../../contracts/stalled';
import { useFormats } from '../../app/formats';
import { paths } from '../../app/paths';
import { useWords } from '../../app/words';
import { Bdi } from '../../ui/Bdi';
import { ListTable } from '../../ui/ListTable';
import { Tag } from '../../ui/Tag';
import { requestTone } from '../../ui/tones';
import { spanWords } from '../span';

const columns = ['applicant', 'about', 'step', 'over', 'since', 'assignee'] as const;

export function StalledTable({ rows, total }: { rows: StalledRow[]; total: number }) {
  const { t, word } = useWords();
  const { day } = useFormats();
  return (
    <ListTable
      label={t('stalled.title')}
      columns={columns.map((key) => ({ key, label: t(`stalled.column.${key}`) }))}
      rows={rows}
      total={total}
      to={({ id }) => paths.request(id)}
      name={({ applicantName }) => applicantName}
      under={({ reference }) => (
        <Typography tag="p" variant="pi" textColor="neutral600">
          <Bdi dir="ltr">{reference}</Bdi>
        </Typography>
      )}
      cells={(row) => [
        <Typography>{row.serviceName ?? word('kind', row.kind)}</Typography>,
        <Tag tone={requestTone(row.status)}>{word('status', row.status)}</Tag>,
        <Typography fontWeight="bold" textColor="danger700">
          {spanWords(t, row.over)}
        </Typography>,
        <Typography>{day(row.since)}</Typography>,
        <Typography textColor={row.assigneeName ? 'neutral800' : 'neutral600'}>
          {row.assigneeName ? <Bdi>{row.assigneeName}</Bdi> : t('inbox.nobody')}
        </Typography>,
      ]}
    />
  );
}
