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
  const rtl = dir === 'rtl';
  const font = { family: getComputedStyle(document.body).fontFamily, size: 13 };
  const ticks = { color: colors.neutral700, font };
  const grid = { color: colors.neutral150 };
  return {
    rtl,
    colors,
    base: { responsive: true, maintainAspectRatio: false, animation: false as const, locale, font },
    ticks,
    grid,
    words: { rtl, textDirection: dir, labels: { color: colors.neutral800, font } },
    tooltip: { rtl, textDirection: dir, bodyFont: font, titleFont: font },
  };
}
