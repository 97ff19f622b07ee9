import fc from 'fast-check';
import { addDays } from '../kernel/calendar.rules';
import {
  closedWeek,
  monthOfWeek,
  sundayOf,
  weekOf,
  weeksBetween,
  weeksOfMonths,
} from './week.rules';

describe('a week', () => {
  it('is from Sunday to Saturday in Riyadh, and named by its Sunday', () => {
    expect(weekOf(new Date('2026-10-31T20:59:59Z'))).toBe('2026-10-25');
    expect(weekOf(new Date('2026-10-31T21:00:00Z'))).toBe('2026-11-01');
    expect(weekOf(new Date('2026-11-07T20:59:59Z'))).toBe('2026-11-01');
    expect(closedWeek(new Date('2026-10-31T21:00:00Z'))).toBe('2026-10-25');
  });

  it('belongs to the month of its Wednesday', () => {
    expect(monthOfWeek('2026-03-29')).toBe('2026-04');
    expect(monthOfWeek('2026-07-26')).toBe('2026-07');
  });

  it('belongs to one month, and the months have all weeks between them', () => {
    const day = fc.integer({ min: 0, max: 4_000 }).map((days) => addDays('2024-01-01', days));
    fc.assert(
      fc.property(day, (date) => {
        const week = sundayOf(date);
        expect(week <= date && date < addDays(week, 7)).toBe(true);
        const month = monthOfWeek(week);
        const { from, to } = weeksOfMonths(month, month);
        expect(from <= week && week <= to).toBe(true);
        expect([from, to].map(monthOfWeek)).toEqual([month, month]);
        expect([addDays(from, -7), addDays(to, 7)].map(monthOfWeek)).not.toContain(month);
        expect(weeksBetween(from, to)).toBeGreaterThanOrEqual(3);
      }),
    );
  });
});
