import type { PlannedSession } from './plan.types';

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

/** Riyadh keeps one offset all year. */
const offset = 3 * hour;
const local = (at: Date): Date => new Date(at.getTime() + offset);
const startOfDay = (at: Date): number => Math.floor((at.getTime() + offset) / day) * day - offset;
const isWorkday = (at: Date): boolean => local(at).getUTCDay() <= 4;

export const later = (at: Date, milliseconds: number): Date =>
  new Date(at.getTime() + milliseconds);
export const atHour = (at: Date, hours: number): Date => new Date(startOfDay(at) + hours * hour);

/** The same instant in office hours (Sunday to Thursday, 8–12 and 16–20), else soon after they begin. */
export function atWork(at: Date): Date {
  const spread = at.getTime() % (100 * minute);
  const from = (hours: number) => later(atHour(at, hours), spread);
  const hours = local(at).getUTCHours();
  if (isWorkday(at)) {
    if (hours < 8) return from(8);
    if (hours < 12) return at;
    if (hours < 16) return from(16);
    if (hours < 20) return at;
  }
  let next = later(at, day);
  while (!isWorkday(next)) next = later(next, day);
  return later(atHour(next, 8), spread);
}

/** So many days ago or, where that leads beyond a weekend to what is yet to come, the workday before. */
export function workdayAgo(now: Date, ago: number): Date {
  const at = atWork(later(now, -ago * day));
  return at > later(now, -hour) ? workdayAgo(now, ago + 1) : at;
}

/** The workday that lies so many workdays before. */
function workdaysBefore(at: Date, count: number): Date {
  let found = at;
  for (let left = count; left > 0;) {
    found = later(found, -day);
    if (isWorkday(found)) left -= 1;
  }
  return found;
}

/** Days between a session and the one that is open now; further back every second week. */
const lastOnes = [0, 7] as const;
const cadence = 14;

/** The committee's sessions of so many days, the oldest first; the last is open. */
export function sessionsUntil(now: Date, days: number): PlannedSession[] {
  const last = workdaysBefore(now, 1);
  const back: number[] = [...lastOnes];
  for (let ago = lastOnes[1] + cadence; ago <= days; ago += cadence) back.push(ago);
  return back.reverse().map((ago, index) => {
    const heldAt = atHour(later(last, -ago * day), 10);
    const plannedAt = atHour(workdaysBefore(heldAt, 2), 11);
    return { index, purpose: 'requests', heldAt, plannedAt, open: ago === 0 };
  });
}

/** The appeal panel meets in the afternoon of the same days. */
export const panelSessionsOf = (sessions: readonly PlannedSession[]): PlannedSession[] =>
  sessions.map((session) => ({
    ...session,
    index: sessions.length + session.index,
    purpose: 'appeals',
    heldAt: later(session.heldAt, 6 * hour),
  }));

export const startOfRiyadhDay = (at: Date): Date => new Date(startOfDay(at));
