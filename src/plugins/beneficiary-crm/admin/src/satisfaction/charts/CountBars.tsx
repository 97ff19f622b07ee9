import { Bar } from 'react-chartjs-2';
import { useFormats } from '../../app/formats';
import { useWords } from '../../app/words';
import { ChartFrame } from './ChartFrame';
import { useChart } from './useChart';

const rowHeight = 36;

interface Props {
  label: string;
  /** what is counted, by name; `aside` stands beside the count in the table */
  rows: { key: string; name: string; n: number; aside?: string }[];
  /** as they are, where their order says something; otherwise the largest first */
  inOrder?: boolean;
}

/** Counts, one bar each. */
export function CountBars({ label, rows, inOrder }: Props) {
  const { t } = useWords();
  const { number } = useFormats();
  const { rtl, colors, base, ticks, grid, tooltip } = useChart();
  const sorted = inOrder ? rows : [...rows].sort((a, b) => b.n - a.n);
  return (
    <ChartFrame
      height={sorted.length * rowHeight + 40}
      head={[t('figures.item'), t('figures.count')]}
      rows={sorted.map(({ key, name, n, aside }) => ({
        key,
        cells: [name, aside ? `${number(n)} (${aside})` : number(n)],
      }))}
      chart={
        <Bar
          role="img"
          aria-label={label}
          data={{
            labels: sorted.map(({ name }) => name),
            datasets: [
              {
                data: sorted.map(({ n }) => n),
                backgroundColor: colors.primary600,
                barThickness: 18,
              },
            ],
          }}
          options={{
            ...base,
            indexAxis: 'y',
            scales: {
              x: {
                beginAtZero: true,
                reverse: rtl,
                grid,
                ticks: { ...ticks, precision: 0, callback: (tick) => number(Number(tick)) },
              },
              y: { position: rtl ? 'right' : 'left', grid: { display: false }, ticks },
            },
            plugins: { legend: { display: false }, tooltip },
          }}
        />
      }
    />
  );
}
