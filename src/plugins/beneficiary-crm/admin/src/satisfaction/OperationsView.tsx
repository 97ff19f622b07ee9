import { Typography } from '@strapi/design-system';
import type { OperationsFigures } from '../../../contracts/admin';
import { useFormats } from '../app/formats';
import { useWords } from '../app/words';
import { Panel } from '../ui/Panel';
import { Stack } from '../ui/Prose';
import { Empty } from '../ui/States';
import { BigNumber, BigNumbers } from './BigNumber';
import { CountBars } from './charts/CountBars';
import { MonthBars } from './charts/MonthBars';

/** How the work goes: what arrived, where it stands, and how long people waited. Nobody is ranked. */
export function OperationsView({ figures }: { figures: OperationsFigures }) {
  const { t, word } = useWords();
  const { number, percent, day } = useFormats();
  const { timeToReply } = figures;
  const days = (value: number | null) =>
    value === null ? '—' : t('operations.days', { days: Math.round(value) });
  const named = <K extends string>(list: string, rows: { key: K; n: number }[]) =>
    rows.map(({ key, n }) => ({ key, n, name: word(list, key) }));
  if (figures.total === 0) return <Empty>{t('operations.empty')}</Empty>;

  return (
    <Stack>
      <Typography tag="p" textColor="neutral600">
        {t('operations.dates', { from: day(figures.period.from) })}
      </Typography>
      <BigNumbers>
        <BigNumber label={t('operations.total')} value={number(figures.total)} />
        <BigNumber label={t('operations.overdue')} value={number(figures.overdue)}>
          {t('operations.overdue-explained')}
        </BigNumber>
        <BigNumber label={t('operations.median')} value={days(timeToReply.median)}>
          {t('operations.median-explained', {
            p90: days(timeToReply.p90),
            n: number(timeToReply.n),
          })}
        </BigNumber>
        <BigNumber
          label={t('operations.within')}
          value={timeToReply.withinPromise === null ? '—' : percent(timeToReply.withinPromise)}
        >
          {t('operations.within-explained')}
        </BigNumber>
      </BigNumbers>
      <Panel title={t('operations.by-month')}>
        <MonthBars label={t('operations.by-month')} months={figures.byMonth} />
      </Panel>
      <Panel title={t('operations.by-status')}>
        <CountBars label={t('operations.by-status')} rows={named('status', figures.byStatus)} />
      </Panel>
      <Panel title={t('operations.by-service')}>
        <CountBars label={t('operations.by-service')} rows={figures.byService} />
      </Panel>
      <Panel title={t('operations.by-channel')}>
        <CountBars label={t('operations.by-channel')} rows={named('channel', figures.byChannel)} />
      </Panel>
      <Panel title={t('operations.by-kind')}>
        <CountBars label={t('operations.by-kind')} rows={named('kind', figures.byKind)} />
      </Panel>
    </Stack>
  );
}
