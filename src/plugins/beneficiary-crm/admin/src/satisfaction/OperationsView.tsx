import { Typography } from '@strapi/design-system';
import type { OperationsFigures } from '../../../contracts/satisfaction';
import { useFormats } from '../app/formats';
import { useWords } from '../app/words';
import { Panel } from '../ui/Panel';
import { Stack } from '../ui/Prose';
import { Empty } from '../ui/States';
import { BigNumber, BigNumbers } from './BigNumber';
import { CountBars } from './charts/CountBars';
import { ForecastBars } from './charts/ForecastBars';
import { MonthBars } from './charts/MonthBars';
import { WorkPanel } from './WorkPanel';
import { useDuration } from './useDuration';

/** How the work goes: what arrived, where it stands, and how long people waited. Nobody is ranked. */
export function OperationsView({ figures }: { figures: OperationsFigures }) {
  const { t, word } = useWords();
  const { number, percent, day } = useFormats();
  const days = useDuration();
  const { period, timeToFirstAnswer, timeToReply, backlog, funnel, forecast } = figures;
  const named = <K extends string>(list: string, rows: { key: K; n: number }[]) =>
    rows.map(({ key, n }) => ({ key, n, name: word(list, key) }));
  if (figures.total === 0 && backlog.open === 0) return <Empty>{t('operations.empty')}</Empty>;
  const first = funnel[0]?.n ?? 0;

  return (
    <Stack>
      <Typography tag="p" textColor="neutral600">
        {period.running
          ? t('operations.dates', { from: day(period.from) })
          : t('figures.dates', { from: day(period.from), to: day(period.to) })}
      </Typography>
      <BigNumbers>
        <BigNumber label={t('operations.total')} value={number(figures.total)} />
        <BigNumber label={t('operations.backlog')} value={number(backlog.open)}>
          {t('operations.backlog-explained', {
            paused: number(backlog.paused),
            overdue: number(backlog.overdue),
          })}
        </BigNumber>
        <BigNumber label={t('operations.first-answer')} value={days(timeToFirstAnswer.median)}>
          {t('operations.median-explained', {
            p90: days(timeToFirstAnswer.p90),
            n: number(timeToFirstAnswer.n),
          })}
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
      <Panel title={t('operations.funnel')}>
        <CountBars
          label={t('operations.funnel')}
          inOrder
          rows={funnel.map(({ step, n }) => ({
            key: step,
            name: t(`operations.funnel.${step}`),
            n,
            aside: first > 0 ? percent(n / first) : undefined,
          }))}
        />
        <Typography tag="p" variant="pi" textColor="neutral600">
          {t('operations.funnel-explained')}
        </Typography>
      </Panel>
      <WorkPanel title={t('operations.by-service')} rows={figures.byService} />
      <WorkPanel title={t('operations.by-channel')} rows={figures.byChannel} />
      <Panel title={t('operations.ages')}>
        <CountBars
          label={t('operations.ages')}
          inOrder
          rows={backlog.ages.map(({ from, to, n }) => ({
            key: String(from),
            name:
              to === null
                ? t('operations.age-over', { from })
                : t('operations.age', { from: number(from), to }),
            n,
          }))}
        />
      </Panel>
      <Panel title={t('operations.forecast')}>
        {forecast.weeks.length === 0 ? (
          <Typography>{t('operations.no-forecast')}</Typography>
        ) : (
          <ForecastBars label={t('operations.forecast')} weeks={forecast.weeks} />
        )}
        <Typography tag="p" variant="pi" textColor="neutral600">
          {forecast.method}
        </Typography>
      </Panel>
      <Panel title={t('operations.by-status')}>
        <CountBars label={t('operations.by-status')} rows={named('status', figures.byStatus)} />
      </Panel>
      <Panel title={t('operations.by-kind')}>
        <CountBars label={t('operations.by-kind')} rows={named('kind', figures.byKind)} />
      </Panel>
    </Stack>
  );
}
