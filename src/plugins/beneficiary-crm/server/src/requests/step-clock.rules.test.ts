import fc from 'fast-check';
import {
  addDays,
  addWorkingDays,
  computedHolidays,
  defaultCalendar,
  ramadanPeriods,
  workingMinutesBetween,
} from '../kernel/calendar.rules';
import type { Hours, WorkingCalendar } from '../kernel/calendar.rules';
import { workflowPolicy } from '../policy/workflow.policy';
import {
  beginClock,
  changeOf,
  limitOf,
  pauseClock,
  reckon,
  resumeClock,
  spanOf,
  standOf,
} from './step-clock.rules';
import type { Standing, StepClock } from './step-clock.rules';

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
const RIYADH = 180 * MINUTE;
const riyadh = (date: string, time = '12:00') => new Date(`${date}T${time}:00+03:00`);
const later = (at: Date, minutes: number) => new Date(at.getTime() + minutes * MINUTE);

/** The hours of a date, read from the calendar as a person would: of its own, holiday, Ramadan, the week. */
function hoursOn(calendar: WorkingCalendar, date: string): Hours[] {
  const own = calendar.overrides?.find((one) => one.date === date)?.hours;
  if (own && own !== 'usual') return own;
  if (!own && calendar.holidays.includes(date)) return [];
  const usual = calendar.week[new Date(`${date}T00:00:00Z`).getUTCDay()] ?? [];
  const fasting = calendar.ramadan?.periods.some(({ start, end }) => start <= date && date <= end);
  return fasting && usual.length > 0 ? (calendar.ramadan?.hours ?? []) : usual;
}

const known = new WeakMap<WorkingCalendar, Map<number, readonly boolean[]>>();
/** For each minute of a day, counted from 1970, whether it is worked. */
function minutesOn(calendar: WorkingCalendar, day: number): readonly boolean[] {
  const days = known.get(calendar) ?? new Map<number, readonly boolean[]>();
  known.set(calendar, days);
  const held = days.get(day);
  if (held) return held;
  const hours = hoursOn(calendar, new Date(day * DAY).toISOString().slice(0, 10));
  const minutes = Array.from({ length: 1440 }, (_, minute) => {
    const time = clockTime(minute);
    return hours.some(({ from, to }) => from <= time && time < to);
  });
  days.set(day, minutes);
  return minutes;
}
const clockTime = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

/** Whether the minute that begins at an instant, in milliseconds, is worked. */
const worked = (calendar: WorkingCalendar, at: number): boolean => {
  const wall = at + RIYADH;
  const day = Math.floor(wall / DAY);
  return minutesOn(calendar, day)[Math.floor((wall - day * DAY) / MINUTE)] === true;
};

/** The end of the n-th working day after a date, in milliseconds: looked for minute by minute. */
function endOfDay(calendar: WorkingCalendar, from: Date, days: number): number {
  let day = Math.floor((from.getTime() + RIYADH) / DAY);
  for (let passed = 0; passed < days;) {
    day += 1;
    if (minutesOn(calendar, day).includes(true)) passed += 1;
  }
  return day * DAY - RIYADH + (minutesOn(calendar, day).lastIndexOf(true) + 1) * MINUTE;
}

/**
 * The clock as a person with a stopwatch would keep it: the working minutes of the limit are counted out, one
 * minute after the other, and none of them while the applicant owes an answer.
 */
function byTheMinute(
  calendar: WorkingCalendar,
  begun: Date,
  days: number,
  pauses: readonly { from: Date; to: Date }[],
): Date {
  let left = 0;
  const end = endOfDay(calendar, begun, days);
  for (let at = begun.getTime(); at < end; at += MINUTE) if (worked(calendar, at)) left += 1;
  const stands = pauses.map(({ from, to }) => [from.getTime(), to.getTime()] as const);
  let at = begun.getTime();
  for (; left > 0; at += MINUTE) {
    const now = at;
    if (worked(calendar, now) && !stands.some(([from, to]) => from <= now && now < to)) left -= 1;
  }
  return new Date(at);
}

