import type { InstalmentState, InstalmentView, Rhythm, Terms } from '../../../contracts/delivery';
import { addDays } from '../kernel/calendar.rules';
import type { FieldIssue } from '../kernel/errors';

/** What is given, how often and from when. Amounts are halalas, pieces or places: whole numbers. */
export interface Schedule {
  /** each time */
  amount: number;
  rhythm: Rhythm;
  times: number;
  /** YYYY-MM-DD */
  startsOn: string;
}

export const totalOf = ({ amount, times }: Pick<Schedule, 'amount' | 'times'>): number =>
  amount * times;

/** The same day of the month so many months later; where the month has none, its last day. */
export function addMonths(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0));
  last.setUTCDate(Math.min(day, last.getUTCDate()));
  return last.toISOString().slice(0, 10);
}

/**
 * The days on which something is due, by the calendar and not by working days. Each counts from the first, so
 * that what begins on the 31st comes back to the 31st after a shorter month.
 */
export function dueDates({ startsOn, rhythm, times }: Omit<Schedule, 'amount'>): string[] {
  return Array.from({ length: times }, (_none, index) =>
    rhythm === 'monthly' ? addMonths(startsOn, index) : addDays(startsOn, 7 * index),
  );
}

/** Each instalment and what of it has been handed over: the first ones first. `net`: delivered less returned. */
export function instalmentsOf(schedule: Schedule, net: number, today: string): InstalmentView[] {
  let rest = Math.max(0, net);
  return dueDates(schedule).map((dueOn) => {
    const delivered = Math.min(rest, schedule.amount);
    rest -= delivered;
    return {
      dueOn,
      amount: schedule.amount,
      delivered,
      state: stateOf(dueOn, delivered, schedule.amount, today),
    };
  });
}

function stateOf(dueOn: string, delivered: number, amount: number, today: string): InstalmentState {
  if (delivered === amount) return 'delivered';
  if (dueOn < today) return 'overdue';
  if (delivered > 0) return 'partial';
  return dueOn === today ? 'today' : 'coming';
}

/** The day of the first instalment that is not wholly handed over; null when all are. */
export function nextDue(schedule: Schedule, net: number): string | null {
  const index = Math.floor(Math.max(0, net) / schedule.amount);
  return dueDates(schedule)[index] ?? null;
}

/**
 * What an allocation takes of a limit. In force it holds its whole total, or more where more was handed over than
 * that; once ended, only what the beneficiary kept: the rest is free again.
 */
export const takenBy = (total: number, net: number, ended: boolean): number =>
  ended ? net : Math.max(total, net);

/** The limits that an allocation counts against, by the year in which it begins. */
export const yearOf = (startsOn: string): string => startsOn.slice(0, 4);

/** Whether so much more stays within a limit; null: there is none. */
export const fits = (limit: number | null, taken: number, more: number): boolean =>
  limit === null || more <= 0 || taken + more <= limit;

/** What is wrong with terms that are each well formed but do not belong together. */
export function termsIssues(terms: Terms): FieldIssue[] {
  const issues: FieldIssue[] = [];
  if (terms.kind === 'money' && !terms.pay) issues.push({ path: 'pay', code: 'required' });
  if (terms.kind !== 'money' && terms.pay) issues.push({ path: 'pay', code: 'unknown' });
  if (terms.kind === 'goods' && !terms.unit) issues.push({ path: 'unit', code: 'required' });
  if (terms.iban && terms.pay !== 'transfer') issues.push({ path: 'iban', code: 'unknown' });
  if (terms.rhythm === 'once' && terms.times !== 1) issues.push({ path: 'times', code: 'once' });
  return issues;
}

/** Why a delivery cannot be: more than is left of the allocation. Null: it can. */
export const refusesDelivery = (
  total: number,
  net: number,
  amount: number,
): 'more_than_allocated' | null => (net + amount > total ? 'more_than_allocated' : null);

/** Why so much cannot come back: no more than the beneficiary has of that delivery. */
export const refusesReturn = (left: number, amount: number): 'more_than_delivered' | null =>
  amount > left ? 'more_than_delivered' : null;

/**
 * Why a correction cannot be. It never makes less than nothing of a delivery; and where it leads over the
 * allocation, the money is gone already, so it is written down by somebody who approves, and not by who delivered.
 */
export function refusesCorrection(of: {
  amount: number;
  left: number;
  total: number;
  net: number;
  approves: boolean;
  ownDelivery: boolean;
}): 'more_than_delivered' | 'another_person_corrects' | null {
  if (of.left + of.amount < 0) return 'more_than_delivered';
  const over = of.amount > 0 && of.net + of.amount > of.total;
  return over && (!of.approves || of.ownDelivery) ? 'another_person_corrects' : null;
}
