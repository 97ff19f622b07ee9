import { Typography } from '@strapi/design-system';
import type { SatisfactionFigures } from '../../../contracts/satisfaction';
import { useFormats } from '../app/formats';
import { useWords } from '../app/words';
import { Facts } from '../ui/Facts';
import { Panel } from '../ui/Panel';
import { Prose, Stack } from '../ui/Prose';
import { Empty } from '../ui/States';
import { BigNumber, BigNumbers } from './BigNumber';
import { BreakdownPanel } from './BreakdownPanel';
import { FigureBars } from './charts/FigureBars';
import { TrendLine } from './charts/TrendLine';
import { Distribution } from './Distribution';
import { GlancePanel } from './GlancePanel';
import { HeatTable } from './HeatTable';
import { MeasureBox } from './MeasureBox';
import { ModesPanel } from './ModesPanel';
import { useFigureWords } from './useFigureWords';
import { improvementPolicy } from '../../../server/src/satisfaction/improvement.policy';

/** Every figure with its definition, how many answered, its interval and the response rate. */
export function SatisfactionView({ figures }: { figures: SatisfactionFigures }) {
  const { t } = useWords();
  const { percent, number, month, day } = useFormats();
  const words = useFigureWords();
  const { csat, ces, nps, responseRate, period, filter } = figures;

  if (csat.n === 0 && !csat.withheld)
    return <Empty>{`${t('figures.empty')} ${t('figures.ended-periods')}`}</Empty>;
  return (
    <Stack>
      <Panel title={filter ? `${filter.label}: ${filter.name}` : t('figures.headline-title')}>
        <Typography tag="p" variant="delta" fontWeight="regular" style={{ lineHeight: 1.8 }}>
          {csat.value === null
            ? t('figures.withheld-headline', { threshold: number(figures.threshold) })
            : t('figures.headline', {
                share: words.value(csat),
                range: words.range(csat),
                n: csat.n,
              })}
        </Typography>
        {csat.comparison && <Typography tag="p">{csat.comparison.text}</Typography>}
        <Typography tag="p" textColor="neutral600">
          {t('figures.dates', { from: day(period.from), to: day(period.to) })}
          {' · '}
          {t('figures.ended-periods')}
        </Typography>
      </Panel>
      {!filter && <GlancePanel figures={figures} target={improvementPolicy.target} />}
      <BigNumbers>
        <MeasureBox figure={csat} />
        {ces && <MeasureBox figure={ces} />}
        <MeasureBox figure={nps} />
        <BigNumber
          label={t('figures.response-rate')}
          inWords={responseRate.value === null}
          value={
            responseRate.value === null
              ? t(responseRate.withheld ? 'figures.withheld' : 'figures.no-data')
              : percent(responseRate.value)
          }
        >
          {!responseRate.withheld &&
            t('figures.response-explained', {
              complete: number(responseRate.complete),
              invited: number(responseRate.invited),
              undeliverable: responseRate.undeliverable,
            })}
        </BigNumber>
      </BigNumbers>
      {figures.trend.length > 0 && (
        <Panel title={t('figures.trend')}>
          <TrendLine label={t('figures.trend')} trend={figures.trend} />
          <Typography tag="p" variant="pi" textColor="neutral600">
            {t('figures.band', { threshold: number(figures.threshold) })}
          </Typography>
        </Panel>
      )}
      <Panel title={t('figures.questions')}>
        <FigureBars label={t('figures.questions')} figures={figures.questions} />
        <Typography tag="p" variant="pi" textColor="neutral600">
          {t('figures.whiskers')}
        </Typography>
      </Panel>
      <BreakdownPanel breakdowns={figures.breakdowns} threshold={figures.threshold} />
      {csat.distribution.length > 0 && (
        <Panel title={t('figures.distribution')}>
          <Distribution figure={csat} />
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
      {figures.quarters.length > 0 && (
        <Panel title={t('figures.quarters')}>
          <TrendLine label={t('figures.quarters')} trend={figures.quarters} />
        </Panel>
      )}
      {figures.choiceQuestions
        .filter(({ distribution }) => distribution.length > 0)
        .map((figure) => (
          <Panel key={figure.key} title={figure.label}>
            <Distribution figure={figure} />
          </Panel>
        ))}
      <ModesPanel modes={figures.modes} />
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
      <Panel title={t('figures.definitions')}>
        <Facts
          facts={figures.definitions.map(({ key, title, text }) => ({
            key,
            label: title,
            value: text,
          }))}
        />
      </Panel>
    </Stack>
  );
}
