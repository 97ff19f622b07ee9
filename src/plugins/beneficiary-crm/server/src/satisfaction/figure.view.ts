import type { FigureState, Measure, MeasureName } from '../../../contracts/satisfaction';
import {
  asCensus,
  ces,
  countOf,
  csat,
  detractors,
  differenceOfNps,
  differenceOfShares,
  nps,
  promoters,
  verdictOf,
} from './figures.rules';
import type { Difference, Grades, NoData, Share } from './figures.rules';

/** A figure in numbers, as it may be shown. A withheld one does not say how small it is. */
export type Shown = Pick<
  Measure,
  'n' | 'value' | 'low' | 'high' | 'withheld' | 'state' | 'census' | 'mean'
> & { band: Band | null };

/** Nearly everyone answered alike: of the figure only the side is said. */
export type Band = 'under_5_percent' | 'over_95_percent' | 'all_alike';

const nothing = { n: 0, value: null, low: null, high: null, census: false, mean: null, band: null };
const noData: Shown = { ...nothing, state: 'no_data', withheld: false };
const withheld: Shown = { ...nothing, state: 'withheld', withheld: true };

/** Beyond this share nearly everyone answered alike, and the exact one would tell what each of them said. */
const alike = 0.95;

function shareShown({ n, value, low, high }: Share, mean: number | null): Shown {
  const shown = { n, withheld: false, census: false } as const;
  if (value < 0.05)
    return {
      ...shown,
      value: 0.05,
      low: 0,
      high: 0.05,
      mean: null,
      state: 'band',
      band: 'under_5_percent',
    };
  if (value > alike)
    return {
      ...shown,
      value: 0.95,
      low: 0.95,
      high: 1,
      mean: null,
      state: 'band',
      band: 'over_95_percent',
    };
  return { ...shown, value, low, high, mean, state: 'shown', band: null };
}

function npsShown(grades: Grades, { n, value, low, high }: Share): Shown {
  const [up, down] = [promoters(grades) / n, detractors(grades) / n];
  const shown = { n, withheld: false, census: false, mean: null } as const;
  const band = { ...shown, state: 'band' as FigureState, band: 'all_alike' as Band };
  if (up > alike) return { ...band, value: 95, low: 90, high: 100 };
  if (down > alike) return { ...band, value: -95, low: -100, high: -90 };
  if (1 - up - down > alike) return { ...band, value: 0, low: -5, high: 5 };
  return { ...shown, value, low, high, state: 'shown', band: null };
}

function choiceShown(grades: Grades): Shown {
  const n = countOf(grades);
  const most = Math.max(...grades.values());
  const band = most / n > alike ? 'all_alike' : null;
  return { ...nothing, n, withheld: false, state: band ? 'band' : 'shown', band };
}

const easyOf = (grades: Grades): Share | NoData => {
  const effort = ces(grades);
  return effort.mean === null ? { n: 0, value: null } : effort.easy;
};

/**
 * A figure as it may be shown.
 * @param published whether its cell is
 * @param everyone whether everyone who was invited has answered: then there is no sampling interval
 */
export function shownFigure(
  measure: Exclude<MeasureName, 'response'>,
  grades: Grades,
  published: boolean,
  everyone = false,
): Shown {
  if (countOf(grades) === 0) return noData;
  if (!published) return withheld;
  if (measure === 'choice') return choiceShown(grades);
  const figure =
    measure === 'nps' ? nps(grades) : measure === 'ces' ? easyOf(grades) : csat(grades);
  if (figure.value === null) return noData;
  const given = everyone ? asCensus(figure) : figure;
  const mean = measure === 'ces' ? ces(grades).mean : null;
  const shown = measure === 'nps' ? npsShown(grades, given) : shareShown(given, mean);
  return { ...shown, census: everyone && shown.state === 'shown' };
}

/** The difference to the period before; null where one of the two is not shown as it is. */
export function differenceOf(
  measure: MeasureName,
  now: { shown: Shown; grades: Grades },
  before: { shown: Shown; grades: Grades },
): (Difference & { verdict: ReturnType<typeof verdictOf> }) | null {
  if (now.shown.state !== 'shown' || before.shown.state !== 'shown') return null;
  const difference =
    measure === 'nps'
      ? differenceOfNps(now.grades, before.grades)
      : sharesOf(now.shown, before.shown);
  return difference && { ...difference, verdict: verdictOf(difference) };
}

function sharesOf(now: Shown, before: Shown): Difference | null {
  const [one, other] = [now, before].map(({ n, value, low, high }) =>
    value === null || low === null || high === null ? null : { n, value, low, high },
  );
  return one && other ? differenceOfShares(one, other) : null;
}

/** How many gave each answer, lowest first; nothing where nearly everyone gave the same. */
export const distributionOf = (
  grades: Grades,
  { state, n }: Shown,
  answers: readonly { key: number; label: string }[],
): Measure['distribution'] =>
  state === 'shown'
    ? answers.map(({ key, label }) => {
        const count = grades.get(key) ?? 0;
        return { key: String(key), label, n: count, share: count / n };
      })
    : [];
