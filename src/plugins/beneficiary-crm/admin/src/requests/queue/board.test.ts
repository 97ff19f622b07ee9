import fc from 'fast-check';
import { neighbour } from './board';
import type { BoardMove } from './board';

const board = [['a', 'b', 'c'], [], ['d']];

test.each<[string | null, BoardMove, string]>([
  [null, 'next', 'a'],
  ['a', 'next', 'b'],
  ['c', 'next', 'c'],
  ['a', 'previous', 'a'],
  ['c', 'later', 'd'],
  ['d', 'earlier', 'a'],
  ['d', 'later', 'd'],
  ['a', 'earlier', 'a'],
  ['gone', 'later', 'a'],
])('from %s «%s» leads to %s', (from, move, to) => {
  expect(neighbour(board, from, move)).toBe(to);
});

test('an empty board leads nowhere', () => {
  expect(neighbour([[], []], null, 'next')).toBeNull();
});

test('whatever is pressed, one stays on a card of the board, and every card can be reached', () =>
  fc.assert(
    fc.property(
      fc.array(fc.nat({ max: 4 }), { minLength: 1, maxLength: 6 }),
      fc.array(fc.constantFrom<BoardMove>('next', 'previous', 'later', 'earlier'), {
        maxLength: 30,
      }),
      (sizes, moves) => {
        const columns = sizes.map((size, column) =>
          Array.from({ length: size }, (_, place) => `${column}.${place}`),
        );
        const cards = columns.flat();
        let at: string | null = null;
        for (const move of moves) {
          at = neighbour(columns, at, move);
          expect(at === null ? cards.length === 0 : cards.includes(at)).toBe(true);
        }
        const reached = new Set<string>();
        for (let waiting = cards.slice(0, 1); waiting.length > 0;) {
          const next: string[] = waiting.flatMap((card) =>
            (['next', 'previous', 'later', 'earlier'] as const).flatMap(
              (move) => neighbour(columns, card, move) ?? [],
            ),
          );
          for (const card of waiting) reached.add(card);
          waiting = [...new Set(next)].filter((card) => !reached.has(card));
        }
        expect(reached.size).toBe(cards.length);
      },
    ),
  ));
