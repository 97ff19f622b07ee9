import { addDays, riyadhDate } from '../kernel/calendar.rules';
import { addMonths, firstDay } from './period.rules';

/**
 * Calendar periods, each with a key: a year (`2026`), a quarter (`2026-Q3`), a month (`2026-05`). There are no
 * others: two periods of one's own choice, a day apart, would tell what one person answered.
 */

export const periodKinds = ['month', 'quarter', 'year'] as const;
export type PeriodKind = (typeof periodKinds)[number];

const lengths: Readonly<Record<PeriodKind, number>> = { month: 1, quarter: 3, year: 12 };

export const kindOfPeriod = (key: string): PeriodKind =>
  key.includes('Q') ? 'quarter' : key.length === 4 ? 'year' : 'month';

const firstMonth = (key: string): string => {
  const kind = kindOfPeriod(key);
  if (kind === 'month') return key;
  const quarter = kind === 'quarter' ? Number(key.slice(-1)) : 1;
  return `${key.slice(0, 4)}-${String(quarter * 3 - 2).padStart(2, '0')}`;
};

/** The months of a period, YYYY-MM, oldest first. */
export const monthsOf = (key: string): string[] =>
  Array.from({ length: lengths[kindOfPeriod(key)] }, (_, nth) => addMonths(firstMonth(key), nth));

export const lastMonth = (key: string): string =>
  addMonths(firstMonth(key), lengths[kindOfPeriod(key)] - 1);

/** First and last day, YYYY-MM-DD. */
export const daysOf = (key: string): { from: string; to: string } => ({
  from: firstDay(firstMonth(key)),
  to: addDays(firstDay(addMonths(lastMonth(key), 1)), -1),
});

/** The period of a kind in which a month lies. */
export function periodWith(kind: PeriodKind, month: string): string {
  if (kind === 'month') return month;
  const year = month.slice(0, 4);
  return kind === 'year' ? year : `${year}-Q${Math.ceil(Number(month.slice(5)) / 3)}`;
}

/** The period of the same length that ended as this one began. */
export const periodBefore = (key: string): string =>
  periodWith(kindOfPeriod(key), addMonths(firstMonth(key), -1));

/** The longer periods of which it is a part. */
export const wholesOf = (key: string): string[] =>
  periodKinds
    .slice(periodKinds.indexOf(kindOfPeriod(key)) + 1)
    .map((kind) => periodWith(kind, lastMonth(key)));

/** In the order in which they end; of those that end together the shorter first. */
export const sortedByAvailability = (keys: readonly string[]): string[] =>
  [...keys].sort(
    (a, b) =>
      lastMonth(a).localeCompare(lastMonth(b), 'en') ||
      lengths[kindOfPeriod(a)] - lengths[kindOfPeriod(b)],
  );

/** Every period between two months that ends with a month up to `last`, by availability. */
export function periodsBetween(first: string, last: string): string[] {
  const keys = new Set<string>();
  for (let month = first; month <= last; month = addMonths(month, 1))
    for (const kind of periodKinds) keys.add(periodWith(kind, month));
  return sortedByAvailability([...keys].filter((key) => lastMonth(key) <= last));
}

/** The latest period of a kind that has ended when a month has. */
export function latestPeriod(kind: PeriodKind, last: string): string {
  const key = periodWith(kind, last);
  return lastMonth(key) <= last ? key : periodBefore(key);
}

/** So many periods of one kind, the last of which ends with this month or before; oldest first. */
export function periodsUpTo(kind: PeriodKind, last: string, count: number): string[] {
  const keys = [latestPeriod(kind, last)];
  while (keys.length < count) keys.unshift(periodBefore(keys[0] ?? last));
  return keys;
}

/**
 * The last month that no answer can join any more. Weeks belong to the month of their Wednesday, and answers leave
 * the pool under the last week that is over; so a month is closed once the week after its last one is over too.
 */
export function lastClosedMonth(now: Date): string {
  const today = riyadhDate(now);
  const sunday = addDays(today, -new Date(`${today}T00:00:00Z`).getUTCDay());
  // Answers that leave from now on are of the week before this one, or of later ones.
  const joined = addDays(sunday, -7 + 3).slice(0, 7);
  return addMonths(joined, -1);
}
