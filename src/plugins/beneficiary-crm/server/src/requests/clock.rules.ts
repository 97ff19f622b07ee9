/**
 * The two-sided reply clock (S5): a reply is neither given before an earliest date nor later than a latest
 * one, and the applicant is told both. It stands still while the applicant owes an answer.
 */

const DAY = 24 * 60 * 60 * 1000;

export type ReplyClock = Readonly<{
  /** Submission. */
  startedAt: Date;
  /** The first referral to the committee: the latest date counts from it. */
  firstReferredAt: Date | null;
  /** The last referral to the committee: the earliest date counts from it. */
  referredAt: Date | null;
  /** Start of the pause that is running. */
  pausedSince: Date | null;
  /** Milliseconds of ended pauses since submission. */
  pausedMs: number;
  /** Milliseconds of pause between submission and the first referral. */
  pausedMsBeforeFirstReferral: number;
  /** Milliseconds of ended pauses since the last referral. */
  pausedMsSinceReferral: number;
  /** When the chair released this reply from its earliest date. */
  releasedEarlyAt: Date | null;
}>;

export type ReplyClockSettings = Readonly<{
  /** Days from referral to the earliest reply. */
  earliestDays: number;
  /** Days from referral to the latest reply. */
  latestDays: number;
  /** Days that the check before referral may take. */
  checkingDays: number;
  /** Whether a decided reply waits for the earliest date. */
  holdUntilEarliest: boolean;
}>;

export const defaultReplyClockSettings: ReplyClockSettings = {
  earliestDays: 14,
  latestDays: 30,
  checkingDays: 7,
  holdUntilEarliest: true,
};

export function startReplyClock(now: Date): ReplyClock {
  return {
    startedAt: now,
    firstReferredAt: null,
    referredAt: null,
    pausedSince: null,
    pausedMs: 0,
    pausedMsBeforeFirstReferral: 0,
    pausedMsSinceReferral: 0,
    releasedEarlyAt: null,
  };
}

/**
 * The floor counts from here. A second referral (after a deferral) starts it anew, and needs an early release
 * of its own. A pause that is running goes on.
 */
export function referToCommittee(clock: ReplyClock, now: Date): ReplyClock {
  const first = {
    firstReferredAt: now,
    pausedMsBeforeFirstReferral: pausedUntil(clock, now).pausedMs,
  };
  return {
    ...clock,
    ...(clock.firstReferredAt === null ? first : {}),
    referredAt: now,
    pausedMsSinceReferral: 0,
    releasedEarlyAt: null,
  };
}

/** The applicant owes an answer. Pausing what is paused keeps the first instant. */
export function pause(clock: ReplyClock, now: Date): ReplyClock {
  return clock.pausedSince === null ? { ...clock, pausedSince: now } : clock;
}

/** The applicant has answered. Resuming what is not paused changes nothing. */
export function resume(clock: ReplyClock, now: Date): ReplyClock {
  return { ...clock, ...pausedUntil(clock, now), pausedSince: null };
}

/** The chair lets the reply go out before its earliest date. The first release stands. */
export function releaseEarly(clock: ReplyClock, now: Date): ReplyClock {
  return clock.releasedEarlyAt === null ? { ...clock, releasedEarlyAt: now } : clock;
}

/** Both sums of pauses, the running one counted up to `now`. */
function pausedUntil(
  clock: ReplyClock,
  now: Date,
): Pick<ReplyClock, 'pausedMs' | 'pausedMsSinceReferral'> {
  const { pausedSince, referredAt, pausedMs, pausedMsSinceReferral } = clock;
  if (pausedSince === null) return { pausedMs, pausedMsSinceReferral };
  const since = pausedSince.getTime();
  const sinceReferral = Math.max(since, referredAt?.getTime() ?? since);
  return {
    pausedMs: pausedMs + Math.max(0, now.getTime() - since),
    pausedMsSinceReferral: pausedMsSinceReferral + Math.max(0, now.getTime() - sinceReferral),
  };
}

/**
 * What the applicant is promised. Before referral the check's allowance is part of the latest date, so that
 * the receipt's promise can be kept. No referral ever loosens a latest date once given, unless the floor that
 * the policy sets lies after it.
 */
export function promisedDates(
  clock: ReplyClock,
  settings: ReplyClockSettings,
  now: Date,
): { earliest: Date; latest: Date } {
  const { pausedMs, pausedMsSinceReferral } = pausedUntil(clock, now);
  const { startedAt, firstReferredAt, referredAt, pausedMsBeforeFirstReferral } = clock;
  const floorFrom =
    referredAt === null
      ? startedAt.getTime() + pausedMs
      : referredAt.getTime() + pausedMsSinceReferral;
  const checkedBy =
    firstReferredAt === null
      ? Infinity
      : firstReferredAt.getTime() + pausedMs - pausedMsBeforeFirstReferral;
  const allowedCheck = startedAt.getTime() + pausedMs + settings.checkingDays * DAY;
  const earliest = floorFrom + settings.earliestDays * DAY;
  const latest = Math.min(checkedBy, allowedCheck) + settings.latestDays * DAY;
  return { earliest: new Date(earliest), latest: new Date(Math.max(earliest, latest)) };
}

/** Whether the clock lets a decided reply go out; whether there is a decision is not its matter. */
export function mayReply(clock: ReplyClock, settings: ReplyClockSettings, now: Date): boolean {
  if (clock.pausedSince !== null) return false;
  if (clock.releasedEarlyAt !== null || !settings.holdUntilEarliest) return true;
  return now >= promisedDates(clock, settings, now).earliest;
}

export function isOverdue(clock: ReplyClock, settings: ReplyClockSettings, now: Date): boolean {
  return now > promisedDates(clock, settings, now).latest;
}

/** Whole days left until the latest date; negative exactly when overdue. */
export function daysLeft(clock: ReplyClock, settings: ReplyClockSettings, now: Date): number {
  const { latest } = promisedDates(clock, settings, now);
  return Math.floor((latest.getTime() - now.getTime()) / DAY);
}
