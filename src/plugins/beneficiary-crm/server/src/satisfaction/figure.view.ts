import type { SatisfactionFigures } from '../../../contracts/admin';
import type { Figure } from '../../../contracts/website';
import { nps } from './figures.rules';
import type { PublishedSlice } from './figures.rules';
import { satisfactionPolicy } from './satisfaction.policy';

/** Nearly everyone answered alike: of the share only the side is said. */
const bands = {
  under_5_percent: { value: 0.05, low: 0, high: 0.05 },
  over_95_percent: { value: 0.95, low: 0.95, high: 1 },
} as const;

type Shown = Pick<Figure, 'n' | 'value' | 'low' | 'high' | 'withheld'>;

/** A published slice in numbers. A withheld one does not say how small it is. */
export function shownSlice(slice: PublishedSlice): Shown {
  switch (slice.state) {
    case 'shown': {
      const { n, value, low, high } = slice;
      return { n, value, low, high, withheld: false };
    }
    case 'band':
      return { n: slice.n, ...bands[slice.band], withheld: false };
    case 'withheld':
      return { n: 0, value: null, low: null, high: null, withheld: true };
    case 'no_data':
      return { n: 0, value: null, low: null, high: null, withheld: false };
  }
}

/** What a figure says in words: its name and how it is worked out (empty where another figure says it). */
export interface FigureWords {
  label: string;
  definition: string;
  band: Readonly<Record<keyof typeof bands, string>>;
}

export const figureOf = (slice: PublishedSlice, key: string, words: FigureWords): Figure => ({
  key,
  label: words.label,
  definition: [words.definition, slice.state === 'band' ? words.band[slice.band] : '']
    .filter(Boolean)
    .join('\n'),
  ...shownSlice(slice),
});

/** Beyond this nearly everyone answered alike, as above. */
const npsBand = 95;

/** The net promoter score, −100 to 100, under the same rules. */
export function shownNps(grades: readonly number[]): SatisfactionFigures['nps'] {
  const score = nps(grades);
  const none = { value: null, low: null, high: null };
  if (score.value === null) return { n: 0, ...none, withheld: false };
  if (score.n < satisfactionPolicy.smallestSlice) return { n: 0, ...none, withheld: true };
  const { n, value, low, high } = score;
  if (value > npsBand) return { n, value: npsBand, low: npsBand, high: 100, withheld: false };
  if (value < -npsBand) return { n, value: -npsBand, low: -100, high: -npsBand, withheld: false };
  return { n, value, low, high, withheld: false };
}
