import type { RequestKind, RequestStatus } from '../../../contracts/vocabulary';
import type { ComplaintPromise } from '../../../contracts/stalled';
import { addWorkingDays, addWorkingMinutes, workingMinutesBetween } from '../kernel/calendar.rules';
import type { WorkingCalendar } from '../kernel/calendar.rules';
import type { WorkflowSettings } from '../policy/workflow.policy';

/**
 * How long a request may stay in a step, in the association's working time.
 *
 * A limit of n working days ends at the closing time of the n-th working day after the Riyadh date on which it
 * began, as people count days; that date itself is not counted (`addWorkingDays`). So a day of Ramadan is a day,
 * though it is shorter. What is left at a pause is counted in whole working minutes up to that end, and goes on
 * from the minute of the resumption, whatever the hours are then. What is overdue has nothing left: it is overdue
 * again as soon as it resumes.
 */

/** Where a request stands, as far as its step's clock needs to know. */
export interface Standing {
  kind: RequestKind;
  status: RequestStatus;
  /** 2 once a complaint was escalated */
  stage: number;
  ended: boolean;
  submittedAt: Date;
  /** what the request froze */
  workflow: Pick<WorkflowSettings, 'stepDays' | 'complaint'>;
  /** a promise is given once: what is re-opened does not get its first response anew */
  promisesGiven: readonly ComplaintPromise[];
}

export interface StepLimit {
  /** which promise of a complaint it is; null: the ordinary limit of the status */
  promise: ComplaintPromise | null;
  /** working days, above 0 */
  days: number;
  countedFrom: Date;
}

/** A complaint's own limit, where it has one: it stands in place of the status's. */
function promiseOfComplaint(
  { kind, status, stage, submittedAt, workflow: { complaint }, promisesGiven }: Standing,
  now: Date,
): StepLimit | null {
  if (kind !== 'complaint') return null;
  const limit = ((): StepLimit | null => {
    if (status === 'submitted')
      return { promise: 'acknowledge', days: complaint.acknowledgeDays, countedFrom: submittedAt };
    if (status !== 'in_progress') return null;
    return stage === 1
      ? { promise: 'answer', days: complaint.answerDays, countedFrom: submittedAt }
      : { promise: 'second_stage', days: complaint.secondStageDays, countedFrom: now };
  })();
  return limit?.promise && promisesGiven.includes(limit.promise) ? null : limit;
}

/** The limit of a stay that begins now; null where there is none. */
export function limitOf(standing: Standing, now: Date): StepLimit | null {
  const { ended, status, workflow } = standing;
  // While the applicant owes an answer the deadline of the answer runs, and no step of ours.
  if (ended || status === 'awaiting_applicant') return null;
  const ordinary = workflow.stepDays[status] ?? 0;
  const limit =
    promiseOfComplaint(standing, now) ??
    ({ promise: null, days: ordinary, countedFrom: now } satisfies StepLimit);
  return limit.days > 0 ? limit : null;
}

export type Change = 'nothing' | 'pause' | 'resume' | 'end' | 'begin';

/**
 * What becomes of the running stay when the request stands somewhere. The same status at the same stage is the
 * same stay; `begin` ends the one before.
 */
export function changeOf(
  stay: { status: RequestStatus; stage: number; pausedAt: Date | null } | null,
  standing: Pick<Standing, 'status' | 'stage' | 'ended'>,
): Change {
  if (standing.ended) return stay ? 'end' : 'nothing';
  if (standing.status === 'awaiting_applicant')
    return stay && stay.pausedAt === null ? 'pause' : 'nothing';
  if (stay?.status === standing.status && stay.stage === standing.stage)
    return stay.pausedAt === null ? 'nothing' : 'resume';
  return 'begin';
}

