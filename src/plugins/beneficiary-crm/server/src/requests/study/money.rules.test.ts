import fc from 'fast-check';
import { expenseKinds } from '../../../../contracts/vocabulary';
import { halalas, perHead, riyals, totalsOf } from './money.rules';

test('a family of six with a rent', () => {
  const totals = totalsOf(
    6,
    [{ amount: 2500 }, { amount: 1100.5 }],
    [
      { kind: 'rent', amount: 1000 },
      { kind: 'school', amount: 300.25 },
    ],
  );
  expect(totals).toEqual({ size: 6, income: 360_050, expenses: 130_025, rent: 100_000 });
  expect(perHead(totals)).toEqual({ income: 60_008, afterRent: 43_341 });
});

test('a rent above the income leaves less than nothing to live on', () => {
  const totals = totalsOf(3, [{ amount: 500 }], [{ kind: 'rent', amount: 600 }]);
  expect(perHead(totals)).toEqual({ income: 16_666, afterRent: -3_334 });
});

test('without income, and with a rent that nobody asked for', () => {
  expect(perHead({ size: 4, income: 0, expenses: 0, rent: null })).toEqual({
    income: 0,
    afterRent: null,
  });
});

test('a household of nobody is a mistake of ours', () => {
  expect(() => perHead({ size: 0, income: 1, expenses: 0, rent: 0 })).toThrow(RangeError);
});

test('what was typed to the halala is counted to the halala', () => {
  // 0.1 + 0.2 is not 0.3 in riyals
  expect(totalsOf(1, [{ amount: 0.1 }, { amount: 0.2 }], []).income).toBe(30);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000_000 }), (amount) => {
      expect(halalas(riyals(amount))).toBe(amount);
    }),
  );
});

const amount = fc.integer({ min: 0, max: 1_000_000_000 }).map(riyals);
const household = fc.record({
  size: fc.integer({ min: 1, max: 60 }),
  incomes: fc.array(fc.record({ amount }), { maxLength: 20 }),
  expenses: fc.array(fc.record({ kind: fc.constantFrom(...expenseKinds), amount }), {
    maxLength: 20,
  }),
});

test('shares are whole, come to no more than there is, and to less than one halala a head less', () => {
  fc.assert(
    fc.property(household, ({ size, incomes, expenses }) => {
      const totals = totalsOf(size, incomes, expenses);
      const heads = perHead(totals);
      const rent = totals.rent ?? 0;
      for (const [each, whole] of [
        [heads.income, totals.income],
        [heads.afterRent ?? NaN, totals.income - rent],
      ] as const) {
        expect(Number.isInteger(each)).toBe(true);
        const left = whole - each * size;
        expect(left).toBeGreaterThanOrEqual(0);
        expect(left).toBeLessThan(size);
      }
      expect(heads.afterRent ?? NaN).toBeLessThanOrEqual(heads.income);
    }),
  );
});

test('the order of the rows makes no difference, and one more person never makes anybody richer', () => {
  fc.assert(
    fc.property(household, ({ size, incomes, expenses }) => {
      const totals = totalsOf(size, incomes, expenses);
      expect(totalsOf(size, [...incomes].reverse(), [...expenses].reverse())).toEqual(totals);
      expect(perHead({ ...totals, size: size + 1 }).income).toBeLessThanOrEqual(
        perHead(totals).income,
      );
    }),
  );
});
