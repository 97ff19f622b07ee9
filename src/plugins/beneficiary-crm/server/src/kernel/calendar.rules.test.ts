import fc from 'fast-check';
import type { Hours, WorkingCalendar } from './calendar.rules';
import {
  addDays,
  addWorkingDays,
  addWorkingMinutes,
  computedHolidays,
  defaultCalendar,
  formatDates,
  hijriDate,
  isWorkingTime,
  ramadanPeriods,
  riyadhDate,
  workingDayBefore,
  workingMinutesBetween,
  workingWindows,
} from './calendar.rules';

/** An instant from the wall clock in Riyadh. */
const riyadh = (date: string, time = '12:00') => new Date(`${date}T${time}:00+03:00`);

const MINUTE = 60_000;

describe('riyadhDate', () => {
  it('turns at midnight in Riyadh', () => {
    expect(riyadhDate(new Date('2026-01-01T20:59:59.999Z'))).toBe('2026-01-01');
    expect(riyadhDate(new Date('2026-01-01T21:00:00Z'))).toBe('2026-01-02');
  });

  it('is what Intl says of Asia/Riyadh', () => {
    const intl = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Riyadh' });
    fc.assert(
      fc.property(
        fc.date({
          min: new Date('2000-01-01'),
          max: new Date('2077-01-01'),
          noInvalidDate: true,
        }),
        (at) => {
          expect(riyadhDate(at)).toBe(intl.format(at));
        },
      ),
    );
  });
});

describe('addDays', () => {
  it('passes months, years and leap days', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2025-12-31', 1)).toBe('2026-01-01');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
    expect(addDays('2026-01-01', 0)).toBe('2026-01-01');
  });
});

describe('hijriDate', () => {
  it.each([
    ['2024-07-07', 1446, 1, 1],
    ['2025-03-01', 1446, 9, 1],
    ['2026-02-18', 1447, 9, 1],
    ['2026-06-16', 1448, 1, 1],
  ])('%s is %i-%i-%i', (date, year, month, day) => {
    expect(hijriDate(riyadh(date))).toEqual({ year, month, day });
  });

  it('turns at midnight in Riyadh', () => {
    expect(hijriDate(riyadh('2024-07-06', '23:59'))).toEqual({ year: 1445, month: 12, day: 30 });
    expect(hijriDate(riyadh('2024-07-07', '00:00'))).toEqual({ year: 1446, month: 1, day: 1 });
  });
});

describe('formatDates', () => {
  it('writes both dates out in Arabic, with western digits', () => {
    expect(formatDates(riyadh('2024-07-07'), 'ar')).toEqual({
      gregorian: '7 يوليو 2024',
      hijri: '1 محرم 1446هـ',
    });
    expect(formatDates(riyadh('2026-11-22'), 'ar')).toEqual({
      gregorian: '22 نوفمبر 2026',
      hijri: '12 جمادى الآخرة 1448هـ',
    });
  });

  it('writes both dates out in English', () => {
    expect(formatDates(riyadh('2025-03-01'), 'en')).toEqual({
      gregorian: '1 March 2025',
      hijri: '1 Ramadan 1446 AH',
    });
  });

  it('has a name for every month', () => {
    for (let month = 0; month < 14; month += 1) {
      for (const locale of ['ar', 'en'] as const) {
        const dates = formatDates(new Date(Date.UTC(2026, month, 15)), locale);
        expect(`${dates.gregorian} ${dates.hijri}`).not.toContain('undefined');
      }
    }
  });
});

describe('ramadanPeriods', () => {
  it('runs from the first to the last day', () => {
    expect(ramadanPeriods(1446, 1447)).toEqual([
      { start: '2025-03-01', end: '2025-03-29' },
      { start: '2026-02-18', end: '2026-03-19' },
    ]);
  });
});

