import fc from 'fast-check';
import { appointmentKinds } from '../../../contracts/vocabulary';
import { defaultCalendar, workingWindows } from '../kernel/calendar.rules';
import type { WorkingCalendar } from '../kernel/calendar.rules';
import { endIssues, freeStarts, isReminderDue, tellingTime } from './appointments.rules';
import type { Busy } from './appointments.rules';
import { calendarIssues } from './calendar.rules';

const MINUTE = 60_000;
const riyadh = (date: string, time: string) => new Date(`${date}T${time}:00+03:00`);
const sunday = '2026-11-15';

describe('free times', () => {
  const kind = fc.constantFrom(...appointmentKinds);
  const someBusy: fc.Arbitrary<Busy> = fc
    .record({
      kind,
      from: fc.integer({ min: 6 * 60, max: 18 * 60 }),
      minutes: fc.integer({ min: 5, max: 180 }),
    })
    .map(({ kind: what, from, minutes }) => {
      const start = riyadh(sunday, '00:00').getTime() + from * MINUTE;
      return { kind: what, start, end: start + minutes * MINUTE };
    });
  const wanted = fc.record({
    kind,
    minutes: fc.integer({ min: 5, max: 240 }),
    travelMinutes: fc.integer({ min: 0, max: 90 }),
  });
  const split: WorkingCalendar = {
    ...defaultCalendar,
    week: Array.from({ length: 7 }, () => [
      { from: '08:00', to: '12:00' },
      { from: '16:00', to: '20:00' },
    ]),
  };

  it('meet nobody, leave the way to every home, and lie in working time', () => {
    fc.assert(
      fc.property(
        fc.array(someBusy, { maxLength: 6 }),
        wanted,
        fc.boolean(),
        (busy, want, shifts) => {
          const windows = workingWindows(shifts ? split : defaultCalendar, sunday);
          const now = riyadh(sunday, '09:10');
          const travel = want.travelMinutes * MINUTE;
          for (const at of freeStarts(windows, busy, want, now)) {
            const start = at.getTime();
            const end = start + want.minutes * MINUTE;
            expect(start).toBeGreaterThan(now.getTime());
            const way = want.kind === 'home_visit' ? travel : 0;
            expect(
              windows.some(({ open, close }) => open <= start - way && end + way <= close),
            ).toBe(true);
            for (const other of busy) {
              const gap = want.kind === 'home_visit' || other.kind === 'home_visit' ? travel : 0;
              expect(end + gap <= other.start || other.end + gap <= start).toBe(true);
            }
          }
        },
      ),
    );
  });

  it('leave nothing out that begins on the half hour', () => {
    const windows = workingWindows(split, sunday);
    const want = { kind: 'office', minutes: 60, travelMinutes: 30 } as const;
    const clocks = freeStarts(windows, [], want, riyadh(sunday, '00:00')).map((at) =>
      new Date(at.getTime() + 3 * 3_600_000).toISOString().slice(11, 16),
    );
    expect(clocks).toEqual([
      ...['08:00', '08:30', '09:00', '09:30', '10:00', '10:30', '11:00'],
      ...['16:00', '16:30', '17:00', '17:30', '18:00', '18:30', '19:00'],
    ]);
  });
});

describe('closing an appointment', () => {
  const startsAt = riyadh(sunday, '10:00');
  const before = riyadh(sunday, '09:59');
  const codes = (end: Parameters<typeof endIssues>[1], now: Date) =>
    endIssues({ startsAt }, end, now).map(({ path, code }) => `${path}:${code}`);

  it('asks for a report of what was held, a reason for what was cancelled, and its time', () => {
    expect(codes({ state: 'held', report: 'تم' }, startsAt)).toEqual([]);
    expect(codes({ state: 'held' }, before)).toEqual(['state:not_yet', 'report:required']);
    expect(codes({ state: 'missed' }, before)).toEqual(['state:not_yet']);
    expect(codes({ state: 'missed' }, startsAt)).toEqual([]);
    expect(codes({ state: 'cancelled' }, before)).toEqual(['reason:required']);
    expect(codes({ state: 'cancelled', reason: 'سفر', report: 'تم' }, before)).toEqual([
      'report:unknown',
    ]);
  });
});

