import { Typography } from '@strapi/design-system';
import type { QueueRow } from '../../../../contracts/queue';
import { paths } from '../../app/paths';
import { useWords } from '../../app/words';
import { Bdi } from '../../ui/Bdi';
import { ListTable } from '../../ui/ListTable';
import { Tag } from '../../ui/Tag';
import { requestTone } from '../../ui/tones';
import { PromiseText } from '../PromiseText';
import { pageState } from './selection';
import type { Selection } from './selection';

const columns = ['applicant', 'about', 'status', 'promise', 'channel', 'assignee'] as const;
const checked = { none: false, some: 'indeterminate', all: true } as const;

interface Props {
  rows: QueueRow[];
  total: number;
  selection: Selection<QueueRow>;
  /** the row that stands beside the list */
  current: string | null;
  onFocus: (row: QueueRow) => void;
  onPick?: (row: QueueRow) => void;
}

/** The queue at a desk. */
export function QueueTable({ rows, total, selection, current, onFocus, onPick }: Props) {
  const { t, word } = useWords();
  return (
    <ListTable
      label={t('inbox.title')}
      columns={columns.map((key) => ({ key, label: t(`inbox.column.${key}`) }))}
      rows={rows}
      total={total}
      current={current}
      onFocus={onFocus}
      onPick={onPick}
      choice={{
        page: checked[pageState(selection.chosen, rows)],
        pageLabel: t('bulk.choose-page'),
        togglePage: () => selection.togglePage(rows),
        has: ({ id }) => selection.chosen.has(id),
        toggle: selection.toggle,
        label: ({ applicantName, reference }) =>
          t('bulk.choose', { name: applicantName, reference }),
      }}
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
