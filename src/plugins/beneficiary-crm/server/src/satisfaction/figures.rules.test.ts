import fc from 'fast-check';
import type { ScaleCounts, Share, Slice } from './figures.rules';
import { ces, csat, nps, responseRate, suppress, wilson } from './figures.rules';

/** Fails where there is no data, so that a test cannot pass for want of a figure. */
function figure(result: Share | { n: 0; value: null }): Share {
  if (result.value === null) throw new Error('no data');
  return result;
}

/** Percent with one decimal, as printed. */
const percent = (x: number) => Math.round(x * 1000) / 10;

describe('wilson', () => {
  it.each([
    [8, 10, 49.0, 94.3],
    [5, 5, 56.6, 100],
    [0, 5, 0, 43.4],
    [0, 10, 0, 27.8],
    [50, 100, 40.4, 59.6],
    [1, 1, 20.7, 100],
  ])('%i of %i lies between %d%% and %d%%', (k, n, low, high) => {
    const interval = wilson(k, n);
    expect([percent(interval.low), percent(interval.high)]).toEqual([low, high]);
  });

  const kOfN = fc
    .integer({ min: 1, max: 5000 })
    .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));

  it('holds the share, between 0 and 1', () => {
    fc.assert(
      fc.property(kOfN, ([k, n]) => {
        const { low, high } = wilson(k, n);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(low).toBeLessThanOrEqual(k / n);
        expect(high).toBeGreaterThanOrEqual(k / n);
        expect(high).toBeLessThanOrEqual(1);
        expect(high).toBeGreaterThan(low);
      }),
    );
  });

  it('has the bounds from which the share is exactly z standard errors away', () => {
    fc.assert(
      fc.property(kOfN, ([k, n]) => {
        const { low, high } = wilson(k, n);
        for (const bound of [low, high]) {
          const distance = (k / n - bound) ** 2;
          const allowed = (1.959964 ** 2 * bound * (1 - bound)) / n;
          expect(Math.abs(distance - allowed)).toBeLessThan(1e-9);
        }
      }),
    );
  });

  it('is the same from the other side', () => {
    fc.assert(
      fc.property(kOfN, ([k, n]) => {
        expect(wilson(k, n).low).toBeCloseTo(1 - wilson(n - k, n).high, 10);
      }),
    );
  });

  it('narrows with more answers of the same share', () => {
    fc.assert(
      fc.property(kOfN, fc.integer({ min: 2, max: 20 }), ([k, n], times) => {
        const width = ({ low, high }: { low: number; high: number }) => high - low;
        expect(width(wilson(k * times, n * times))).toBeLessThan(width(wilson(k, n)));
      }),
    );
  });
});

describe('csat', () => {
  it('is the share of the two upper points', () => {
    const { n, value, low, high } = figure(csat([1, 1, 0, 3, 5]));
    expect({ n, value, low: percent(low), high: percent(high) }).toEqual({
      n: 10,
      value: 0.8,
      low: 49.0,
      high: 94.3,
    });
  });

  it('is 70% for the distribution that means and medians call otherwise', () => {
    expect(figure(csat([5, 10, 15, 30, 40])).value).toBe(0.7);
  });

  it('is no data without answers, not 0%', () => {
    expect(csat([0, 0, 0, 0, 0])).toEqual({ n: 0, value: null });
    expect(csat([3, 0, 0, 0, 0])).toMatchObject({ n: 3, value: 0 });
  });

  it('counts every answer once and stays within its interval', () => {
    const count = fc.nat({ max: 500 });
    fc.assert(
      fc.property(fc.tuple(count, count, count, count, count), (counts: ScaleCounts) => {
        const total = counts.reduce((sum, c) => sum + c, 0);
        fc.pre(total > 0);
        const { n, value, low, high } = figure(csat(counts));
        expect(n).toBe(total);
        expect(0 <= low && low <= value && value <= high && high <= 1).toBe(true);
      }),
    );
  });
});

