import type { WorkingSpan } from '../../../contracts/stalled';
import type { Words } from '../app/words';

/** Working time in words: whole days, whole hours, or less than one. */
export function spanWords(t: Words['t'], { days, hours }: WorkingSpan): string {
  if (days === 0) return t('step.hours', { hours });
  const whole = t('step.days', { days });
  return hours === 0
    ? whole
    : t('step.days-and-hours', { days: whole, hours: t('step.hours', { hours }) });
}
