import fc from 'fast-check';
import { durationOf, quantile } from './durations.rules';

describe('quantile', () => {
  it('of nothing is nothing', () => {
    expect(quantile(new Map(), 0.5)).toBeNull();
    expect(durationOf(new Map(), 4)).toEqual({ n: 0, median: null, p90: null });
  });

  it('is reckoned as if they came evenly', () => {
    expect(quantile(new Map([[3, 10]]), 0.5)).toBe(3.5);
    expect(
      durationOf(
        new Map([
          [8, 10],
          [40, 10],
        ]),
        4,
      ),
    ).toMatchObject({ n: 20, median: 2.25 });
  });

  it('is never more than a step away from that of the times themselves', () => {
    const times = fc.array(fc.double({ min: 0, max: 90, noNaN: true }), {
      minLength: 1,
      maxLength: 300,
    });
    fc.assert(
      fc.property(times, fc.constantFrom(0.5, 0.9), (given, part) => {
        const steps = new Map<number, number>();
        for (const time of given)
          steps.set(Math.floor(time), (steps.get(Math.floor(time)) ?? 0) + 1);
        const sorted = [...given].sort((a, b) => a - b);
        const exact = sorted[Math.ceil(part * given.length) - 1] ?? 0;
        expect(Math.abs((quantile(steps, part) ?? NaN) - exact)).toBeLessThanOrEqual(1);
      }),
    );
  });
});
