import type { ExpenseKind } from '../../../../contracts/vocabulary';

/** Riyals as they are typed, in halalas: what is counted is whole, so nothing is lost in between. */
export const halalas = (riyals: number): number => Math.round(riyals * 100);
export const riyals = (amount: number): number => amount / 100;

/** What a household has and spends in a month. All amounts are halalas. */
export interface HouseholdTotals {
  size: number;
  income: number;
  expenses: number;
  /** part of the expenses; null in studies that did not ask for it */
  rent: number | null;
}

/** Adds up the rows of a study. */
export function totalsOf(
  size: number,
  incomes: readonly { amount: number }[],
  expenses: readonly { kind: ExpenseKind; amount: number }[],
): HouseholdTotals {
  const sum = (rows: readonly { amount: number }[]) =>
    rows.reduce((total, { amount }) => total + halalas(amount), 0);
  return {
    size,
    income: sum(incomes),
    expenses: sum(expenses),
    rent: sum(expenses.filter(({ kind }) => kind === 'rent')),
  };
}

/** An equal share, rounded down to the halala: shares together never come to more than there is. */
const share = (amount: number, size: number): number => Math.floor(amount / size);

/**
 * What a household's income comes to for each of its people, in halalas.
 *
 * Per head: everything that comes in during a month, from every member and every source, aid by the state
 * included, divided equally by everybody who lives in the household, children too. No scale of equivalence is
 * applied: the committee compares households by the plain figure (S3, S5), and it can be followed on paper.
 *
 * After rent: the same once the rent is paid, which is what remains to live on. Below zero when the rent is more
 * than comes in; null where the rent is not known.
 *
 * @throws RangeError when nobody lives in the household
 */
export function perHead({ size, income, rent }: HouseholdTotals): {
  income: number;
  afterRent: number | null;
} {
  if (!Number.isInteger(size) || size < 1) throw new RangeError('a household has somebody in it');
  return {
    income: share(income, size),
    afterRent: rent === null ? null : share(income - rent, size),
  };
}
