import { addDays, defaultCalendar, riyadhDate, workingWindows } from '../../kernel/calendar.rules';
import { usualMinutes } from '../../reception/appointments.rules';
import { meetings } from '../content/meetings';
import { day, hour, later, minute } from './plan.time';
import type { Step } from './plan.types';

/** When the association opens on a working day, counted from today; null: that day is none. */
function opening(now: Date, workdays: number): Date | null {
  const at = (date: string) => workingWindows(defaultCalendar, date)[0];
  let date = riyadhDate(now);
  if (workdays === 0) {
    const window = at(date);
    return window ? new Date(window.open) : null;
  }
  for (let left = Math.abs(workdays); left > 0;) {
    date = addDays(date, Math.sign(workdays));
    if (at(date)) left -= 1;
  }
  return new Date(at(date)?.open ?? 0);
}

/**
 * The meetings of the week around now, each for one of these requests. What is over has ended; the one that goes
 * on now, and those to come, are booked. A request came in before its meeting was booked.
 */
export function planAppointments(
  now: Date,
  requests: readonly { index: number; at: Date }[],
): Step[] {
  const long = requests.filter(({ at }) => at <= later(now, -6 * day));
  return meetings.flatMap((meeting, appointment): Step[] => {
    const opens = opening(now, meeting.day);
    const request = long[appointment % Math.max(1, long.length)];
    if (!opens || !request) return [];
    const startsAt = later(opens, meeting.hour * hour);
    const twoDaysBefore = later(startsAt, -2 * day);
    const recently = later(now, -(appointment + 1) * 9 * minute);
    const bookedAt = twoDaysBefore < recently ? twoDaysBefore : recently;
    const minutes = usualMinutes[meeting.kind];
    const of = { request: request.index, appointment };
    // Where it is told late in a day, a meeting of today may have begun before it would be booked.
    if (bookedAt >= startsAt) return [];
    return [
      {
        ...of,
        at: bookedAt,
        do: 'book',
        by: 'officer',
        with: meeting.with,
        kind: meeting.kind,
        startsAt,
        minutes,
        purpose: meeting.purpose,
      },
      {
        ...of,
        at: later(startsAt, (minutes + 12) * minute),
        do: 'end_appointment',
        by: meeting.with,
        end: meeting.end,
      },
    ];
  });
}
