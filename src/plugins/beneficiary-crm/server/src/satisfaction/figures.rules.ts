/**
 * Satisfaction figures, each with the number of answers behind it and a 95% interval. Shares run from 0 to 1.
 * No answers are no data, never 0%.
 */

/** The 97.5% quantile of the normal distribution. */
const Z = 1.959964;

export type NoData = { n: 0; value: null };
export type Share = { n: number; value: number; low: number; high: number };

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

function share(k: number, n: number): Share | NoData {
  return n === 0 ? { n: 0, value: null } : { n, value: k / n, ...wilson(k, n) };
}

/** Answers per point of the scale, from 1 (not satisfied at all) to 5 (very satisfied). */
export type ScaleCounts = readonly [number, number, number, number, number];

/** CSAT: the share of the satisfied, points 4 and 5. Skipped and "not applicable" are in no count. */
export function csat(counts: ScaleCounts): Share | NoData {
  const n = counts.reduce((sum, count) => sum + count, 0);
  return share(counts[3] + counts[4], n);
}

/**
 * Net promoter score, −100 to 100, of answers from 0 to 10 (null: skipped, in no count), with an adjusted Wald
 * interval: three answers added, ¾ of them promoters and ¾ detractors (Rocks 2016).
 */
export function nps(scores: readonly (number | null)[]): Share | NoData {
  const given = answered(scores);
  const n = given.length;
  if (n === 0) return { n: 0, value: null };
  const promoters = given.filter((score) => score >= 9).length;
  const detractors = given.filter((score) => score <= 6).length;
  const value = (100 * (promoters - detractors)) / n;

  const p = (promoters + 0.75) / (n + 3);
  const d = (detractors + 0.75) / (n + 3);
  const centre = p - d;
  const spread = Z * Math.sqrt((p + d - centre * centre) / (n + 3));
  return {
    n,
    value,
    // A single answer lies outside the interval of the adjusted score: it is taken in.
    low: Math.max(-100, Math.min(value, 100 * (centre - spread))),
    high: Math.min(100, Math.max(value, 100 * (centre + spread))),
  };
}

export type Effort = { n: number; mean: number; easy: Share | NoData } | { n: 0; mean: null };

/**
 * Customer effort score of answers from 1 (very hard) to 5 (very easy), null: skipped. The mean, and the share of
 * those who found it easy (4 and 5).
 */
export function ces(scores: readonly (number | null)[]): Effort {
  const given = answered(scores);
  const n = given.length;
  if (n === 0) return { n: 0, mean: null };
  const mean = given.reduce((sum, score) => sum + score, 0) / n;
  return { n, mean, easy: share(given.filter((score) => score >= 4).length, n) };
}

function answered(scores: readonly (number | null)[]): number[] {
  return scores.filter((score) => score !== null);
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

export type Slice = { key: string; n: number; satisfied: number };

export type PublishedSlice =
  | ({ key: string; state: 'shown' } & Share)
  /** Nearly everyone answered alike: the exact share would tell what each of them said. */
  | { key: string; state: 'band'; n: number; band: 'under_5_percent' | 'over_95_percent' }
  | { key: string; state: 'withheld' }
  | { key: string; state: 'no_data'; n: 0 };

/**
 * What may be published of a breakdown whose total is published too. Slices of fewer than `threshold` answers
 * are withheld; then, smallest first, as many more as it takes for the total less the shown ones to give away
 * neither a single slice nor a group smaller than the threshold. In the order given.
 */
export function suppress(slices: readonly Slice[], threshold = 10): PublishedSlice[] {
  const withheld = withheldKeys(slices, threshold);
  return slices.map(({ key, n, satisfied }): PublishedSlice => {
    if (n === 0) return { key, state: 'no_data', n: 0 };
    if (withheld.has(key)) return { key, state: 'withheld' };
    const value = satisfied / n;
    if (value < 0.05) return { key, state: 'band', n, band: 'under_5_percent' };
    if (value > 0.95) return { key, state: 'band', n, band: 'over_95_percent' };
    return { key, state: 'shown', n, value, ...wilson(satisfied, n) };
  });
}

function withheldKeys(slices: readonly Slice[], threshold: number): Set<string> {
  const withheld = new Set<string>();
  let together = 0;
  const smallestFirst = slices
    .filter(({ n }) => n > 0)
    .sort((a, b) => a.n - b.n || (a.key < b.key ? -1 : 1));
  for (const { key, n } of smallestFirst) {
    const tooSmall = n < threshold;
    const givesAway = together > 0 && together < threshold;
    if (!tooSmall && !givesAway) break;
    withheld.add(key);
    together += n;
  }
  return withheld;
}
