import type { PromiseView } from '../../../contracts/admin';
import { daysLeft, isOverdue, mayReply, promisedDates } from './clock.rules';
import { readClock } from './request.repository';
import type { RequestRow } from './request.types';

/** Statuses in which the association still owes a reply are those that have not been replied to or ended. */
export function promiseOf(
  row: Pick<RequestRow, 'ended_at' | 'replied' | 'clock' | 'clock_settings'>,
  now: Date,
): PromiseView | null {
  if (row.ended_at !== null || row.replied) return null;
  const clock = readClock(row.clock);
  const dates = promisedDates(clock, row.clock_settings, now);
  return {
    earliest: dates.earliest.toISOString(),
    latest: dates.latest.toISOString(),
    daysLeft: daysLeft(clock, row.clock_settings, now),
    overdue: isOverdue(clock, row.clock_settings, now),
    paused: clock.pausedSince !== null,
  };
}

/** Whether the clock lets the request's reply go out now. */
export const replyMayGo = (row: RequestRow, now: Date): boolean =>
  mayReply(readClock(row.clock), row.clock_settings, now);
