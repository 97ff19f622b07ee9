import { answersTo, gradesOf, slicesBy, total } from './counts.rules';
import type { AnswerCount } from './counts.rules';

const count = (
  service: string | null,
  month: string,
  question: string,
  grade: number,
  n: number,
): AnswerCount => ({ service, month, question, grade, n });

const counts = [
  count('food', '2026-01', 'overall', 5, 6),
  count('food', '2026-02', 'overall', 2, 3),
  count(null, '2026-02', 'overall', 4, 1),
  count('food', '2026-02', 'speed', 3, 4),
];

describe('counts', () => {
  const overall = answersTo(counts, 'overall');

  it('make one slice for each key, the empty ones too, in the order given', () => {
    const months = ['2025-12', '2026-01', '2026-02'];
    expect(slicesBy(overall, months, ({ month }) => month)).toEqual([
      { key: '2025-12', n: 0, satisfied: 0 },
      { key: '2026-01', n: 6, satisfied: 6 },
      { key: '2026-02', n: 4, satisfied: 1 },
    ]);
  });

  it('leave out what has no key', () => {
    expect(slicesBy(overall, ['food'], ({ service }) => service ?? '')).toEqual([
      { key: 'food', n: 9, satisfied: 6 },
    ]);
  });

  it('add up to the total', () => {
    expect(total(overall, 'overall')).toEqual({ key: 'overall', n: 10, satisfied: 7 });
    expect(total([], 'overall')).toEqual({ key: 'overall', n: 0, satisfied: 0 });
  });

  it('unfold into grades', () => {
    expect(gradesOf(answersTo(counts, 'speed'))).toEqual([3, 3, 3, 3]);
  });
});
