import type { Measure } from '../../../contracts/satisfaction';
import type { Figure } from '../../../contracts/website';
import { isolated, useFormats } from '../app/formats';
import { useWords } from '../app/words';

type Said = Pick<Figure, 'n' | 'value' | 'low' | 'high' | 'withheld'> & {
  measure?: Measure['measure'];
};

/** Nearly everyone answered alike: of the figure only the side is said. */
const isUnder = ({ value, low, high }: Said): boolean =>
  low === 0 && high === value && value !== null && value > 0;
const isOver = ({ value, low, high }: Said): boolean =>
  high === 1 && low === value && value !== null && value < 1;

/** A figure in words: its value, its interval, and what must be known to read it. */
export function useFigureWords() {
  const { t } = useWords();
  const { percent, number } = useFormats();
  const say = (measure: Measure['measure'] | undefined, value: number) =>
    measure === 'nps' ? isolated(number(value)) : percent(value);
  const value = (figure: Said): string => {
    if (figure.value === null) return t(figure.withheld ? 'figures.withheld' : 'figures.no-data');
    if (isUnder(figure)) return t('figures.under', { share: say(figure.measure, figure.value) });
    if (isOver(figure)) return t('figures.over', { share: say(figure.measure, figure.value) });
    return say(figure.measure, figure.value);
  };
  const range = (figure: Said): string => {
    const { low, high, measure } = figure;
    if (low === null || high === null || isUnder(figure) || isOver(figure)) return '—';
    if (low === high) return t('figures.census-short');
    return t('figures.range', { low: say(measure, low), high: say(measure, high) });
  };
  /** with a dash for what is not said */
  const count = ({ n, value: shown }: Said): string => (shown === null ? '—' : number(n));
  return { value, range, count };
}
