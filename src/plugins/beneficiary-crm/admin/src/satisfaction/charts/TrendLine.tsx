import { Line } from 'react-chartjs-2';
import type { TrendPoint } from '../../../../contracts/satisfaction';
import { useFormats } from '../../app/formats';
import { useWords } from '../../app/words';
import { useFigureWords } from '../useFigureWords';
import { ChartFrame } from './ChartFrame';
import { useChart } from './useChart';

interface Props {
  label: string;
  /** months, or quarters; oldest first */
  trend: TrendPoint[];
}

/** Satisfaction by month or quarter with its interval as a band. Time runs from left to right in both languages. */
export function TrendLine({ label, trend }: Props) {
  const { t } = useWords();
  const { percent } = useFormats();
  const words = useFigureWords();
  const { colors, base, nameTicks, ticks, grid, tooltip } = useChart();
  const edge = { borderWidth: 0, pointRadius: 0, pointHitRadius: 0, spanGaps: false };
  // A band needs two months beside each other: between months without figures the interval is a whisker.
  const alone = trend.map(({ low, high }, index) => {
    const besides = [trend[index - 1], trend[index + 1]].some((month) => month?.value != null);
    return low === null || high === null || besides ? null : { low, high };
  });
  const said = (point: TrendPoint) =>
    words.value({ ...point, withheld: point.state === 'withheld' });
  const range = (point: TrendPoint) => words.range({ ...point, withheld: false });

  return (
    <ChartFrame
      height={280}
      head={[t('figures.period'), t('figures.value'), t('figures.interval'), t('figures.n')]}
      rows={trend.map((point) => ({
        key: point.month,
        cells: [point.name, said(point), range(point), words.count({ ...point, withheld: false })],
      }))}
      chart={
        <Line
          role="img"
          aria-label={label}
          data={{
            labels: trend.map(({ name }) => name),
            datasets: [
              { data: trend.map(({ low }) => low), ...edge },
              {
                data: trend.map(({ high }) => high),
                fill: '-1',
                backgroundColor: `${colors.primary600}2e`,
                ...edge,
              },
              {
                data: trend.map(({ value }) => value),
                borderColor: colors.primary600,
                backgroundColor: colors.primary600,
                pointRadius: 4,
                borderWidth: 2,
              },
            ],
          }}
          options={{
            ...base,
            scales: {
              x: { grid: { display: false }, ticks: nameTicks(trend) },
              y: {
                min: 0,
                max: 1,
                grid,
                ticks: { ...ticks, callback: (tick) => percent(Number(tick)) },
              },
            },
            plugins: {
              legend: { display: false },
              errorBars: { color: colors.neutral800, intervals: alone, dataset: 2 },
              tooltip: {
                ...tooltip,
                filter: ({ datasetIndex }) => datasetIndex === 2,
                callbacks: {
                  label: ({ dataIndex }) => {
                    const point = trend[dataIndex];
                    return point ? `${said(point)} (${range(point)})` : '';
                  },
                },
              },
            },
          }}
        />
      }
    />
  );
}
