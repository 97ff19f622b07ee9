import { KnownSums, proportional, subtractSum } from './known-sums.rules';
import type { Sum } from './known-sums.rules';
import { kindOfPeriod, monthsOf, sortedByAvailability, wholesOf } from './calendar-period.rules';

/**
 * Which figures may be published (O5). A cell is a slice of the answers to one question in one period. It is
 * published with enough answers, and only if nobody who adds and subtracts all that has been published, this one
 * included, learns what a smaller cell holds. Decided in the order in which periods end, so what was published once
 * never has to be taken back, and what comes later takes into account what is known.
 */

/** `all`, or a dimension and its value: `service:school-bag`. */
export type CellName = string;

export interface MonthOfAnswers {
  /** YYYY-MM */
  month: string;
  /** answers in each cell; a cell that is not named has none */
  cells: ReadonlyMap<CellName, number>;
  /** the cells that one answer lies in, for every kind of answer that there is: who knows the work knows which */
  together: readonly (readonly CellName[])[];
}

/** The published cells, by the period's key. */
export type Published = Map<string, Set<CellName>>;

/** What a reader must not learn: one small cell, or so few of them that their sum is small. */
interface Secret {
  rest: Sum;
}

interface PeriodOfAnswers {
  key: string;
  cells: Map<CellName, number>;
}

const dimensionOf = (cell: CellName): string => cell.split(':', 1)[0] ?? cell;

function sumOfMonths(key: string, months: readonly MonthOfAnswers[]): PeriodOfAnswers {
  const cells = new Map<CellName, number>();
  for (const { month, cells: counted } of months) {
    if (!monthsOf(key).includes(month)) continue;
    for (const [cell, n] of counted) cells.set(cell, (cells.get(cell) ?? 0) + n);
  }
  return { key, cells };
}

/**
 * The months' cells as sums of the fewest unknowns that tell them apart. Unknown is how many answered of every kind
 * of answer; kinds that lie in a cell without answers do not occur, and kinds that add nothing new are left out.
 */
class Unknowns {
  readonly size: number;
  private readonly sums = new Map<string, Map<CellName, Sum>>();

  constructor(months: readonly MonthOfAnswers[]) {
    let size = 0;
    for (const { month, cells, together } of months) {
      const names = [...cells].filter(([, n]) => n > 0).map(([cell]) => cell);
      const places = new Map(names.map((name, place) => [name, place]));
      const occurring = together.filter((kind) => kind.every((cell) => places.has(cell)));
      const covered = new Set(occurring.flat());
      const alone = names.filter((name) => !covered.has(name)).map((name) => [name]);
      const independent = new KnownSums();
      const kept = [...occurring, ...alone].filter((kind) => {
        const column = new Float64Array(names.length);
        for (const cell of kind) column[places.get(cell) ?? 0] = 1;
        return independent.add({ from: 0, parts: column });
      });
      const held = new Map<CellName, Sum>();
      for (const name of names) {
        const parts = Float64Array.from(kept, (kind) => (kind.includes(name) ? 1 : 0));
        held.set(name, { from: size, parts });
      }
      this.sums.set(month, held);
      size += kept.length;
    }
    this.size = size;
  }

  of(period: string, cell: CellName): Sum {
    return monthsOf(period)
      .flatMap((month) => this.sums.get(month)?.get(cell) ?? [])
      .reduce((sum, part) => subtractSum(sum, part, -1), { from: 0, parts: new Float64Array(0) });
  }
}

/** Small cells of one line, by twos and all together, where even that is small. */
function secretsOfLine(line: readonly { sum: Sum; n: number }[], threshold: number): Secret[] {
  const add = (cells: readonly { sum: Sum; n: number }[]): Secret[] => {
    if (cells.reduce((total, { n }) => total + n, 0) >= threshold) return [];
    const none: Sum = { from: 0, parts: new Float64Array(0) };
    return [{ rest: cells.reduce((sum, cell) => subtractSum(sum, cell.sum, -1), none) }];
  };
  const twos = line.flatMap((one, place) =>
    line.slice(place + 1).flatMap((other) => add([one, other])),
  );
  return line.length > 2 ? [...twos, ...add(line)] : twos;
}

interface Options {
  /** fewer answers than this are nobody's to know */
  threshold: number;
  /** what was decided before; it stands as it is */
  settled?: ReadonlyMap<string, ReadonlySet<CellName>>;
  /** off only to show what it is for */
  secondary?: boolean;
}

/**
 * @param months of one calendar year, all ended
 * @param periods the keys of the ended periods of that year, whichever way round
 * @returns of every period the cells that may be published, those without answers left out
 */
export function publishable(
  months: readonly MonthOfAnswers[],
  periods: readonly string[],
  { threshold, settled = new Map(), secondary = true }: Options,
): Published {
  const ordered = sortedByAvailability(periods);
  const counted = new Map(ordered.map((key) => [key, sumOfMonths(key, months)]));
  const unknowns = new Unknowns(months);
  const known = new KnownSums();
  const secrets = secondary ? secretsOf([...counted.values()], unknowns, threshold) : [];
  const published: Published = new Map();

  for (const { key, cells } of counted.values()) {
    const decided = settled.get(key);
    const shown = new Set<CellName>();
    published.set(key, shown);
    // The total before its parts, and the larger before the smaller: what most people ask for comes first.
    const candidates = [...cells]
      .filter(([cell, n]) => (decided ? decided.has(cell) : n >= threshold))
      .sort(([a, n], [b, m]) => (a === 'all' ? -1 : b === 'all' ? 1 : m - n || (a < b ? -1 : 1)));
    for (const [cell] of candidates) {
      const news = known.rest(unknowns.of(key, cell));
      const tells = secrets.some(({ rest }) => proportional(rest, news));
      if (tells && !decided) continue;
      shown.add(cell);
      const at = known.keep(news);
      if (at === null) continue;
      for (const secret of secrets) {
        const part = secret.rest.parts[at - secret.rest.from] ?? 0;
        if (part !== 0) secret.rest = known.rest(secret.rest);
      }
    }
  }
  return published;
}

function secretsOf(
  periods: readonly PeriodOfAnswers[],
  unknowns: Unknowns,
  threshold: number,
): Secret[] {
  const lines = new Map<string, { sum: Sum; n: number }[]>();
  const secrets: Secret[] = [];
  const into = (line: string, cell: { sum: Sum; n: number }) =>
    lines.set(line, [...(lines.get(line) ?? []), cell]);
  for (const { key, cells } of periods) {
    for (const [name, n] of cells) {
      if (n === 0 || n >= threshold) continue;
      const cell = { sum: unknowns.of(key, name), n };
      secrets.push({ rest: cell.sum });
      into(`${key} ${dimensionOf(name)}`, cell);
      for (const whole of wholesOf(key)) into(`${whole} ${kindOfPeriod(key)} ${name}`, cell);
    }
  }
  return [...secrets, ...[...lines.values()].flatMap((line) => secretsOfLine(line, threshold))];
}