/** What a clock has to keep; everything else follows from it and the calendar. */
export interface StepClock {
  days: number;
  /** the beginning, or the last resumption */
  countedFrom: Date;
  /** working minutes left at `countedFrom`, and while paused; null: the whole limit */
  leftMinutes: number | null;
  /** working minutes of the whole limit, known from the first reckoning on */
  allowedMinutes: number | null;
  pausedAt: Date | null;
}

export interface Reckoned {
  allowedMinutes: number;
  /** null while paused */
  dueAt: Date | null;
  /** when a quarter of the limit is left; null while paused */
  remindAt: Date | null;
  /** kept with the times that were computed from it */
  calendarVersion: string;
}

/** The part of a step's working time that is left when its reminder goes out. */
export const reminderShare = 1 / 4;

/** When a clock that is not paused runs out. */
const endOf = (calendar: WorkingCalendar, { days, countedFrom, leftMinutes }: StepClock): Date =>
  leftMinutes === null
    ? addWorkingDays(calendar, countedFrom, days)
    : addWorkingMinutes(calendar, countedFrom, leftMinutes);

/** The times of a clock by a calendar; also anew, when the association has changed its working time. */
export function reckon(calendar: WorkingCalendar, clock: StepClock): Reckoned {
  const { countedFrom, leftMinutes, pausedAt } = clock;
  const end = endOf(calendar, clock);
  const left = leftMinutes ?? workingMinutesBetween(calendar, countedFrom, end);
  const allowedMinutes = leftMinutes === null ? left : (clock.allowedMinutes ?? left);
  const before = Math.max(0, left - Math.floor(allowedMinutes * reminderShare));
  const running = pausedAt === null;
  return {
    allowedMinutes,
    dueAt: running ? end : null,
    remindAt: running ? addWorkingMinutes(calendar, countedFrom, before) : null,
    calendarVersion: calendar.version,
  };
}

export const beginClock = ({ days, countedFrom }: StepLimit): StepClock => ({
  days,
  countedFrom,
  leftMinutes: null,
  allowedMinutes: null,
  pausedAt: null,
});

/** The applicant owes an answer: what is left stays. */
export function pauseClock(calendar: WorkingCalendar, clock: StepClock, now: Date): StepClock {
  if (clock.pausedAt !== null) return clock;
  const end = endOf(calendar, clock);
  return {
    ...clock,
    leftMinutes: workingMinutesBetween(calendar, now, end),
    allowedMinutes: reckon(calendar, clock).allowedMinutes,
    pausedAt: now,
  };
}

/** The applicant has answered: what was left goes on. */
export const resumeClock = (clock: StepClock, now: Date): StepClock =>
  clock.pausedAt === null ? clock : { ...clock, countedFrom: now, pausedAt: null };

/** Working minutes left (null once overdue) and over (null before) at an instant. */
export function standOf(
  calendar: WorkingCalendar,
  clock: Pick<StepClock, 'leftMinutes' | 'pausedAt'> & { dueAt: Date | null },
  now: Date,
): { left: number; over: null } | { left: null; over: number } | null {
  if (clock.pausedAt !== null)
    return clock.leftMinutes === null ? null : { left: clock.leftMinutes, over: null };
  if (clock.dueAt === null) return null;
  return now > clock.dueAt
    ? { left: null, over: workingMinutesBetween(calendar, clock.dueAt, now) }
    : { left: workingMinutesBetween(calendar, now, clock.dueAt), over: null };
}

const minutesOf = (hours: { from: string; to: string }[]): number =>
  hours.reduce((sum, { from, to }) => {
    const at = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
    return sum + Math.max(0, at(to) - at(from));
  }, 0);

/** Working time as people say it: whole days of the association's longest usual day, and whole hours beyond them. */
export function spanOf(
  calendar: WorkingCalendar,
  minutes: number,
): { days: number; hours: number } {
  const day = Math.max(60, ...calendar.week.map(minutesOf));
  return { days: Math.floor(minutes / day), hours: Math.floor((minutes % day) / 60) };
}