describe('computedHolidays', () => {
  it('are Founding Day, National Day and four days for each Eid', () => {
    expect(computedHolidays(2025, 2025)).toEqual([
      '2025-02-22',
      '2025-03-30',
      '2025-03-31',
      '2025-04-01',
      '2025-04-02',
      '2025-06-05',
      '2025-06-06',
      '2025-06-07',
      '2025-06-08',
      '2025-09-23',
    ]);
  });

  it('holds both Eids of a Gregorian year that has two of one', () => {
    const inYear = (month: number) =>
      computedHolidays(2033, 2033).filter((date) => {
        const hijri = hijriDate(riyadh(date));
        return hijri.month === month;
      });
    expect(inYear(10).length + inYear(9).length).toBe(8);
  });
});

describe('the default calendar', () => {
  const between = (a: Date, b: Date) => workingMinutesBetween(defaultCalendar, a, b);

  it('works from Sunday to Thursday, 08:00 to 16:00', () => {
    const week = [15, 16, 17, 18, 19, 20, 21].map((day) =>
      between(riyadh(`2026-11-${day}`, '00:00'), riyadh(`2026-11-${day}`, '23:59')),
    );
    expect(week).toEqual([480, 480, 480, 480, 480, 0, 0]);
  });

  it('works shorter in Ramadan, and not on holidays', () => {
    expect(between(riyadh('2026-02-18', '00:00'), riyadh('2026-02-19', '00:00'))).toBe(300);
    expect(between(riyadh('2026-09-23', '00:00'), riyadh('2026-09-24', '00:00'))).toBe(0);
    expect(between(riyadh('2026-02-22', '00:00'), riyadh('2026-02-23', '00:00'))).toBe(0);
  });

  it('works the hours of Ramadan on its first and on its last day', () => {
    const periods = [{ start: '2026-11-16', end: '2026-11-17' }];
    const calendar = {
      ...defaultCalendar,
      ramadan: { hours: [{ from: '10:00', to: '15:00' }], periods },
    };
    const worked = [15, 16, 17, 18].map((day) =>
      workingMinutesBetween(
        calendar,
        riyadh(`2026-11-${day}`, '00:00'),
        riyadh(`2026-11-${day}`, '23:59'),
      ),
    );
    expect(worked).toEqual([480, 300, 300, 480]);
  });

  it('carries what is left over the weekend', () => {
    expect(addWorkingMinutes(defaultCalendar, riyadh('2026-11-19', '15:30'), 60)).toEqual(
      riyadh('2026-11-22', '08:30'),
    );
  });

  it('ends at closing time rather than at the next opening', () => {
    expect(addWorkingMinutes(defaultCalendar, riyadh('2026-11-19', '15:30'), 30)).toEqual(
      riyadh('2026-11-19', '16:00'),
    );
  });

  it('starts at opening time for what comes at night', () => {
    expect(addWorkingMinutes(defaultCalendar, riyadh('2026-11-19', '22:00'), 1)).toEqual(
      riyadh('2026-11-22', '08:01'),
    );
  });

  it('gives a complaint five working days to be acknowledged', () => {
    expect(addWorkingDays(defaultCalendar, riyadh('2026-11-15', '09:00'), 5)).toEqual(
      riyadh('2026-11-22', '16:00'),
    );
    expect(addWorkingDays(defaultCalendar, riyadh('2026-11-20', '09:00'), 1)).toEqual(
      riyadh('2026-11-22', '16:00'),
    );
    // National Day 2026 is a Wednesday.
    expect(addWorkingDays(defaultCalendar, riyadh('2026-09-22', '09:00'), 1)).toEqual(
      riyadh('2026-09-24', '16:00'),
    );
  });
});

