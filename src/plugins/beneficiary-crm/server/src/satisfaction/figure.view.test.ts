import { figureOf, shownNps, shownSlice } from './figure.view';
import { suppress } from './figures.rules';
import type { PublishedSlice } from './figures.rules';

const published = (n: number, satisfied: number): PublishedSlice => {
  const [slice] = suppress([{ key: 'a', n, satisfied }]);
  if (!slice) throw new Error('one slice in, one slice out');
  return slice;
};

describe('shownSlice', () => {
  it('does not say how small a withheld slice is', () => {
    expect(shownSlice(published(9, 8))).toEqual({
      n: 0,
      value: null,
      low: null,
      high: null,
      withheld: true,
    });
  });

  it('tells no data from withheld', () => {
    expect(shownSlice(published(0, 0))).toMatchObject({ n: 0, value: null, withheld: false });
  });

  it('says only the side where nearly everyone answered alike', () => {
    expect(shownSlice(published(20, 20))).toMatchObject({ n: 20, value: 0.95, low: 0.95, high: 1 });
    expect(shownSlice(published(20, 0))).toMatchObject({ n: 20, value: 0.05, low: 0, high: 0.05 });
  });

  it('gives a share with its interval', () => {
    const { value, low, high } = shownSlice(published(10, 8));
    expect(value).toBeCloseTo(0.8);
    expect([low, high]).toEqual([expect.closeTo(0.49, 3), expect.closeTo(0.943, 3)]);
  });
});

describe('figureOf', () => {
  const words = {
    label: 'Speed',
    definition: 'How.',
    band: { under_5_percent: 'Few.', over_95_percent: 'Nearly all.' },
  };
  it('says in the definition that the share is a band', () => {
    expect(figureOf(published(20, 20), 'speed', words).definition).toBe('How.\nNearly all.');
    expect(figureOf(published(20, 10), 'speed', words).definition).toBe('How.');
  });
});

describe('shownNps', () => {
  const grades = (count: number, grade: number) => Array.from({ length: count }, () => grade);

  it('withholds a small one and bands one that speaks for everybody', () => {
    expect(shownNps([])).toMatchObject({ n: 0, value: null, withheld: false });
    expect(shownNps(grades(9, 10))).toMatchObject({ n: 0, value: null, withheld: true });
    expect(shownNps(grades(10, 10))).toMatchObject({ n: 10, value: 95, low: 95, high: 100 });
    expect(shownNps(grades(10, 0))).toMatchObject({ n: 10, value: -95, low: -100, high: -95 });
  });

  it('gives the score with its interval', () => {
    const shown = shownNps([...grades(6, 9), ...grades(3, 8), ...grades(3, 2)]);
    expect(shown).toMatchObject({ n: 12, value: 25, withheld: false });
    expect(shown.low).toBeLessThan(25);
    expect(shown.high).toBeGreaterThan(25);
  });
});
