/**
 * What can be worked out by adding and subtracting known sums of unknowns: linear algebra over a prime field. It is
 * exact, where floating point would guess; a prime this large takes no two different sums of ours for the same.
 */

/** The largest prime below 2²⁶: the product of two residues is still an exact number. */
const prime = 67_108_859;

/** A sum of unknowns: how often each is in it, from the unknown number `from` on; the others are not in it. */
export interface Sum {
  from: number;
  parts: Float64Array;
}

function inverse(value: number): number {
  let result = 1;
  let base = value;
  for (let power = prime - 2; power > 0; power = Math.floor(power / 2)) {
    if (power % 2 === 1) result = (result * base) % prime;
    base = (base * base) % prime;
  }
  return result;
}

const modulo = (value: number): number => ((value % prime) + prime) % prime;

/** The one sum less so many times the other. */
export function subtractSum(one: Sum, other: Sum, times: number): Sum {
  if (one.parts.length === 0) one = { from: other.from, parts: one.parts };
  const from = Math.min(one.from, other.from);
  const to = Math.max(one.from + one.parts.length, other.from + other.parts.length);
  const parts = new Float64Array(to - from);
  parts.set(one.parts, one.from - from);
  const factor = modulo(-times);
  for (let at = 0; at < other.parts.length; at += 1) {
    const part = other.parts[at] ?? 0;
    if (part === 0) continue;
    const place = at + other.from - from;
    parts[place] = modulo((parts[place] ?? 0) + factor * part);
  }
  return { from, parts };
}

const first = ({ from, parts }: Sum): number | null => {
  const at = parts.findIndex((part) => part !== 0);
  return at === -1 ? null : from + at;
};

const partAt = ({ from, parts }: Sum, at: number): number => parts[at - from] ?? 0;

/** Whether one is a multiple of the other; nothing is a multiple of nothing. */
export function proportional(one: Sum, other: Sum): boolean {
  const at = first(other);
  if (at === null || first(one) !== at) return false;
  const times = (partAt(one, at) * inverse(partAt(other, at))) % prime;
  return first(subtractSum(one, other, times)) === null;
}

/** Sums whose values are known, in echelon form: each leads with an unknown in which no other leads. */
export class KnownSums {
  private readonly leading = new Map<number, Sum>();

  /** What is left of a sum once all that can be worked out is taken from it; nothing left: it is known itself. */
  rest(sum: Sum): Sum {
    let left = sum;
    for (let at = left.from; at < left.from + left.parts.length; at += 1) {
      const part = partAt(left, at);
      const row = part === 0 ? undefined : this.leading.get(at);
      if (row) left = subtractSum(left, row, part);
    }
    return left;
  }

  /** Takes in what `rest` has left of a sum. @returns the unknown that it leads with; null: it was known */
  keep(rest: Sum): number | null {
    const at = first(rest);
    if (at === null) return null;
    const factor = inverse(partAt(rest, at));
    this.leading.set(at, {
      from: rest.from,
      parts: rest.parts.map((part) => (part * factor) % prime),
    });
    return at;
  }

  /** @returns whether it tells anything new */
  add(sum: Sum): boolean {
    return this.keep(this.rest(sum)) !== null;
  }
}