describe('an association with a split shift', () => {
  const split = [
    { from: '08:00', to: '12:00' },
    { from: '16:00', to: '20:00' },
  ];
  const calendar: WorkingCalendar = {
    ...defaultCalendar,
    week: [split, split, split, split, [{ from: '08:00', to: '12:00' }], [], []],
    overrides: [
      { date: '2026-11-16', hours: [], note: 'صيانة المبنى' },
      { date: '2026-11-20', hours: [{ from: '17:00', to: '19:00' }], note: 'يوم مفتوح' },
      { date: '2026-09-23', hours: 'usual', note: 'يعمل المقر في اليوم الوطني' },
    ],
  };
  const worked = (date: string) =>
    workingMinutesBetween(calendar, riyadh(date, '00:00'), riyadh(addDays(date, 1), '00:00'));

  it('works both stretches, fewer on Thursday, and what a date has of its own', () => {
    expect(
      ['2026-11-15', '2026-11-16', '2026-11-19', '2026-11-20', '2026-11-21'].map(worked),
    ).toEqual([480, 0, 240, 120, 0]);
  });

  it('passes the hours at noon', () => {
    expect(addWorkingMinutes(calendar, riyadh('2026-11-15', '11:30'), 45)).toEqual(
      riyadh('2026-11-15', '16:15'),
    );
    expect(addWorkingMinutes(calendar, riyadh('2026-11-15', '11:30'), 30)).toEqual(
      riyadh('2026-11-15', '12:00'),
    );
    expect(
      isWorkingTime(calendar, riyadh('2026-11-15', '11:30'), riyadh('2026-11-15', '16:30')),
    ).toBe(false);
  });

  it('ends its day with the last stretch', () => {
    expect(addWorkingDays(calendar, riyadh('2026-11-15'), 1)).toEqual(
      riyadh('2026-11-17', '20:00'),
    );
  });

  it('opens a holiday with the hours of an ordinary day', () => {
    expect(worked('2026-09-23')).toBe(480);
    expect(worked('2026-02-22')).toBe(0);
  });

  it('keeps the hours of Ramadan where an Eid that was computed is not yet announced', () => {
    const corrected: WorkingCalendar = {
      ...calendar,
      overrides: [{ date: '2026-03-19', hours: 'usual', note: 'لم يثبت العيد' }],
    };
    expect(workingWindows(calendar, '2026-03-19')).toEqual([]);
    expect(workingWindows(corrected, '2026-03-19')).toEqual([
      {
        open: riyadh('2026-03-19', '10:00').getTime(),
        close: riyadh('2026-03-19', '15:00').getTime(),
      },
    ]);
  });

  it('knows the working day before a weekend, and before an Eid', () => {
    expect(workingDayBefore(calendar, '2026-11-22')).toBe('2026-11-20');
    expect(workingDayBefore(defaultCalendar, '2026-11-22')).toBe('2026-11-19');
    expect(workingDayBefore(defaultCalendar, '2026-03-23')).toBe('2026-03-18');
  });
});

describe('what cannot be computed', () => {
  const never: WorkingCalendar = { ...defaultCalendar, week: [] };

  it('is refused, not waited for', () => {
    expect(() => addWorkingMinutes(never, riyadh('2026-11-15'), 1)).toThrow(RangeError);
    expect(() => addWorkingDays(never, riyadh('2026-11-15'), 1)).toThrow(RangeError);
    expect(() => addWorkingMinutes(defaultCalendar, riyadh('2026-11-15'), -1)).toThrow(RangeError);
    expect(() => addWorkingMinutes(defaultCalendar, riyadh('2026-11-15'), NaN)).toThrow(RangeError);
    expect(() => addWorkingDays(defaultCalendar, riyadh('2026-11-15'), 0)).toThrow(RangeError);
  });

  it('is no working time where hours end before they begin', () => {
    const week = Array.from({ length: 7 }, () => [{ from: '16:00', to: '08:00' }]);
    const upsideDown: WorkingCalendar = { ...defaultCalendar, week };
    expect(workingMinutesBetween(upsideDown, riyadh('2026-11-15'), riyadh('2026-11-19'))).toBe(0);
  });
});