/** The same by the rules. Pauses that begin when the time is over already are not asked of it. */
function byTheRules(
  calendar: WorkingCalendar,
  begun: Date,
  days: number,
  pauses: readonly { from: Date; to: Date }[],
): Date | null {
  let clock: StepClock = beginClock({ promise: null, days, countedFrom: begun });
  for (const { from, to } of pauses) clock = resumeClock(pauseClock(calendar, clock, from), to);
  return reckon(calendar, clock).dueAt;
}

/** Pauses as minutes of running and of standing still, one after the other, while time is left. */
const stretches = fc.array(
  fc.record({
    run: fc.integer({ min: 1, max: 3_000 }),
    stand: fc.integer({ min: 1, max: 20_000 }),
  }),
  { maxLength: 4 },
);
function pausesOf(
  calendar: WorkingCalendar,
  begun: Date,
  days: number,
  given: readonly { run: number; stand: number }[],
): { from: Date; to: Date }[] {
  const pauses: { from: Date; to: Date }[] = [];
  let at = begun;
  for (const { run, stand } of given) {
    const from = later(at, run);
    const due = byTheRules(calendar, begun, days, pauses);
    if (!due || from >= due) break;
    at = later(from, stand);
    pauses.push({ from, to: at });
  }
  return pauses;
}

const sameInstant = (calendar: WorkingCalendar, a: Date, b: Date | null) => {
  // Between a closing and the next opening no minute is worked: both are the same end of time.
  expect(b).not.toBeNull();
  if (b)
    expect(workingMinutesBetween(calendar, a, b) + workingMinutesBetween(calendar, b, a)).toBe(0);
};

