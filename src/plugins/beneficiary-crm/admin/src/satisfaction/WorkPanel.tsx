import type { WorkRow } from '../../../contracts/satisfaction';
import { useFormats } from '../app/formats';
import { useWords } from '../app/words';
import { Panel } from '../ui/Panel';
import { PlainTable } from '../ui/PlainTable';
import { CountBars } from './charts/CountBars';
import { useDuration } from './useDuration';

/** Volume, what is open, and how long it took, by service or by channel. */
export function WorkPanel({ title, rows }: { title: string; rows: readonly WorkRow[] }) {
  const { t } = useWords();
  const { number, percent } = useFormats();
  const days = useDuration();
  const shown = rows.filter(({ n, replied, open }) => n + replied + open > 0);
  if (shown.length === 0) return null;
  return (
    <Panel title={title}>
      <CountBars label={title} rows={shown.map(({ key, name, n }) => ({ key, name, n }))} />
      <PlainTable
        label={t('operations.times-of', { title })}
        columns={[
          t('figures.item'),
          t('operations.submitted'),
          t('operations.open-now'),
          t('operations.first-answer'),
          t('operations.median'),
          t('operations.ninetieth'),
        ]}
        last={t('operations.within')}
        rows={shown.map(({ key, name, n, open, timeToFirstAnswer, timeToReply }) => ({
          key,
          cells: [
            name,
            number(n),
            number(open),
            days(timeToFirstAnswer.median),
            days(timeToReply.median),
            days(timeToReply.p90),
          ],
          last: timeToReply.withinPromise === null ? '—' : percent(timeToReply.withinPromise),
        }))}
      />
    </Panel>
  );
}
