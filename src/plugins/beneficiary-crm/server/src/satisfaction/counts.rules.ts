import type { Slice } from './figures.rules';

/** So many answers of one grade to one question. What the database groups by, and nothing finer. */
export interface AnswerCount {
  /** slug; null for requests without a service */
  service: string | null;
  /** YYYY-MM */
  month: string;
  question: string;
  grade: number;
  n: number;
}

export const answersTo = (counts: readonly AnswerCount[], question: string): AnswerCount[] =>
  counts.filter((count) => count.question === question);

/** One slice for each of the keys, in their order, the empty ones too. Satisfied are grades 4 and 5. */
export function slicesBy(
  counts: readonly AnswerCount[],
  keys: readonly string[],
  keyOf: (count: AnswerCount) => string,
): Slice[] {
  const slices = new Map<string, Slice>(keys.map((key) => [key, { key, n: 0, satisfied: 0 }]));
  for (const count of counts) {
    const slice = slices.get(keyOf(count));
    if (!slice) continue;
    slice.n += count.n;
    if (count.grade >= 4) slice.satisfied += count.n;
  }
  return [...slices.values()];
}

/** All answers as one slice. */
export function total(counts: readonly AnswerCount[], key: string): Slice {
  return slicesBy(counts, [key], () => key)[0] ?? { key, n: 0, satisfied: 0 };
}

/** Each answer's grade, as often as it was given. */
export const gradesOf = (counts: readonly AnswerCount[]): number[] =>
  counts.flatMap(({ grade, n }) => Array.from({ length: n }, () => grade));