describe('the clock against a count minute by minute', () => {
  const first = riyadh('2025-01-01', '00:00');
  const instants = fc
    .integer({ min: 0, max: 3 * 365 * 1440 })
    .map((minutes) => later(first, minutes));

  it('through three years of the default calendar, with pauses', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: 1, max: 12 }), stretches, (begun, days, given) => {
        const pauses = pausesOf(defaultCalendar, begun, days, given);
        const counted = byTheMinute(defaultCalendar, begun, days, pauses);
        sameInstant(defaultCalendar, counted, byTheRules(defaultCalendar, begun, days, pauses));
      }),
      { numRuns: 60 },
    );
  });

  const ramadans = ramadanPeriods(1446, 1448);
  const eids = computedHolidays(2025, 2027).filter((date) => !/-(02-22|09-23)$/.test(date));

  it.each(ramadans.flatMap(({ start, end }) => [start, end]).concat(eids))('across %s', (date) => {
    for (const [before, days] of [
      [1, 1],
      [3, 2],
      [6, 5],
      [12, 10],
      [40, 30],
    ] as const) {
      const begun = riyadh(addDays(date, -before), '13:37');
      const asked = { from: riyadh(addDays(date, -1), '11:00'), to: riyadh(date, '12:30') };
      for (const pauses of [[], [asked]]) {
        if (pauses.length > 0 && asked.from < begun) continue;
        const counted = byTheMinute(defaultCalendar, begun, days, pauses);
        if (counted <= asked.from && pauses.length > 0) continue;
        sameInstant(defaultCalendar, counted, byTheRules(defaultCalendar, begun, days, pauses));
      }
    }
  });

  it('by any calendar: split shifts, days without work, hours of Ramadan, days of their own', () => {
    const hours = fc
      .uniqueArray(fc.integer({ min: 0, max: 1439 }), { minLength: 0, maxLength: 4 })
      .map((minutes) => {
        const sorted = [...minutes].sort((a, b) => a - b);
        return Array.from({ length: Math.floor(sorted.length / 2) }, (_, pair) => ({
          from: clockTime(sorted[2 * pair] ?? 0),
          to: clockTime(sorted[2 * pair + 1] ?? 0),
        }));
      });
    const dates = fc.integer({ min: 0, max: 40 }).map((days) => addDays('2026-02-10', days));
    const calendars: fc.Arbitrary<WorkingCalendar> = fc.record({
      version: fc.constant('any'),
      // One day with work at least, or nothing would ever be due.
      week: fc
        .array(hours, { minLength: 6, maxLength: 6 })
        .map((week) => [...week, [{ from: '09:00', to: '12:00' }]]),
      holidays: fc.uniqueArray(dates, { maxLength: 6 }),
      ramadan: fc.record({
        hours: hours.filter((some) => some.length > 0),
        periods: fc.constant([{ start: '2026-02-18', end: '2026-03-19' }]),
      }),
      overrides: fc.uniqueArray(fc.record({ date: dates, hours, note: fc.constant('') }), {
        maxLength: 4,
        selector: ({ date }) => date,
      }),
    });
    const starts = fc
      .integer({ min: 0, max: 30 * 1440 })
      .map((minutes) => later(riyadh('2026-02-10', '00:00'), minutes));
    fc.assert(
      fc.property(
        calendars,
        starts,
        fc.integer({ min: 1, max: 4 }),
        stretches,
        (calendar, begun, days, given) => {
          const pauses = pausesOf(calendar, begun, days, given);
          const counted = byTheMinute(calendar, begun, days, pauses);
          sameInstant(calendar, counted, byTheRules(calendar, begun, days, pauses));
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('a clock', () => {
  const begun = riyadh('2026-11-15', '09:00');
  const clock = beginClock({ promise: null, days: 4, countedFrom: begun });

  it('ends at the closing of its last working day, and reminds when a quarter is left', () => {
    const { dueAt, remindAt, allowedMinutes } = reckon(defaultCalendar, clock);
    expect(dueAt).toEqual(addWorkingDays(defaultCalendar, begun, 4));
    expect(dueAt).toEqual(riyadh('2026-11-19', '16:00'));
    // 7 hours of the first day and four whole ones: 39 hours, a quarter of which is left.
    expect(allowedMinutes).toBe(39 * 60);
    expect(remindAt).toEqual(riyadh('2026-11-18', '14:15'));
  });

  it('stands still, and keeps its first pause', () => {
    const paused = pauseClock(defaultCalendar, clock, riyadh('2026-11-17', '12:00'));
    expect(paused.leftMinutes).toBe((4 + 8 + 8) * 60);
    expect(reckon(defaultCalendar, paused)).toMatchObject({ dueAt: null, remindAt: null });
    expect(pauseClock(defaultCalendar, paused, riyadh('2026-11-18'))).toBe(paused);
    const resumed = resumeClock(paused, riyadh('2026-12-01', '08:00'));
    expect(reckon(defaultCalendar, resumed).dueAt).toEqual(riyadh('2026-12-03', '12:00'));
    expect(reckon(defaultCalendar, resumed).allowedMinutes).toBe(39 * 60);
    expect(resumeClock(resumed, riyadh('2026-12-02'))).toBe(resumed);
  });

  it('has nothing left once it is overdue', () => {
    const paused = pauseClock(defaultCalendar, clock, riyadh('2026-11-22', '12:00'));
    expect(paused.leftMinutes).toBe(0);
    const at = riyadh('2026-11-29', '10:00');
    expect(reckon(defaultCalendar, resumeClock(paused, at)).dueAt).toEqual(at);
  });

  it('is reckoned anew when the working time changes, from where it began', () => {
    const closed: WorkingCalendar = {
      ...defaultCalendar,
      version: 'next',
      overrides: [{ date: '2026-11-18', hours: [], note: 'أمطار' }],
    };
    const { dueAt, calendarVersion } = reckon(closed, clock);
    expect(dueAt).toEqual(riyadh('2026-11-22', '16:00'));
    expect(calendarVersion).toBe('next');
  });

  it('tells what is left and what is over, in working time', () => {
    const dueAt = riyadh('2026-11-19', '16:00');
    const of = { leftMinutes: null, pausedAt: null, dueAt };
    expect(standOf(defaultCalendar, of, riyadh('2026-11-18', '12:00'))).toEqual({
      left: 12 * 60,
      over: null,
    });
    expect(standOf(defaultCalendar, of, dueAt)).toEqual({ left: 0, over: null });
    expect(standOf(defaultCalendar, of, riyadh('2026-11-23', '10:30'))).toEqual({
      left: null,
      over: 10.5 * 60,
    });
    expect(spanOf(defaultCalendar, 10.5 * 60)).toEqual({ days: 1, hours: 2 });
  });
});

describe('the limit', () => {
  const submittedAt = riyadh('2026-11-01');
  const now = riyadh('2026-11-09');
  const standing: Standing = {
    kind: 'assistance',
    status: 'checking',
    stage: 1,
    ended: false,
    submittedAt,
    workflow: workflowPolicy,
    promisesGiven: [],
  };
  const complaint: Standing = { ...standing, kind: 'complaint' };

  it('is what the request froze for its status', () => {
    expect(limitOf(standing, now)).toEqual({ promise: null, days: 5, countedFrom: now });
    expect(limitOf({ ...standing, workflow: { ...workflowPolicy, stepDays: {} } }, now)).toBeNull();
  });

  it('is none where nothing is awaited of the association', () => {
    for (const status of ['awaiting_applicant', 'rejected', 'completed', 'answered'] as const)
      expect(limitOf({ ...standing, status }, now)).toBeNull();
    expect(limitOf({ ...standing, status: 'accepted', ended: true }, now)).toBeNull();
  });

  it.each([
    ['submitted', 1, { promise: 'acknowledge', days: 5, countedFrom: submittedAt }],
    ['in_progress', 1, { promise: 'answer', days: 10, countedFrom: submittedAt }],
    ['in_progress', 2, { promise: 'second_stage', days: 20, countedFrom: now }],
  ] as const)('of a complaint %s at stage %i is a promise of its own', (status, stage, limit) => {
    expect(limitOf({ ...complaint, status, stage }, now)).toEqual(limit);
  });

  it('does not give the first response anew to what is re-opened', () => {
    const reopened: Standing = {
      ...complaint,
      status: 'in_progress',
      promisesGiven: ['acknowledge', 'answer'],
    };
    expect(limitOf(reopened, now)).toEqual({ promise: null, days: 5, countedFrom: now });
  });
});

describe('a stay', () => {
  const stay = { status: 'checking', stage: 1, pausedAt: null } as const;
  const at = (status: Standing['status'], stage = 1, ended = false) => ({ status, stage, ended });

  it.each([
    ['goes on in its status', stay, at('checking'), 'nothing'],
    ['stands still while the applicant owes an answer', stay, at('awaiting_applicant'), 'pause'],
    ['stands still once', { ...stay, pausedAt: new Date() }, at('awaiting_applicant'), 'nothing'],
    ['goes on where it stood', { ...stay, pausedAt: new Date() }, at('checking'), 'resume'],
    [
      'begins elsewhere after the answer',
      { ...stay, pausedAt: new Date() },
      at('committee'),
      'begin',
    ],
    ['gives way to the next status', stay, at('social_research'), 'begin'],
    ['gives way to the second stage', stay, at('checking', 2), 'begin'],
    ['ends with the request', stay, at('withdrawn', 1, true), 'end'],
    ['that is none does not end', null, at('withdrawn', 1, true), 'nothing'],
    ['that is none does not stand still', null, at('awaiting_applicant'), 'nothing'],
    ['begins', null, at('submitted'), 'begin'],
  ] as const)('%s', (_what, before, standing, change) => {
    expect(changeOf(before, standing)).toBe(change);
  });
});
