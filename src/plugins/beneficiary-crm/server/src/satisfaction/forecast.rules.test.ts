import fc from 'fast-check';
import { forecast } from './forecast.rules';

const many = (length: number, value: (week: number) => number) =>
  Array.from({ length }, (_, week) => value(week));

describe('forecast', () => {
  it('says nothing before it can say how far off it may be', () => {
    expect(forecast([])).toBeNull();
    expect(forecast(many(15, () => 10))).toBeNull();
    expect(forecast(many(16, () => 10))).not.toBeNull();
  });

  it('of what always comes alike is that, without doubt', () => {
    const alike = { expected: 40, low: 40, high: 40 };
    expect(forecast(many(30, () => 40))).toEqual({
      method: 'recent',
      weeks: [alike, alike, alike, alike],
    });
  });

  it('follows a year that repeats itself, where that would have been closer', () => {
    const wave = (week: number) => 100 + Math.round(80 * Math.sin((2 * Math.PI * week) / 52));
    const found = forecast(many(120, wave));
    expect(found?.method).toBe('season');
    expect(found?.weeks.map(({ expected }) => expected)).toEqual([120, 121, 122, 123].map(wave));
  });

  it('holds what comes, nearly always', () => {
    // A plain generator, so that the test is the same every time.
    let seed = 7;
    const random = () => (seed = (seed * 1_664_525 + 1_013_904_223) % 2 ** 32) / 2 ** 32;
    let held = 0;
    const rounds = 300;
    for (let round = 0; round < rounds; round += 1) {
      const weeks = many(64, () => 50 + Math.round(20 * (random() + random() + random() - 1.5)));
      const found = forecast(weeks.slice(0, 60));
      for (const [step, { low, high }] of (found?.weeks ?? []).entries()) {
        const came = weeks[60 + step] ?? 0;
        if (came >= low && came <= high) held += 1;
      }
    }
    expect(held / (rounds * 4)).toBeGreaterThan(0.9);
  });

  it('is never below nought, and lies within its interval', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 500 }), { minLength: 16, maxLength: 120 }), (weeks) => {
        for (const { expected, low, high } of forecast(weeks)?.weeks ?? []) {
          expect(low).toBeGreaterThanOrEqual(0);
          expect(expected).toBeGreaterThanOrEqual(low);
          expect(expected).toBeLessThanOrEqual(high);
        }
      }),
    );
  });
});
