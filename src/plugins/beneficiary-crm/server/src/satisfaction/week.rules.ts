import { addDays, riyadhDate } from '../kernel/calendar.rules';
import { addMonths, firstDay } from './period.rules';

/** Weeks from Sunday to Saturday in Riyadh, each named by its Sunday, YYYY-MM-DD: no time of an answer is finer. */

/** The Sunday on a date or before it. */
export const sundayOf = (date: string): string =>
  addDays(date, -new Date(`${date}T00:00:00Z`).getUTCDay());

/** The week in which an instant lies. */
export const weekOf = (at: Date): string => sundayOf(riyadhDate(at));

/** The last week that is over at an instant. */
export const closedWeek = (now: Date): string => addDays(weekOf(now), -7);

/** How many weeks lie between the beginnings of two weeks. */
export const weeksBetween = (earlier: string, later: string): number =>
  Math.round((Date.parse(later) - Date.parse(earlier)) / (7 * 86_400_000));

/** The month, YYYY-MM, to which a week belongs: that of its Wednesday, so of most of its days. */
export const monthOfWeek = (week: string): string => addDays(week, 3).slice(0, 7);

/** The first and the last week of the months from one to the other, YYYY-MM each. */
export function weeksOfMonths(first: string, last: string): { from: string; to: string } {
  // The first Wednesday of a month falls on the 1st to the 7th: its Sunday is at most three days before the month.
  const from = sundayOf(addDays(firstDay(first), 3));
  return { from, to: addDays(sundayOf(addDays(firstDay(addMonths(last, 1)), 3)), -7) };
}
