import { addDays, riyadhDate } from '../kernel/calendar.rules';

/**
 * Periods of whole months in Riyadh. There are four and no others: two periods of one's own choice, a day
 * apart, would tell what one person answered.
 */
export type PeriodName = 'month' | 'quarter' | 'year' | 'all';

export interface Period {
  /** YYYY-MM, oldest first, without gaps */
  months: string[];
  /** first and last day, YYYY-MM-DD */
  from: string;
  to: string;
}

const length = { month: 1, quarter: 3, year: 12 } as const;

/** The month in Riyadh at an instant, YYYY-MM. */
export const monthOf = (at: Date): string => riyadhDate(at).slice(0, 7);
export const firstDay = (month: string): string => `${month}-01`;
/** The instant at which a Riyadh day begins. */
export const startOfDay = (date: string): Date => new Date(`${date}T00:00:00+03:00`);

export function addMonths(month: string, count: number): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + count, 1)).toISOString().slice(0, 7);
}

/**
 * @param first the month with which `all` begins; without one it is a year
 * @param withCurrent whether the running month counts. Satisfaction leaves it out: a figure that moves with
 *   every answer would tell what the answer was
 */
export function periodOf(
  name: PeriodName,
  now: Date,
  first: string | null,
  withCurrent: boolean,
): Period {
  const last = withCurrent ? monthOf(now) : addMonths(monthOf(now), -1);
  const wanted =
    name === 'all' && first !== null
      ? first
      : addMonths(last, 1 - length[name === 'all' ? 'year' : name]);
  const months = [wanted < last ? wanted : last];
  for (let month = months[0] ?? last; month < last;) {
    month = addMonths(month, 1);
    months.push(month);
  }
  return {
    months,
    from: firstDay(months[0] ?? last),
    to: addDays(firstDay(addMonths(last, 1)), -1),
  };
}