const time = (from: number, to: number) =>
  fc
    .integer({ min: from, max: to })
    .map(
      (m) => `${String(Math.floor(m / 60)).padStart(2, '0')}:${String(m % 60).padStart(2, '0')}`,
    );

const someDate = fc.integer({ min: 0, max: 60 }).map((days) => addDays('2026-02-01', days));

/** No hours, one stretch, or a split shift. */
const someHours: fc.Arbitrary<Hours[]> = fc.oneof(
  fc.constant<Hours[]>([]),
  fc.tuple(time(0, 600), time(601, 1439)).map(([from, to]) => [{ from, to }]),
  fc
    .tuple(time(300, 500), time(501, 720), time(721, 1000), time(1001, 1439))
    .map(([from, to, again, end]) => [
      { from, to },
      { from: again, to: end },
    ]),
);
const someWork = someHours.filter((hours) => hours.length > 0);

const someCalendar: fc.Arbitrary<WorkingCalendar> = fc.record({
  version: fc.constant('test'),
  week: fc
    .tuple(someWork, fc.array(someHours, { minLength: 6, maxLength: 6 }))
    .map(([first, rest]) => [first, ...rest]),
  holidays: fc.array(someDate, { maxLength: 10 }),
  ramadan: fc.option(
    fc.record({
      hours: someWork,
      periods: fc.array(
        fc.tuple(someDate, fc.integer({ min: 0, max: 30 })).map(([start, days]) => ({
          start,
          end: addDays(start, days),
        })),
        { maxLength: 2 },
      ),
    }),
    { nil: undefined },
  ),
  overrides: fc.uniqueArray(
    fc.record({
      date: someDate,
      hours: fc.oneof(someHours, fc.constant('usual' as const)),
      note: fc.constant(''),
    }),
    { maxLength: 6, selector: ({ date }) => date },
  ),
});

const someInstant = fc
  .integer({ min: 0, max: 50 * 24 * 3600 })
  .map((seconds) => new Date(Date.UTC(2026, 1, 1) + seconds * 1000));
const someMinute = fc
  .integer({ min: 0, max: 40 * 24 * 60 })
  .map((minutes) => new Date(Date.UTC(2026, 1, 1) + minutes * MINUTE));

/** Asks of one minute whether it is worked, through Intl, apart from the rule it tests. */
const wallClock = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Riyadh',
  dateStyle: 'short',
  timeStyle: 'short',
  hourCycle: 'h23',
});
function isWorked(calendar: WorkingCalendar, at: number): boolean {
  const [date = '', clock = ''] = wallClock.format(at).split(', ');
  const override = calendar.overrides?.find((one) => one.date === date);
  const within = (hours: readonly Hours[]) =>
    hours.some(({ from, to }) => clock >= from && clock < to);
  if (override && override.hours !== 'usual') return within(override.hours);
  if (!override && calendar.holidays.includes(date)) return false;
  const usual = calendar.week[new Date(date).getDay()] ?? [];
  const fasting = calendar.ramadan?.periods.some((p) => date >= p.start && date <= p.end);
  return within(fasting && calendar.ramadan && usual.length > 0 ? calendar.ramadan.hours : usual);
}

