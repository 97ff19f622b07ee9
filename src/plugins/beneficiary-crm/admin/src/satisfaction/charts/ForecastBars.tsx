import { Bar } from 'react-chartjs-2';
import type { OperationsFigures } from '../../../../contracts/satisfaction';
import { useFormats } from '../../app/formats';
import { useWords } from '../../app/words';
import { ChartFrame } from './ChartFrame';
import { useChart } from './useChart';

interface Props {
  label: string;
  weeks: OperationsFigures['forecast']['weeks'];
}

/** What the next weeks may bring, with how far off that may be. Time runs from left to right in both languages. */
export function ForecastBars({ label, weeks }: Props) {
  const { t } = useWords();
  const { number, day } = useFormats();
  const { colors, base, nameTicks, ticks, grid, tooltip } = useChart();
  const names = weeks.map(({ from }) => ({ name: day(from) }));
  const range = (low: number, high: number) =>
    t('figures.range', { low: number(low), high: number(high) });
  return (
    <ChartFrame
      height={240}
      head={[t('operations.week'), t('operations.expected'), t('figures.interval')]}
      rows={weeks.map(({ from, expected, low, high }) => ({
        key: from,
        cells: [day(from), number(expected), range(low, high)],
      }))}
      chart={
        <Bar
          role="img"
          aria-label={label}
          data={{
            labels: names.map(({ name }) => name),
            datasets: [
              {
                data: weeks.map(({ expected }) => expected),
                backgroundColor: colors.primary200,
                borderColor: colors.primary600,
                borderWidth: 1,
                maxBarThickness: 60,
              },
            ],
          }}
          options={{
            ...base,
            scales: {
              x: { grid: { display: false }, ticks: nameTicks(names) },
              y: {
                beginAtZero: true,
                suggestedMax: Math.max(...weeks.map(({ high }) => high)),
                grid,
                ticks: { ...ticks, precision: 0, callback: (tick) => number(Number(tick)) },
              },
            },
            plugins: {
              legend: { display: false },
              errorBars: {
                color: colors.neutral800,
                intervals: weeks.map(({ low, high }) => ({ low, high })),
              },
              tooltip: {
                ...tooltip,
                callbacks: {
                  label: ({ dataIndex }) => {
                    const week = weeks[dataIndex];
                    return week ? `${number(week.expected)} (${range(week.low, week.high)})` : '';
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
