import { addMonths, monthOf, startOfDay } from './period.rules';

// In Riyadh it is 1 March already.
const now = new Date('2026-02-28T21:30:00Z');

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