describe('nps', () => {
  it('of five promoters is 100, with an interval that says how little that is', () => {
    const { n, value, low, high } = figure(nps([9, 10, 9, 10, 10]));
    expect({ n, value, low: Math.round(low * 10) / 10, high }).toEqual({
      n: 5,
      value: 100,
      low: 17.5,
      high: 100,
    });
  });

  it('leaves skipped answers out', () => {
    const skips = [null, null, null, null, null];
    expect(nps([9, 10, 9, 10, 10, ...skips])).toEqual(nps([9, 10, 9, 10, 10]));
  });

  it.each([
    [[0, 6], -100],
    [[7, 8], 0],
    [[9, 6], 0],
    [[9, 10, 7, 0], 25],
  ])('of %j is %d', (scores, value) => {
    expect(figure(nps(scores)).value).toBe(value);
  });

  it('is no data without answers', () => {
    expect(nps([])).toEqual({ n: 0, value: null });
    expect(nps([null])).toEqual({ n: 0, value: null });
  });

  const someScores = fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 1, maxLength: 300 });

  it('stays within its interval, and that within ±100', () => {
    fc.assert(
      fc.property(someScores, (scores) => {
        const { n, value, low, high } = figure(nps(scores));
        expect(n).toBe(scores.length);
        expect(-100 <= low && low <= value && value <= high && high <= 100).toBe(true);
      }),
    );
  });

  it('changes sign when promoters and detractors change places', () => {
    fc.assert(
      fc.property(someScores, (scores) => {
        const mirrored = scores.map((score) => (score >= 9 ? 0 : score <= 6 ? 10 : score));
        const [one, other] = [figure(nps(scores)), figure(nps(mirrored))];
        expect(one.value + other.value).toBeCloseTo(0, 9);
        expect(one.low + other.high).toBeCloseTo(0, 9);
      }),
    );
  });
});

describe('ces', () => {
  it('is the mean and the share of the easy', () => {
    expect(ces([1, 3, 4, 5, 5, null])).toMatchObject({
      n: 5,
      mean: 3.6,
      easy: { n: 5, value: 0.6 },
    });
  });

  it('is no data without answers', () => {
    expect(ces([])).toEqual({ n: 0, mean: null });
    expect(ces([null, null])).toEqual({ n: 0, mean: null });
  });

  it('does not depend on the order of answers', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1 }), (scores) => {
        expect(ces(scores.toReversed())).toEqual(ces(scores));
      }),
    );
  });
});

describe('responseRate', () => {
  it('is complete answers of the invitations that could arrive', () => {
    expect(responseRate(120, 30, 20)).toEqual({
      invited: 120,
      undeliverable: 20,
      complete: 30,
      value: 0.3,
    });
  });

  it('is no data where nobody could be reached', () => {
    expect(responseRate(0, 0, 0).value).toBeNull();
    expect(responseRate(5, 0, 5).value).toBeNull();
    expect(responseRate(5, 0, 0).value).toBe(0);
  });
});