describe('working time', () => {
  it('counts what a walk minute by minute counts', () => {
    fc.assert(
      fc.property(
        someCalendar,
        someMinute,
        fc.integer({ min: 0, max: 5 * 24 * 60 }),
        (calendar, a, minutes) => {
          let worked = 0;
          for (let minute = 0; minute < minutes; minute += 1) {
            if (isWorked(calendar, a.getTime() + minute * MINUTE)) worked += 1;
          }
          const b = new Date(a.getTime() + minutes * MINUTE);
          expect(workingMinutesBetween(calendar, a, b)).toBe(worked);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('added and counted again is the same', () => {
    fc.assert(
      fc.property(
        someCalendar,
        someInstant,
        fc.integer({ min: 0, max: 10_000 }),
        (calendar, from, minutes) => {
          const due = addWorkingMinutes(calendar, from, minutes);
          expect(workingMinutesBetween(calendar, from, due)).toBe(minutes);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('is due at the earliest instant that does', () => {
    fc.assert(
      fc.property(
        someCalendar,
        someInstant,
        fc.integer({ min: 1, max: 5_000 }),
        (calendar, from, minutes) => {
          const due = addWorkingMinutes(calendar, from, minutes);
          const justBefore = new Date(due.getTime() - 1);
          expect(workingMinutesBetween(calendar, from, justBefore)).toBe(minutes - 1);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('adds up: first some minutes, then the rest', () => {
    fc.assert(
      fc.property(
        someCalendar,
        someInstant,
        fc.integer({ min: 0, max: 3_000 }),
        fc.integer({ min: 1, max: 3_000 }),
        (calendar, from, some, rest) => {
          const onTheWay = addWorkingMinutes(calendar, from, some);
          expect(addWorkingMinutes(calendar, onTheWay, rest)).toEqual(
            addWorkingMinutes(calendar, from, some + rest),
          );
        },
      ),
      { numRuns: 300 },
    );
  });

  it('is the sum of the stretches of each day', () => {
    fc.assert(
      fc.property(
        someCalendar,
        someDate,
        fc.integer({ min: 0, max: 40 }),
        (calendar, from, days) => {
          const dates = Array.from({ length: days }, (_, ahead) => addDays(from, ahead));
          const sum = dates
            .flatMap((date) => workingWindows(calendar, date))
            .reduce((held, { open, close }) => held + (close - open) / MINUTE, 0);
          const end = riyadh(addDays(from, days), '00:00');
          expect(workingMinutesBetween(calendar, riyadh(from, '00:00'), end)).toBe(sum);
        },
      ),
    );
  });

  it('holds in one stretch exactly what is worked to the last minute of it', () => {
    fc.assert(
      fc.property(
        someCalendar,
        someMinute,
        fc.integer({ min: 1, max: 700 }),
        (calendar, from, minutes) => {
          const to = new Date(from.getTime() + minutes * MINUTE);
          const worked = workingMinutesBetween(calendar, from, to) === minutes;
          // Over midnight there may be work on both sides, and still nobody is booked through the night.
          if (riyadhDate(from) === riyadhDate(to))
            expect(isWorkingTime(calendar, from, to)).toBe(worked);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('has no work between the last working day before a date and that date', () => {
    fc.assert(
      fc.property(someCalendar, someDate, (calendar, date) => {
        const before = workingDayBefore(calendar, date);
        expect(before < date).toBe(true);
        const worked = (from: string, to: string) =>
          workingMinutesBetween(calendar, riyadh(from, '00:00'), riyadh(to, '00:00'));
        expect(worked(before, addDays(before, 1))).toBeGreaterThan(0);
        expect(worked(addDays(before, 1), date)).toBe(0);
      }),
    );
  });

  it('is none backwards', () => {
    fc.assert(
      fc.property(someCalendar, someInstant, someInstant, (calendar, a, b) => {
        const [early, late] = a < b ? [a, b] : [b, a];
        expect(workingMinutesBetween(calendar, late, early)).toBe(0);
      }),
    );
  });

  it('in days counts each working day once', () => {
    fc.assert(
      fc.property(
        someCalendar,
        someInstant,
        fc.integer({ min: 1, max: 20 }),
        (calendar, from, days) => {
          const due = addWorkingDays(calendar, from, days);
          let counted = 0;
          for (
            let date = addDays(riyadhDate(from), 1);
            date <= riyadhDate(due);
            date = addDays(date, 1)
          ) {
            const open = riyadh(date, '00:00');
            const worked = workingMinutesBetween(calendar, open, riyadh(addDays(date, 1), '00:00'));
            if (worked > 0) counted += 1;
          }
          expect(counted).toBe(days);
        },
      ),
    );
  });
});
