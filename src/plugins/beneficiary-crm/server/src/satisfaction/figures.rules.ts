/**
 * Satisfaction figures, each with the number of answers behind it and a 95% interval. Shares run from 0 to 1.
 * No answers are no data, never 0%.
 */

/** The 97.5% quantile of the normal distribution. */
const Z = 1.959964;

export type NoData = { n: 0; value: null };
export type Share = { n: number; value: number; low: number; high: number };

/** How often each grade was given. Who skipped the question, or to whom it does not apply, is in no count. */
export type Grades = ReadonlyMap<number, number>;

/** Answers whose grade is within both bounds. */
export function countOf(grades: Grades, least = -Infinity, greatest = Infinity): number {
  let n = 0;
  for (const [grade, count] of grades) if (grade >= least && grade <= greatest) n += count;
  return n;
}

/**
 * Wilson's score interval for k of n, n > 0 (Wilson 1927):
 * (p̂ + z²/2n ± z·√(p̂(1−p̂)/n + z²/4n²)) / (1 + z²/n).
 */
export function wilson(k: number, n: number): { low: number; high: number } {
  const p = k / n;
  const z2 = Z * Z;
  const centre = p + z2 / (2 * n);
  const spread = Z * Math.sqrt((p * (1 - p)) / n + z2 / (4 * n * n));
  const scale = 1 + z2 / n;
  // Exact at both ends, where rounding would put the bound beside the share.
  return {
    low: k === 0 ? 0 : (centre - spread) / scale,
    high: k === n ? 1 : (centre + spread) / scale,
  };
}

export function share(k: number, n: number): Share | NoData {
  return n === 0 ? { n: 0, value: null } : { n, value: k / n, ...wilson(k, n) };
}

/** CSAT: the share of the satisfied, points 4 and 5 of five. */
export const csat = (grades: Grades): Share | NoData =>
  share(countOf(grades, 4, 5), countOf(grades));

/** Promoters gave 9 or 10, detractors 0 to 6. */
export const promoters = (grades: Grades): number => countOf(grades, 9);
export const detractors = (grades: Grades): number => countOf(grades, undefined, 6);

/** The score of the adjusted answers (n + 3, ¾ more promoters and detractors) and its variance, as shares. */
function adjusted(grades: Grades): { centre: number; variance: number } {
  const n = countOf(grades) + 3;
  const p = (promoters(grades) + 0.75) / n;
  const d = (detractors(grades) + 0.75) / n;
  return { centre: p - d, variance: (p + d - (p - d) ** 2) / n };
}

/**
 * Net promoter score, −100 to 100, of answers from 0 to 10, with an adjusted Wald interval: three answers added,
 * ¾ of them promoters and ¾ detractors (Rocks 2016).
 */
export function nps(grades: Grades): Share | NoData {
  const n = countOf(grades);
  if (n === 0) return { n: 0, value: null };
  const value = (100 * (promoters(grades) - detractors(grades))) / n;
  const { centre, variance } = adjusted(grades);
  const spread = Z * Math.sqrt(variance);
  return {
    n,
    value,
    // A single answer lies outside the interval of the adjusted score: it is taken in.
    low: Math.max(-100, Math.min(value, 100 * (centre - spread))),
    high: Math.min(100, Math.max(value, 100 * (centre + spread))),
  };
}

export type Effort = { n: number; mean: number; easy: Share } | { n: 0; mean: null };

/**
 * Customer effort score of answers from 1 (very hard) to 7 (very easy): the mean, and the share of those who found
 * it easy (5 to 7).
 */
export function ces(grades: Grades): Effort {
  const n = countOf(grades);
  const easy = share(countOf(grades, 5), n);
  if (easy.value === null) return { n: 0, mean: null };
  let sum = 0;
  for (const [grade, count] of grades) sum += grade * count;
  return { n, mean: sum / n, easy };
}

/** Everyone who was asked has answered: the figure is that of all of them, and has no sampling interval. */
export const asCensus = (figure: Share): Share => ({
  ...figure,
  low: figure.value,
  high: figure.value,
});

export type Difference = { difference: number; low: number; high: number };

/**
 * The difference of two independent shares, now less before, with Newcombe's hybrid score interval (Newcombe 1998,
 * method 10): √ of the squared distances to the near bounds of both Wilson intervals.
 */
export function differenceOfShares(now: Share, before: Share): Difference {
  const difference = now.value - before.value;
  return {
    difference,
    low: difference - Math.hypot(now.value - now.low, before.high - before.value),
    high: difference + Math.hypot(now.high - now.value, before.value - before.low),
  };
}

/** The difference of two net promoter scores, −200 to 200, from the adjusted scores of both. */
export function differenceOfNps(now: Grades, before: Grades): Difference {
  const [one, other] = [adjusted(now), adjusted(before)];
  const difference =
    (100 * (promoters(now) - detractors(now))) / countOf(now) -
    (100 * (promoters(before) - detractors(before))) / countOf(before);
  const centre = 100 * (one.centre - other.centre);
  const spread = 100 * Z * Math.sqrt(one.variance + other.variance);
  return {
    difference,
    low: Math.max(-200, Math.min(difference, centre - spread)),
    high: Math.min(200, Math.max(difference, centre + spread)),
  };
}

/** Larger than chance is a difference whose interval leaves nought out. */
export function verdictOf({ low, high }: Difference): 'better' | 'worse' | 'no_clear_change' {
  if (low > 0) return 'better';
  return high < 0 ? 'worse' : 'no_clear_change';
}

export type ResponseRate = {
  invited: number;
  undeliverable: number;
  complete: number;
  /** Complete answers of the invitations that could arrive; null when none could. */
  value: number | null;
};

/** `invited` counts every invitation, the undeliverable included; they are told apart, not held against the rate. */
export function responseRate(
  invited: number,
  complete: number,
  undeliverable: number,
): ResponseRate {
  const arrived = invited - undeliverable;
  return { invited, undeliverable, complete, value: arrived > 0 ? complete / arrived : null };
}
