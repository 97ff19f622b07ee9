import { riyadhDate } from '../kernel/calendar.rules';

/** Months in Riyadh, YYYY-MM, and days, YYYY-MM-DD. */

/** The month in Riyadh at an instant, YYYY-MM. */
export const monthOf = (at: Date): string => riyadhDate(at).slice(0, 7);
export const firstDay = (month: string): string => `${month}-01`;
/** The instant at which a Riyadh day begins. */
export const startOfDay = (date: string): Date => new Date(`${date}T00:00:00+03:00`);

export function addMonths(month: string, count: number): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + count, 1)).toISOString().slice(0, 7);
}
