import fc from 'fast-check';
import type { Grades, Share } from './figures.rules';
import {
  asCensus,
  ces,
  csat,
  differenceOfNps,
  differenceOfShares,
  nps,
  responseRate,
  share,
  verdictOf,
  wilson,
} from './figures.rules';

/** Fails where there is no data, so that a test cannot pass for want of a figure. */
function figure(result: Share | { n: 0; value: null }): Share {
  if (result.value === null) throw new Error('no data');
  return result;
}

const gradesOf = (answers: readonly number[]): Grades => {
  const grades = new Map<number, number>();
  for (const answer of answers) grades.set(answer, (grades.get(answer) ?? 0) + 1);
  return grades;
};

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
  const of = (one: number, two: number, three: number, four: number, five: number) =>
    csat(
      new Map([
        [1, one],
        [2, two],
        [3, three],
        [4, four],
        [5, five],
      ]),
    );

  it('is the share of the two upper points', () => {
    const { n, value, low, high } = figure(of(1, 1, 0, 3, 5));
    expect({ n, value, low: percent(low), high: percent(high) }).toEqual({
      n: 10,
      value: 0.8,
      low: 49.0,
      high: 94.3,
    });
  });

  it('is 70% for the distribution that means and medians call otherwise', () => {
    expect(figure(of(5, 10, 15, 30, 40)).value).toBe(0.7);
  });

  it('is no data without answers, not 0%', () => {
    expect(of(0, 0, 0, 0, 0)).toEqual({ n: 0, value: null });
    expect(of(3, 0, 0, 0, 0)).toMatchObject({ n: 3, value: 0 });
  });
});

describe('nps', () => {
  const five = [9, 10, 9, 10, 10];

  it('of five promoters is 100, with an interval that says how little that is', () => {
    const { n, value, low, high } = figure(nps(gradesOf(five)));
    expect({ n, value, low: Math.round(low * 10) / 10, high }).toEqual({
      n: 5,
      value: 100,
      low: 17.5,
      high: 100,
    });
  });

  it.each([
    [[0, 6], -100],
    [[7, 8], 0],
    [[9, 6], 0],
    [[9, 10, 7, 0], 25],
  ])('of %j is %d', (scores, value) => {
    expect(figure(nps(gradesOf(scores))).value).toBe(value);
  });

  it('is no data without answers', () => {
    expect(nps(new Map())).toEqual({ n: 0, value: null });
  });

  const someScores = fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 1, maxLength: 300 });

  it('changes sign when promoters and detractors change places', () => {
    fc.assert(
      fc.property(someScores, (scores) => {
        const mirrored = scores.map((score) => (score >= 9 ? 0 : score <= 6 ? 10 : score));
        const [one, other] = [figure(nps(gradesOf(scores))), figure(nps(gradesOf(mirrored)))];
        expect(one.value + other.value).toBeCloseTo(0, 9);
        expect(one.low + other.high).toBeCloseTo(0, 9);
      }),
    );
  });
});

describe('ces', () => {
  it('is the mean and the share of the easy', () => {
    expect(ces(gradesOf([1, 4, 5, 7, 7]))).toMatchObject({
      n: 5,
      mean: 4.8,
      easy: { n: 5, value: 0.6 },
    });
  });

  it('is no data without answers', () => {
    expect(ces(new Map())).toEqual({ n: 0, mean: null });
  });
});

describe('a census', () => {
  it('has no sampling interval', () => {
    expect(asCensus(figure(share(8, 10)))).toEqual({ n: 10, value: 0.8, low: 0.8, high: 0.8 });
  });
});

describe('a difference', () => {
  it.each([
    // Newcombe 1998, table II, method 10.
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [10, 10, 0, 10, 0.6075, 1],
    [10, 10, 0, 20, 0.6791, 1],
  ])('of %i/%i and %i/%i lies between %d and %d', (a, m, b, n, low, high) => {
    const found = differenceOfShares(figure(share(a, m)), figure(share(b, n)));
    expect(found.low).toBeCloseTo(low, 4);
    expect(found.high).toBeCloseTo(high, 4);
  });

  it('is larger than chance only where its interval leaves nought out', () => {
    const of = (a: number, m: number, b: number, n: number) =>
      verdictOf(differenceOfShares(figure(share(a, m)), figure(share(b, n))));
    expect([of(56, 70, 48, 80), of(48, 80, 56, 70)]).toEqual(['better', 'worse']);
    // 80% after 70%, of twenty each: the figures differ, and chance would do as much.
    expect(of(16, 20, 14, 20)).toBe('no_clear_change');
    expect(of(1600, 2000, 1400, 2000)).toBe('better');
  });

  const someShare = fc
    .integer({ min: 1, max: 500 })
    .chain((n) => fc.integer({ min: 0, max: n }).map((k) => figure(share(k, n))));
  const someGrades = fc
    .array(fc.integer({ min: 0, max: 10 }), { minLength: 1, maxLength: 200 })
    .map(gradesOf);

  it('is the same the other way round, and within its interval', () => {
    const holds = (
      one: ReturnType<typeof differenceOfShares>,
      other: ReturnType<typeof differenceOfShares>,
    ) => {
      expect(one.low).toBeLessThanOrEqual(one.difference);
      expect(one.difference).toBeLessThanOrEqual(one.high);
      expect(one.low + other.high).toBeCloseTo(0, 9);
      expect(one.difference + other.difference).toBeCloseTo(0, 9);
    };
    fc.assert(
      fc.property(someShare, someShare, (a, b) =>
        holds(differenceOfShares(a, b), differenceOfShares(b, a)),
      ),
    );
    fc.assert(
      fc.property(someGrades, someGrades, (a, b) =>
        holds(differenceOfNps(a, b), differenceOfNps(b, a)),
      ),
    );
  });

  it('of a score to itself is nought, with chance on both sides', () => {
    fc.assert(
      fc.property(someGrades, (grades) => {
        expect(differenceOfNps(grades, grades).difference).toBe(0);
        expect(verdictOf(differenceOfNps(grades, grades))).toBe('no_clear_change');
      }),
    );
  });
});

