import type { PromiseView } from '../../../contracts/admin';
import type { Tone } from '../ui/tones';

export interface PromiseWords {
  /** key of the sentence; `days` is its number */
  key: 'promise.paused' | 'promise.overdue' | 'promise.today' | 'promise.left';
  days: number;
  /** null: quiet, the date is far enough away */
  tone: Extract<Tone, 'danger' | 'warning'> | null;
}

/** From here on the promise is near enough to be coloured. */
export const nearDays = 3;

/** How a promised reply date is said: days left, today, late, or held while the applicant owes something. */
export function promiseWords(
  promise: Pick<PromiseView, 'daysLeft' | 'overdue' | 'paused'>,
): PromiseWords {
  const days = Math.abs(promise.daysLeft);
  if (promise.paused) return { key: 'promise.paused', days, tone: null };
  if (promise.overdue) return { key: 'promise.overdue', days, tone: 'danger' };
  if (days === 0) return { key: 'promise.today', days, tone: 'warning' };
  return { key: 'promise.left', days, tone: days <= nearDays ? 'warning' : null };
}
