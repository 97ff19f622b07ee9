import { monthsOf } from '../../src/plugins/beneficiary-crm/server/src/satisfaction/calendar-period.rules';

/**
 * An attacker who has asked for every period and every filter, and knows which kinds of answer there are in each
 * month. Solves the linear system exactly, with whole numbers of any size, and says which cells it has recovered.
 * Written without a line of the rules that it attacks.
 */

export interface KnownMonth {
  /** YYYY-MM */
  month: string;
  /** answers in each cell */
  cells: ReadonlyMap<string, number>;
  /** the cells that one answer lies in, for every kind of answer that there is */
  together: readonly (readonly string[])[];
}

/** Some cells of a period whose sum is to be found. */
export interface Wanted {
  key: string;
  cells: readonly string[];
}

type Row = bigint[];
const zero = 0n;
const gcd = (a: bigint, b: bigint): bigint => (b === zero ? (a < zero ? -a : a) : gcd(b, a % b));

function reduce(row: Row, rows: readonly { row: Row; lead: number }[]): Row {
  let left = row;
  for (const known of rows) {
    const part = left[known.lead] ?? zero;
    if (part === zero) continue;
    const lead = known.row[known.lead] ?? 1n;
    left = left.map((value, at) => value * lead - part * (known.row[at] ?? zero));
    const common = left.reduce(gcd, zero);
    if (common > 1n) left = left.map((value) => value / common);
  }
  return left;
}

/** @param published the cells that are shown, by the period's key */
export function recovered(
  months: readonly KnownMonth[],
  published: ReadonlyMap<string, Iterable<string>>,
  wanted: readonly Wanted[],
): string[] {
  const unknowns = months.flatMap(({ month, together }) =>
    together.map((cells) => ({ month, cells })),
  );
  const sumOf = (key: string, cell: string): Row => {
    const within = new Set(monthsOf(key));
    return unknowns.map(({ month, cells }) =>
      within.has(month) && cells.includes(cell) ? 1n : zero,
    );
  };
  const rows: { row: Row; lead: number }[] = [];
  for (const [key, cells] of published)
    for (const cell of cells) {
      const row = reduce(sumOf(key, cell), rows);
      const lead = row.findIndex((value) => value !== zero);
      if (lead !== -1) rows.push({ row, lead });
    }
  return wanted
    .filter(({ key, cells }) => {
      const sum = cells
        .map((cell) => sumOf(key, cell))
        .reduce((one, other) => one.map((value, at) => value + (other[at] ?? zero)));
      return reduce(sum, rows).every((value) => value === zero);
    })
    .map(({ key, cells }) => `${key} ${cells.join(' + ')}`);
}

/** The answers of a period in each cell. */
export function countedIn(months: readonly KnownMonth[], key: string): Map<string, number> {
  const counted = new Map<string, number>();
  for (const { month, cells } of months)
    if (monthsOf(key).includes(month))
      for (const [cell, n] of cells) counted.set(cell, (counted.get(cell) ?? 0) + n);
  return counted;
}

/** What must stay hidden: each cell of fewer answers than this, and any two of a dimension that are so together. */
export function secretsOf(
  months: readonly KnownMonth[],
  periods: readonly string[],
  threshold: number,
): Wanted[] {
  return periods.flatMap((key) => {
    const small = [...countedIn(months, key)].filter(([, n]) => n > 0 && n < threshold);
    const twos = small.flatMap(([a, n], at) =>
      small
        .slice(at + 1)
        .filter(([b, m]) => b.split(':')[0] === a.split(':')[0] && n + m < threshold)
        .map(([b]) => ({ key, cells: [a, b] })),
    );
    return [...small.map(([cell]) => ({ key, cells: [cell] })), ...twos];
  });
}

/** The months as who knows every answer has them. */
export function monthsFrom(
  answers: readonly { month: string; cells: readonly string[] }[],
  names: readonly string[],
): KnownMonth[] {
  return names.map((month) => {
    const cells = new Map<string, number>();
    const together = new Map<string, readonly string[]>();
    for (const answer of answers) {
      if (answer.month !== month) continue;
      together.set(answer.cells.join(), answer.cells);
      for (const cell of answer.cells) cells.set(cell, (cells.get(cell) ?? 0) + 1);
    }
    return { month, cells, together: [...together.values()] };
  });
}

/** Numbers from 0 to 1 that are the same every time. */
export const seeded = (seed: number) => () => {
  seed = (seed * 1_664_525 + 1_013_904_223) % 2 ** 32;
  return seed / 2 ** 32;
};