/** The same figures worked out another way, answer by answer, from the definitions and not from the counts. */
describe('an independent computation over random answers', () => {
  const z = 1.959964;
  const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
  /** Where the score test (p̂ − π)² = z²·π(1−π)/n just holds: found by halving, without Wilson's formula. */
  const bound = (p: number, n: number, from: number, to: number): number => {
    let [inside, outside] = [from, to];
    for (let step = 0; step < 80; step += 1) {
      const half = (inside + outside) / 2;
      if ((p - half) ** 2 <= (z * z * half * (1 - half)) / n) inside = half;
      else outside = half;
    }
    return inside;
  };
  const answersUpTo = (least: number, most: number) =>
    fc.array(fc.integer({ min: least, max: most }), { minLength: 1, maxLength: 400 });

  it('gives the same CSAT', () => {
    fc.assert(
      fc.property(answersUpTo(1, 5), (answers) => {
        const p = mean(answers.map((answer) => (answer >= 4 ? 1 : 0)));
        const found = figure(csat(gradesOf(answers)));
        expect(found.n).toBe(answers.length);
        expect(found.value).toBeCloseTo(p, 12);
        expect(found.low).toBeCloseTo(bound(p, answers.length, p, 0), 9);
        expect(found.high).toBeCloseTo(bound(p, answers.length, p, 1), 9);
      }),
    );
  });

  it('gives the same CES', () => {
    fc.assert(
      fc.property(answersUpTo(1, 7), (answers) => {
        const found = ces(gradesOf(answers));
        if (found.mean === null) throw new Error('no data');
        const p = mean(answers.map((answer) => (answer > 4 ? 1 : 0)));
        expect(found.mean).toBeCloseTo(mean(answers), 9);
        expect(found.easy.value).toBeCloseTo(p, 12);
        expect(found.easy.low).toBeCloseTo(bound(p, answers.length, p, 0), 9);
        expect(found.easy.high).toBeCloseTo(bound(p, answers.length, p, 1), 9);
      }),
    );
  });

  /** +1, 0, −1 for each answer; the adjusted sample has ¾ of a promoter, 1½ passive and ¾ of a detractor more. */
  const adjusted = (answers: readonly number[]) => {
    const marks = answers.map((answer) => ({ mark: answer > 8 ? 1 : answer < 7 ? -1 : 0, w: 1 }));
    const sample = [...marks, { mark: 1, w: 0.75 }, { mark: 0, w: 1.5 }, { mark: -1, w: 0.75 }];
    const weight = sample.reduce((sum, { w }) => sum + w, 0);
    const centre = sample.reduce((sum, { mark, w }) => sum + mark * w, 0) / weight;
    const spread = sample.reduce((sum, { mark, w }) => sum + w * (mark - centre) ** 2, 0) / weight;
    return { score: mean(marks.map(({ mark }) => mark)), centre, variance: spread / weight };
  };

  it('gives the same NPS', () => {
    fc.assert(
      fc.property(answersUpTo(0, 10), (answers) => {
        const { score, centre, variance } = adjusted(answers);
        const found = figure(nps(gradesOf(answers)));
        const spread = z * Math.sqrt(variance);
        const [low, high] = [100 * (centre - spread), 100 * (centre + spread)];
        expect(found.value).toBeCloseTo(100 * score, 9);
        expect(found.low).toBeCloseTo(Math.max(-100, Math.min(100 * score, low)), 9);
        expect(found.high).toBeCloseTo(Math.min(100, Math.max(100 * score, high)), 9);
      }),
    );
  });

  it('gives the same differences', () => {
    fc.assert(
      fc.property(answersUpTo(0, 10), answersUpTo(0, 10), (now, before) => {
        const [a, b] = [adjusted(now), adjusted(before)];
        const found = differenceOfNps(gradesOf(now), gradesOf(before));
        const spread = 100 * z * Math.sqrt(a.variance + b.variance);
        const difference = 100 * (a.score - b.score);
        expect(found.difference).toBeCloseTo(difference, 9);
        const low = 100 * (a.centre - b.centre) - spread;
        expect(found.low).toBeCloseTo(Math.max(-200, Math.min(difference, low)), 9);
      }),
    );
    fc.assert(
      fc.property(answersUpTo(1, 5), answersUpTo(1, 5), (now, before) => {
        const p = mean(now.map((answer) => (answer > 3 ? 1 : 0)));
        const q = mean(before.map((answer) => (answer > 3 ? 1 : 0)));
        const found = differenceOfShares(
          figure(csat(gradesOf(now))),
          figure(csat(gradesOf(before))),
        );
        const down = p - bound(p, now.length, p, 0);
        const up = bound(q, before.length, q, 1) - q;
        expect(found.low).toBeCloseTo(p - q - Math.sqrt(down ** 2 + up ** 2), 9);
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
