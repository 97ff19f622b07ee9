import { Typography } from '@strapi/design-system';
import type { SatisfactionFigures } from '../../../contracts/admin';
import { useFormats } from '../app/formats';
import { useWords } from '../app/words';
import { Panel } from '../ui/Panel';
import { Prose, Stack } from '../ui/Prose';
import { Empty } from '../ui/States';
import { BigNumber, BigNumbers } from './BigNumber';
import { FigureBars } from './charts/FigureBars';
import { TrendLine } from './charts/TrendLine';
import { HeatTable } from './HeatTable';

/** Every figure with its definition, how many answered, its interval and the response rate. */
export function SatisfactionView({ figures }: { figures: SatisfactionFigures }) {
  const { t } = useWords();
  const { percent, number, month, day } = useFormats();
  const { csat, nps, responseRate } = figures;
  const range = (low: number | null, high: number | null, say: (value: number) => string) =>
    low === null || high === null ? '—' : t('figures.range', { low: say(low), high: say(high) });
  const nothing = (withheld: boolean) => t(withheld ? 'figures.withheld' : 'figures.no-data');

  if (csat.n === 0 && !csat.withheld)
    return <Empty>{`${t('figures.empty')} ${t('figures.ended-months')}`}</Empty>;
  return (
    <Stack>
      <Panel title={t('figures.headline-title')}>
        <Typography tag="p" variant="delta" fontWeight="regular" style={{ lineHeight: 1.8 }}>
          {csat.value === null
            ? nothing(csat.withheld)
            : t('figures.headline', {
                share: percent(csat.value),
                range: range(csat.low, csat.high, percent),
                n: csat.n,
              })}
        </Typography>
        <Typography tag="p" textColor="neutral600">
          {t('figures.dates', { from: day(figures.period.from), to: day(figures.period.to) })}
        </Typography>
        <Typography tag="p" textColor="neutral600">
          {t('figures.ended-months')}
        </Typography>
      </Panel>
      <BigNumbers>
        <BigNumber
          label={csat.label}
          value={csat.value === null ? nothing(csat.withheld) : percent(csat.value)}
        >
          {csat.definition}
        </BigNumber>
        <BigNumber
          label={t('figures.response-rate')}
          value={responseRate.value === null ? '—' : percent(responseRate.value)}
        >
          {t('figures.response-explained', {
            complete: number(responseRate.complete),
            invited: number(responseRate.invited),
            undeliverable: responseRate.undeliverable,
          })}
        </BigNumber>
        <BigNumber
          label={t('figures.nps')}
          value={nps.value === null ? nothing(nps.withheld) : number(nps.value)}
        >
          {t('figures.nps-explained', {
            n: number(nps.n),
            range: range(nps.low, nps.high, (value) => number(value)),
          })}
        </BigNumber>
      </BigNumbers>
      <Panel title={t('figures.questions')}>
        <FigureBars label={t('figures.questions')} figures={figures.questions} />
        <Typography tag="p" variant="pi" textColor="neutral600">
          {t('figures.whiskers')}
        </Typography>
      </Panel>
      {figures.trend.length > 0 && (
        <Panel title={t('figures.trend')}>
          <TrendLine label={t('figures.trend')} trend={figures.trend} />
          <Typography tag="p" variant="pi" textColor="neutral600">
            {t('figures.band', { threshold: number(figures.threshold) })}
          </Typography>
        </Panel>
      )}
      {figures.heat.length > 0 && (
        <Panel title={t('figures.heat')}>
          <HeatTable
            heat={figures.heat}
            questions={figures.questions}
            threshold={figures.threshold}
          />
        </Panel>
      )}
      <Panel title={t('figures.comments')}>
        {figures.comments.length === 0 ? (
          <Typography>{t('figures.no-comments')}</Typography>
        ) : (
          <Stack>
            {figures.comments.map((comment, index) => (
              <div key={`${comment.month}.${index}`}>
                <Prose>{comment.text}</Prose>
                <Typography tag="p" variant="pi" textColor="neutral600">
                  {month(comment.month)}
                </Typography>
              </div>
            ))}
          </Stack>
        )}
      </Panel>
    </Stack>
  );
}
