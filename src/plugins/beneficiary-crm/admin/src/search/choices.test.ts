import type { PersonHit, RequestHit } from '../../../contracts/registry';
import { choicesOf, nextMarked } from './choices';

const result = {
  people: [{ id: 'a' }, { id: 'b' }] as PersonHit[],
  requests: [{ id: 'c' }] as RequestHit[],
  more: false,
};

it('shows people first, and requests only where they can be opened', () => {
  expect(choicesOf(result, true).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  expect(choicesOf(result, false).map(({ id }) => id)).toEqual(['a', 'b']);
  expect(choicesOf(null, true)).toEqual([]);
});

it('arrows go round; with nothing to mark, and for other keys, nothing happens', () => {
  expect(nextMarked('ArrowDown', null, 3)).toBe(0);
  expect(nextMarked('ArrowDown', 2, 3)).toBe(0);
  expect(nextMarked('ArrowUp', 0, 3)).toBe(2);
  expect(nextMarked('ArrowUp', null, 3)).toBe(2);
  expect(nextMarked('ArrowDown', null, 0)).toBeUndefined();
  expect(nextMarked('a', 1, 3)).toBeUndefined();
});
