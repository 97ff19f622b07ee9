import { Bar } from 'react-chartjs-2';
import type { OperationsFigures } from '../../../../contracts/satisfaction';
import { useFormats } from '../../app/formats';
import { useWords } from '../../app/words';
import { ChartFrame } from './ChartFrame';
import { useChart } from './useChart';

interface Props {
  label: string;
  months: OperationsFigures['byMonth'];
}

/** Requests received and replies sent, by month. Time runs from left to right in both languages. */
export function MonthBars({ label, months }: Props) {
  const { t } = useWords();
  const { number, month } = useFormats();
  const { colors, base, monthTicks, ticks, grid, tooltip, words } = useChart();
  return (
    <ChartFrame
      height={280}
      head={[
        t('figures.month'),
        t('operations.submitted'),
        t('operations.replied'),
        t('operations.open-then'),
      ]}
      rows={months.map((row) => ({
        key: row.month,
        cells: [month(row.month), number(row.submitted), number(row.replied), number(row.open)],
      }))}
      chart={
        <Bar
          role="img"
          aria-label={label}
          data={{
            labels: months.map((row) => month(row.month)),
            datasets: [
              {
                label: t('operations.submitted'),
                data: months.map((row) => row.submitted),
                backgroundColor: colors.primary600,
              },
              {
                label: t('operations.replied'),
                data: months.map((row) => row.replied),
                backgroundColor: colors.warning500,
              },
            ],
          }}
          options={{
            ...base,
            scales: {
              x: { grid: { display: false }, ticks: monthTicks(months) },
              y: {
                beginAtZero: true,
                grid,
                ticks: { ...ticks, precision: 0, callback: (tick) => number(Number(tick)) },
              },
            },
            plugins: { legend: words, tooltip },
          }}
        />
      }
    />
  );
}
