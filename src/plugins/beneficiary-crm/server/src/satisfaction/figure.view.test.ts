import fc from 'fast-check';
import { differenceOf, distributionOf, shownFigure } from './figure.view';

const grades = (...counts: [grade: number, n: number][]) => new Map(counts);
const five = (dissatisfied: number, satisfied: number) => grades([2, dissatisfied], [5, satisfied]);

describe('a figure', () => {
  it('does not say how small a withheld slice is', () => {
    expect(shownFigure('csat', five(1, 8), false)).toMatchObject({
      state: 'withheld',
      n: 0,
      value: null,
      low: null,
      high: null,
      withheld: true,
    });
  });

  it('tells no data from withheld', () => {
    const none = { state: 'no_data', n: 0, value: null, withheld: false };
    expect(shownFigure('csat', new Map(), false)).toMatchObject(none);
    expect(shownFigure('nps', new Map(), true)).toMatchObject(none);
  });

  it.each([
    ['csat', five(0, 20), 0.95, 0.95, 1],
    ['csat', five(20, 0), 0.05, 0, 0.05],
    ['ces', grades([7, 40], [1, 1]), 0.95, 0.95, 1],
    ['nps', grades([10, 40], [0, 1]), 95, 90, 100],
    ['nps', grades([3, 30]), -95, -100, -90],
    ['nps', grades([7, 50], [9, 1]), 0, -5, 5],
  ] as const)(
    'of %s where nearly all answered alike says only the side',
    (measure, given, value, low, high) => {
      const shown = shownFigure(measure, given, true);
      expect(shown).toMatchObject({ state: 'band', value, low, high, mean: null });
      expect(distributionOf(given, shown, [{ key: 5, label: '' }])).toEqual([]);
      expect(differenceOf(measure, { shown, grades: given }, { shown, grades: given })).toBeNull();
    },
  );

  it('shows 5% and 95% themselves', () => {
    expect(shownFigure('csat', five(95, 5), true)).toMatchObject({ state: 'shown', value: 0.05 });
    expect(shownFigure('csat', five(5, 95), true)).toMatchObject({ state: 'shown', value: 0.95 });
  });

  it('of everyone has no interval', () => {
    const all = { census: true, low: 0.75, value: 0.75, high: 0.75 };
    expect(shownFigure('csat', five(5, 15), true, true)).toMatchObject(all);
    expect(shownFigure('csat', five(5, 15), true)).toMatchObject({ census: false });
  });

  it('of ease has its mean, of a choice only how often each was chosen', () => {
    expect(shownFigure('ces', grades([2, 5], [6, 15]), true)).toMatchObject({
      mean: 5,
      value: 0.75,
    });
    const chosen = grades([1, 12], [2, 8]);
    const shown = shownFigure('choice', chosen, true);
    expect(shown).toMatchObject({ n: 20, value: null, state: 'shown' });
    const labels = [1, 2, 3].map((key) => ({ key, label: `${key}` }));
    expect(distributionOf(chosen, shown, labels).map(({ n, share }) => [n, share])).toEqual([
      [12, 0.6],
      [8, 0.4],
      [0, 0],
    ]);
  });

  it('says of a hidden one nothing at all, whatever was answered', () => {
    const some = fc.array(fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 9 })));
    fc.assert(
      fc.property(some, some, (one, other) => {
        fc.pre(one.length > 0 && other.length > 0);
        const hidden = (given: [number, number][]) => shownFigure('csat', new Map(given), false);
        expect(hidden(one)).toEqual(hidden(other));
      }),
    );
  });
});
