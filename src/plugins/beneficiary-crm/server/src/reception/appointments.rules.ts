import type { AppointmentKind, AppointmentState } from '../../../contracts/vocabulary';
import { riyadhDate, workingDayBefore } from '../kernel/calendar.rules';
import type { Window, WorkingCalendar } from '../kernel/calendar.rules';
import type { FieldIssue } from '../kernel/errors';

const MINUTE = 60_000;

/** What a form begins with; enough time for the visitor (S1), never a limit. */
export const usualMinutes: Readonly<Record<AppointmentKind, number>> = {
  office: 30,
  home_visit: 60,
  call: 15,
};

/** Free times begin at these steps from the opening on. */
const stepMinutes = 30;

export interface Busy {
  kind: AppointmentKind;
  /** instants in milliseconds */
  start: number;
  end: number;
}

/**
 * When a meeting could begin: within working time, at no time of another one, not in the past. The way to a
 * home and back is kept free and lies in working time too.
 */
export function freeStarts(
  windows: readonly Window[],
  busy: readonly Busy[],
  wanted: { kind: AppointmentKind; minutes: number; travelMinutes: number },
  now: Date,
): Date[] {
  const length = wanted.minutes * MINUTE;
  const travel = wanted.travelMinutes * MINUTE;
  const way = wanted.kind === 'home_visit' ? travel : 0;
  return windows.flatMap(({ open, close }) => {
    const starts: Date[] = [];
    for (let start = open + way; start + length + way <= close; start += stepMinutes * MINUTE) {
      const free = busy.every((other) => {
        const gap = Math.max(way, other.kind === 'home_visit' ? travel : 0);
        return start + length + gap <= other.start || other.end + gap <= start;
      });
      if (free && start > now.getTime()) starts.push(new Date(start));
    }
    return starts;
  });
}

/** What is missing before an appointment can be closed in a state. A report says what a meeting brought. */
export function endIssues(
  appointment: { startsAt: Date },
  end: { state: AppointmentState; report?: string | undefined; reason?: string | undefined },
  now: Date,
): FieldIssue[] {
  const { state, report, reason } = end;
  const issues: FieldIssue[] = [];
  if (state !== 'cancelled' && now < appointment.startsAt)
    issues.push({ path: 'state', code: 'not_yet' });
  if (state === 'held' && report === undefined) issues.push({ path: 'report', code: 'required' });
  if (state !== 'held' && report !== undefined) issues.push({ path: 'report', code: 'unknown' });
  if (state === 'cancelled' && reason === undefined)
    issues.push({ path: 'reason', code: 'required' });
  return issues;
}

/** Somebody is told between these hours of Riyadh, never at night. */
const tellingHours = { from: 8, to: 21 };

/** The first instant from `at` on at which somebody may be told something. */
export function tellingTime(at: Date): Date {
  const date = riyadhDate(at);
  const opens = new Date(`${date}T${String(tellingHours.from).padStart(2, '0')}:00:00+03:00`);
  if (at < opens) return opens;
  const closes = new Date(`${date}T${tellingHours.to}:00:00+03:00`);
  return at < closes ? at : new Date(opens.getTime() + 24 * 60 * MINUTE);
}

/**
 * Whether it is time to remind of an appointment: from the working day before it on, and not on the day on which
 * its time was set, when that was told anyhow.
 */
export function isReminderDue(
  calendar: WorkingCalendar,
  appointment: { startsAt: Date; timedAt: Date },
  now: Date,
): boolean {
  const today = riyadhDate(now);
  return (
    now < appointment.startsAt &&
    riyadhDate(appointment.timedAt) < today &&
    workingDayBefore(calendar, riyadhDate(appointment.startsAt)) <= today &&
    tellingTime(now).getTime() === now.getTime()
  );
}