describe('suppress', () => {
  const states = (slices: Slice[], threshold?: number) =>
    Object.fromEntries(suppress(slices, threshold).map(({ key, state }) => [key, state]));

  it('shows slices that are large enough, with their interval', () => {
    expect(suppress([{ key: 'a', n: 10, satisfied: 8 }])).toEqual([
      { key: 'a', state: 'shown', n: 10, value: 0.8, ...wilson(8, 10) },
    ]);
  });

  it('withholds a small slice, and a second one that would give it away', () => {
    const slices = [
      { key: 'large', n: 90, satisfied: 60 },
      { key: 'small', n: 4, satisfied: 4 },
      { key: 'middle', n: 30, satisfied: 20 },
    ];
    expect(states(slices)).toEqual({ large: 'shown', small: 'withheld', middle: 'withheld' });
  });

  it('needs no third where two small ones hide each other', () => {
    const slices = [
      { key: 'a', n: 9, satisfied: 6 },
      { key: 'b', n: 5, satisfied: 2 },
      { key: 'c', n: 50, satisfied: 30 },
    ];
    expect(states(slices)).toEqual({ a: 'withheld', b: 'withheld', c: 'shown' });
  });

  it('withholds a third where two together are still too few', () => {
    const slices = [
      { key: 'a', n: 2, satisfied: 2 },
      { key: 'b', n: 3, satisfied: 3 },
      { key: 'c', n: 50, satisfied: 30 },
      { key: 'd', n: 60, satisfied: 30 },
    ];
    expect(states(slices)).toEqual({ a: 'withheld', b: 'withheld', c: 'withheld', d: 'shown' });
  });

  it('does not take an empty slice for cover', () => {
    const slices = [
      { key: 'empty', n: 0, satisfied: 0 },
      { key: 'small', n: 4, satisfied: 4 },
      { key: 'large', n: 50, satisfied: 30 },
    ];
    expect(states(slices)).toEqual({ empty: 'no_data', small: 'withheld', large: 'withheld' });
  });

  it.each([
    [20, 0, 'under_5_percent'],
    [100, 4, 'under_5_percent'],
    [100, 96, 'over_95_percent'],
    [20, 20, 'over_95_percent'],
  ])('says of %i answers with %i satisfied only: %s', (n, satisfied, band) => {
    expect(suppress([{ key: 'a', n, satisfied }])).toEqual([{ key: 'a', state: 'band', n, band }]);
  });

  it('shows 5% and 95% themselves', () => {
    expect(states([{ key: 'a', n: 100, satisfied: 5 }])).toEqual({ a: 'shown' });
    expect(states([{ key: 'a', n: 100, satisfied: 95 }])).toEqual({ a: 'shown' });
  });

  it('takes another threshold', () => {
    expect(states([{ key: 'a', n: 10, satisfied: 5 }], 11)).toEqual({ a: 'withheld' });
    expect(suppress([])).toEqual([]);
  });

  const someSlices = fc.uniqueArray(
    fc
      .tuple(fc.string({ minLength: 1, maxLength: 3 }), fc.nat({ max: 40 }), fc.nat({ max: 100 }))
      .map(([key, n, part]): Slice => ({ key, n, satisfied: Math.round((n * part) / 100) })),
    { selector: ({ key }) => key, maxLength: 8 },
  );
  const someThreshold = fc.integer({ min: 2, max: 15 });

  it('publishes no figure of a small slice', () => {
    fc.assert(
      fc.property(someSlices, someThreshold, (slices, threshold) => {
        const published = suppress(slices, threshold);
        expect(published.map(({ key }) => key)).toEqual(slices.map(({ key }) => key));
        for (const slice of published) {
          if (slice.state === 'shown' || slice.state === 'band') {
            expect(slice.n).toBeGreaterThanOrEqual(threshold);
          }
        }
      }),
    );
  });

  it('leaves to who subtracts from the total no single slice and no small group', () => {
    fc.assert(
      fc.property(someSlices, someThreshold, (slices, threshold) => {
        const published = suppress(slices, threshold);
        const hidden = slices.filter((_, index) => published[index]?.state === 'withheld');
        const answers = hidden.reduce((sum, { n }) => sum + n, 0);
        const nothingLeftToHide = published.every(
          ({ state }) => state === 'withheld' || state === 'no_data',
        );
        const covered = hidden.length !== 1 && (hidden.length === 0 || answers >= threshold);
        expect(covered || nothingLeftToHide).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('withholds nothing where no slice is small', () => {
    fc.assert(
      fc.property(someSlices, someThreshold, (slices, threshold) => {
        const large = slices.map((slice) => ({ ...slice, n: slice.n + threshold }));
        expect(suppress(large, threshold).some(({ state }) => state === 'withheld')).toBe(false);
      }),
    );
  });

  it('decides the same in any order', () => {
    fc.assert(
      fc.property(someSlices, someThreshold, (slices, threshold) => {
        expect(states(slices.toReversed(), threshold)).toEqual(states(slices, threshold));
      }),
    );
  });

  it('bands tell nothing but a side', () => {
    fc.assert(
      fc.property(someSlices, (slices) => {
        for (const slice of suppress(slices)) {
          if (slice.state === 'band') {
            expect(Object.keys(slice).sort()).toEqual(['band', 'key', 'n', 'state']);
          } else if (slice.state === 'shown') {
            expect(slice.value).toBeGreaterThanOrEqual(0.05);
            expect(slice.value).toBeLessThanOrEqual(0.95);
          } else {
            expect(slice).not.toHaveProperty('value');
          }
        }
      }),
    );
  });
});
