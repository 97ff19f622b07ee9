import type { BothDates } from '../../../contracts/sessions';
import type { Locale } from '../../../contracts/vocabulary';
import { formatDates } from '../kernel/calendar.rules';

/** A date, YYYY-MM-DD in Riyadh, written out in both calendars. */
export const bothDates = (date: string, locale: Locale): BothDates =>
  formatDates(new Date(`${date}T12:00:00+03:00`), locale);

/** The time of day in Riyadh at an instant, HH:MM. */
export const timeInRiyadh = (at: Date): string =>
  new Intl.DateTimeFormat('en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: 'Asia/Riyadh',
  }).format(at);
