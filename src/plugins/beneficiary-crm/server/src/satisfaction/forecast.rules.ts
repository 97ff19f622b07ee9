/** How much work the next weeks are likely to bring, as simply as it can be said. */

export interface Forecast {
  /** `recent`: the mean of the last eight weeks; `season`: as many as in the same week a year before */
  method: 'recent' | 'season';
  weeks: { expected: number; low: number; high: number }[];
}

const recentWeeks = 8;
const yearOfWeeks = 52;
const ahead = 4;
/** The 97.5% quantile of the normal distribution. */
const Z = 1.959964;

type Rule = (known: readonly number[], step: number) => number | null;

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

const rules: Readonly<Record<Forecast['method'], Rule>> = {
  recent: (known) => (known.length < recentWeeks ? null : mean(known.slice(-recentWeeks))),
  season: (known, step) => known[known.length - yearOfWeeks + step - 1] ?? null,
};

/** How far off a rule would have been in the weeks that are known, so many weeks ahead (root of the mean square). */
function errorOf(rule: Rule, weeks: readonly number[], step: number): number | null {
  const squares: number[] = [];
  for (let end = 1; end + step <= weeks.length; end += 1) {
    const expected = rule(weeks.slice(0, end), step);
    const came = weeks[end + step - 1];
    if (expected !== null && came !== undefined) squares.push((came - expected) ** 2);
  }
  return squares.length < recentWeeks ? null : Math.sqrt(mean(squares));
}

/**
 * The next four weeks. Of two plain rules the one that would have been less far off is taken, and its interval is how
 * far off it would have been (95%).
 * @param weeks how many came in each whole week, oldest first
 * @returns null where too few weeks are known to say how far off it may be
 */
export function forecast(weeks: readonly number[]): Forecast | null {
  const methods = (['recent', 'season'] as const)
    .map((method) => ({ method, error: errorOf(rules[method], weeks, 1) }))
    .filter((one): one is { method: Forecast['method']; error: number } => one.error !== null)
    .sort((a, b) => a.error - b.error);
  const [best] = methods;
  if (!best) return null;
  const rule = rules[best.method];
  const steps = Array.from({ length: ahead }, (_, nth) => nth + 1).map((step) => {
    const expected = rule(weeks, step) ?? 0;
    const spread = Z * (errorOf(rule, weeks, step) ?? best.error);
    return {
      expected: Math.round(expected),
      low: Math.max(0, Math.floor(expected - spread)),
      high: Math.ceil(expected + spread),
    };
  });
  return { method: best.method, weeks: steps };
}
