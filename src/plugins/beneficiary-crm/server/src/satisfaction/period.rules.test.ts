import fc from 'fast-check';
import { addMonths, monthOf, periodOf, startOfDay } from './period.rules';

// In Riyadh it is 1 March already.
const now = new Date('2026-02-28T21:30:00Z');

describe('periodOf', () => {
  it.each([
    ['month', '2026-02-01', '2026-02-28', 1],
    ['quarter', '2025-12-01', '2026-02-28', 3],
    ['year', '2025-03-01', '2026-02-28', 12],
    ['all', '2024-11-01', '2026-02-28', 16],
  ] as const)('%s: months that have ended, %s to %s', (name, from, to, months) => {
    const period = periodOf(name, now, '2024-11', false);
    expect([period.from, period.to, period.months.length]).toEqual([from, to, months]);
  });

  it('counts the running month where it is asked for', () => {
    const { from, to } = periodOf('quarter', now, null, true);
    expect([from, to]).toEqual(['2026-01-01', '2026-03-31']);
  });

  it('takes a year for all where nothing is there yet', () => {
    expect(periodOf('all', now, null, false).months).toHaveLength(12);
  });

  it('has no empty period when the first month has not ended', () => {
    expect(periodOf('all', now, '2026-03', false).months).toEqual(['2026-02']);
  });

  it('stands still for a whole month', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30 * 24 * 60 }), (minutes) => {
        const later = new Date(now.getTime() + minutes * 60_000);
        expect(periodOf('year', later, null, false)).toEqual(periodOf('year', now, null, false));
      }),
    );
  });
});

describe('months', () => {
  it('are those of Riyadh', () => {
    expect(monthOf(now)).toBe('2026-03');
    expect(startOfDay('2026-03-01').toISOString()).toBe('2026-02-28T21:00:00.000Z');
  });

  it('go over the end of a year, both ways', () => {
    expect(addMonths('2025-12', 1)).toBe('2026-01');
    expect(addMonths('2026-01', -13)).toBe('2024-12');
  });
});