describe('telling', () => {
  it('never happens at night, and loses no more time than the night', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2026-01-01'), max: new Date('2027-01-01'), noInvalidDate: true }),
        (at) => {
          const told = tellingTime(at);
          const hour = (told.getUTCHours() + 3) % 24;
          expect(hour).toBeGreaterThanOrEqual(8);
          expect(hour).toBeLessThan(21);
          expect(told.getTime() - at.getTime()).toBeGreaterThanOrEqual(0);
          expect(told.getTime() - at.getTime()).toBeLessThanOrEqual(11 * 60 * MINUTE);
        },
      ),
    );
    expect(tellingTime(riyadh(sunday, '21:00'))).toEqual(riyadh('2026-11-16', '08:00'));
    expect(tellingTime(riyadh(sunday, '20:59'))).toEqual(riyadh(sunday, '20:59'));
    expect(tellingTime(riyadh(sunday, '02:00'))).toEqual(riyadh(sunday, '08:00'));
  });

  it('reminds on the working day before, over a weekend and over an Eid', () => {
    const due = (starts: Date, now: Date, timed = riyadh('2026-01-01', '10:00')) =>
      isReminderDue(defaultCalendar, { startsAt: starts, timedAt: timed }, now);
    const starts = riyadh(sunday, '10:00');
    expect(due(starts, riyadh('2026-11-11', '10:00'))).toBe(false);
    expect(due(starts, riyadh('2026-11-12', '07:59'))).toBe(false);
    expect(due(starts, riyadh('2026-11-12', '08:00'))).toBe(true);
    expect(due(starts, riyadh('2026-11-12', '21:00'))).toBe(false);
    // Nothing ran on Thursday: better late than never.
    expect(due(starts, riyadh('2026-11-14', '09:00'))).toBe(true);
    expect(due(starts, riyadh(sunday, '10:00'))).toBe(false);
    expect(due(riyadh('2026-03-23', '10:00'), riyadh('2026-03-17', '09:00'))).toBe(false);
    expect(due(riyadh('2026-03-23', '10:00'), riyadh('2026-03-18', '09:00'))).toBe(true);
    // Told of today: no second word on the same day.
    expect(due(starts, riyadh('2026-11-12', '09:00'), riyadh('2026-11-12', '08:10'))).toBe(false);
  });
});

describe('a calendar that somebody keeps', () => {
  const week = Array.from({ length: 7 }, () => [{ from: '08:00', to: '16:00' }]);
  const good = {
    week,
    ramadan: {
      hours: [{ from: '10:00', to: '15:00' }],
      periods: [{ start: '2027-02-08', end: '2027-03-09' }],
    },
    overrides: [],
  };
  const codes = (calendar: Parameters<typeof calendarIssues>[0]) =>
    calendarIssues(calendar).map(({ path, code }) => `${path}:${code}`);

  it('has some work, in order', () => {
    expect(codes(good)).toEqual([]);
    expect(codes({ ...good, week: week.map(() => []) })).toEqual(['week:hours_none']);
    const meeting = [
      { from: '08:00', to: '12:00' },
      { from: '12:00', to: '11:00' },
    ];
    expect(codes({ ...good, week: [meeting, ...week.slice(1)] })).toEqual([
      'week.0.1.to:hours_end',
    ]);
    const overlapping = [
      { from: '08:00', to: '12:00' },
      { from: '11:00', to: '13:00' },
    ];
    expect(codes({ ...good, week: [overlapping, ...week.slice(1)] })).toEqual([
      'week.0.1.from:hours_overlap',
    ]);
    expect(
      codes({
        ...good,
        ramadan: { hours: [], periods: [{ start: '2027-03-09', end: '2027-02-08' }] },
      }),
    ).toEqual(['ramadan.hours:hours_none', 'ramadan.periods.0.end:period_end']);
    const closed = { date: '2026-12-01', hours: [], note: 'صيانة' };
    expect(codes({ ...good, overrides: [closed, closed] })).toEqual([
      'overrides.1.date:date_twice',
    ]);
  });
});
