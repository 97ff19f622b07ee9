import {
  BarElement,
  CategoryScale,
  Chart,
  Filler,
  Legend,
  LineElement,
  LinearScale,
  PointElement,
  Tooltip,
} from 'chart.js';
import { useTheme } from 'styled-components';
import { useFormats } from '../../app/formats';
import { useWords } from '../../app/words';
import { errorBars } from './errorBars';

Chart.register(
  BarElement,
  CategoryScale,
  Filler,
  Legend,
  LineElement,
  LinearScale,
  PointElement,
  Tooltip,
  errorBars,
);

/** Colours, font and direction of every chart: those of the panel. */
export function useChart() {
  const { colors } = useTheme();
  const { locale, dir } = useWords();
  const { month } = useFormats();
  const rtl = dir === 'rtl';
  const font = { family: getComputedStyle(document.body).fontFamily, size: 13 };
  const ticks = { color: colors.neutral700, font };
  /** Months never slant: the year goes under its month, and where there is no room some are left out. */
  const monthTicks = (rows: readonly { month: string }[]) => ({
    ...ticks,
    maxRotation: 0,
    callback: (_value: string | number, index: number) =>
      month(rows[index]?.month ?? '').split(' '),
  });
  /** The same for whatever has a name of its own. */
  const nameTicks = (rows: readonly { name: string }[]) => ({
    ...ticks,
    maxRotation: 0,
    callback: (_value: string | number, index: number) => (rows[index]?.name ?? '').split(' '),
  });
  const grid = { color: colors.neutral150 };
  return {
    rtl,
    colors,
    base: { responsive: true, maintainAspectRatio: false, animation: false as const, locale, font },
    ticks,
    monthTicks,
    nameTicks,
    grid,
    words: { rtl, textDirection: dir, labels: { color: colors.neutral800, font } },
    tooltip: { rtl, textDirection: dir, bodyFont: font, titleFont: font },
  };
}
