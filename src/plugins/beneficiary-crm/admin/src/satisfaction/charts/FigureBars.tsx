import { Bar } from 'react-chartjs-2';
import type { Measure } from '../../../../contracts/satisfaction';
import type { Figure } from '../../../../contracts/website';
import { useFormats } from '../../app/formats';
import { useWords } from '../../app/words';
import { useFigureWords } from '../useFigureWords';
import { ChartFrame } from './ChartFrame';
import { useChart } from './useChart';

const rowHeight = 46;

interface Props {
  label: string;
  figures: (Figure & { measure?: Measure['measure'] })[];
  /** one column more of the table, a cell for each figure */
  more?: { head: string; cells: string[] };
}

/** Shares with their intervals, one bar each, starting where the line of text starts. */
export function FigureBars({ label, figures, more }: Props) {
  const { t } = useWords();
  const { percent } = useFormats();
  const { rtl, colors, base, ticks, grid, tooltip } = useChart();
  const { value, range, count } = useFigureWords();

  return (
    <ChartFrame
      height={figures.length * rowHeight + 40}
      head={[
        t('figures.item'),
        t('figures.value'),
        t('figures.interval'),
        t('figures.n'),
        ...(more ? [more.head] : []),
      ]}
      rows={figures.map((figure, at) => ({
        key: figure.key,
        cells: [
          figure.label,
          value(figure),
          range(figure),
          count(figure),
          ...(more ? [more.cells[at] ?? '—'] : []),
        ],
      }))}
      chart={
        <Bar
          role="img"
          aria-label={label}
          data={{
            // An empty place says that there is something which is not shown.
            labels: figures.map(({ label: name, value: shown }) =>
              shown === null ? `${name} —` : name,
            ),
            datasets: [
              {
                data: figures.map((figure) => figure.value),
                backgroundColor: colors.primary200,
                borderColor: colors.primary600,
                borderWidth: 1,
                barThickness: 22,
              },
            ],
          }}
          options={{
            ...base,
            indexAxis: 'y',
            scales: {
              x: {
                min: 0,
                max: 1,
                reverse: rtl,
                grid,
                ticks: { ...ticks, callback: (tick) => percent(Number(tick)) },
              },
              y: { position: rtl ? 'right' : 'left', grid: { display: false }, ticks },
            },
            plugins: {
              legend: { display: false },
              tooltip: {
                ...tooltip,
                callbacks: {
                  label: ({ dataIndex }) => {
                    const figure = figures[dataIndex];
                    return figure ? `${value(figure)} (${range(figure)})` : '';
                  },
                },
              },
              errorBars: {
                color: colors.neutral800,
                intervals: figures.map(({ low, high }) =>
                  low === null || high === null ? null : { low, high },
                ),
              },
            },
          }}
        />
      }
    />
  );
}
