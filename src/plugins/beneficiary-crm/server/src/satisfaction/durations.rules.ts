import type { Duration } from '../../../contracts/satisfaction';

/** How many took so long: by the length of time in equal steps, `0` being less than one step. */
export type Steps = ReadonlyMap<number, number>;

/**
 * What a part of them (0…1) had at the latest, in steps: as if those of one step came evenly within it.
 * Null: there are none.
 */
export function quantile(steps: Steps, part: number): number | null {
  const ordered = [...steps].filter(([, n]) => n > 0).sort(([a], [b]) => a - b);
  const wanted = part * ordered.reduce((sum, [, n]) => sum + n, 0);
  let passed = 0;
  for (const [step, n] of ordered) {
    if (passed + n >= wanted) return step + (wanted - passed) / n;
    passed += n;
  }
  return null;
}

/** @param perDay how many steps a day has */
export function durationOf(steps: Steps, perDay: number): Duration {
  const days = (part: number) => {
    const found = quantile(steps, part);
    return found === null ? null : found / perDay;
  };
  const n = [...steps.values()].reduce((sum, count) => sum + count, 0);
  return { n, median: days(0.5), p90: days(0.9) };
}
