import fc from 'fast-check';
import { addDays } from '../kernel/calendar.rules';
import {
  daysOf,
  lastClosedMonth,
  latestPeriod,
  monthsOf,
  periodBefore,
  periodsBetween,
  periodsUpTo,
  wholesOf,
} from './calendar-period.rules';

describe('a calendar period', () => {
  it.each([
    ['2026', '2026-01-01', '2026-12-31', 12, '2025'],
    ['2026-Q1', '2026-01-01', '2026-03-31', 3, '2025-Q4'],
    ['2026-Q4', '2026-10-01', '2026-12-31', 3, '2026-Q3'],
    ['2024-02', '2024-02-01', '2024-02-29', 1, '2024-01'],
    ['2026-01', '2026-01-01', '2026-01-31', 1, '2025-12'],
  ])('%s runs from %s to %s', (key, from, to, months, before) => {
    expect(daysOf(key)).toEqual({ from, to });
    expect(monthsOf(key)).toHaveLength(months);
    expect(periodBefore(key)).toBe(before);
  });

  it('is part of longer ones', () => {
    expect(wholesOf('2026-05')).toEqual(['2026-Q2', '2026']);
    expect(wholesOf('2026-Q2')).toEqual(['2026']);
    expect(wholesOf('2026')).toEqual([]);
  });

  it('is there once it has ended, the shorter before the longer', () => {
    expect(periodsBetween('2025-11', '2026-03')).toEqual([
      '2025-11',
      '2025-12',
      '2025-Q4',
      '2025',
      '2026-01',
      '2026-02',
      '2026-03',
      '2026-Q1',
    ]);
    expect(latestPeriod('quarter', '2026-05')).toBe('2026-Q1');
    expect(latestPeriod('quarter', '2026-06')).toBe('2026-Q2');
    expect(latestPeriod('year', '2026-05')).toBe('2025');
    expect(periodsUpTo('quarter', '2026-05', 3)).toEqual(['2025-Q3', '2025-Q4', '2026-Q1']);
  });
});

describe('a month', () => {
  // October 2026 ends on a Saturday; the week of its last Wednesday with it.
  it.each([
    ['2026-11-07T20:59:59Z', '2026-09'],
    ['2026-11-07T21:00:00Z', '2026-10'],
    // September's last Wednesday is the 30th; its week is over on 3 October.
    ['2026-10-10T20:59:59Z', '2026-08'],
    ['2026-10-10T21:00:00Z', '2026-09'],
    ['2027-01-09T20:59:59Z', '2026-11'],
    ['2027-01-09T21:00:00Z', '2026-12'],
  ])('at %s the last closed one is %s', (now, month) => {
    expect(lastClosedMonth(new Date(now))).toBe(month);
  });

  it('is joined by no answer once it is closed', () => {
    const start = Date.UTC(2024, 0, 1);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5 * 366 * 24 * 60 }), (minutes) => {
        const now = new Date(start + minutes * 60_000);
        const date = new Date(now.getTime() + 3 * 3_600_000).toISOString().slice(0, 10);
        const sunday = addDays(date, -new Date(`${date}T00:00:00Z`).getUTCDay());
        // Answers released from now on are of the week before this one, or later ones.
        const joined = addDays(sunday, -7 + 3).slice(0, 7);
        expect(lastClosedMonth(now) < joined).toBe(true);
      }),
    );
  });
});
