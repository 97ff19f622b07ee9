import fc from 'fast-check';
import { filled, placed, timeUsed } from './order';

test.each([
  [0, 2, 'bca'],
  [2, 0, 'cab'],
  [1, 1, 'abc'],
  [0, -1, 'abc'],
  [2, 9, 'abc'],
])('the line at %i to %i', (from, to, order) => {
  expect(placed(['a', 'b', 'c'], from, to).join('')).toBe(order);
});

test('however lines are moved, none is lost and none is there twice', () =>
  fc.assert(
    fc.property(
      fc.array(fc.nat(), { minLength: 1 }),
      fc.integer(),
      fc.integer(),
      (list, from, to) => {
        const at = Math.abs(from) % list.length;
        expect(placed(list, at, to).sort()).toEqual([...list].sort());
      },
    ),
  ));

test('time that is used, and that is too much', () => {
  expect(timeUsed([10, 20, null], 25)).toEqual({ used: 30, available: 25, over: 5 });
  expect(timeUsed([10, 15], 25).over).toBe(0);
  expect(timeUsed([10, 15], null)).toEqual({ used: 25, available: null, over: 0 });
});

test('an agenda is filled until the time is used up, and holds one item at least', () => {
  const ready = ['a', 'b', 'c'].map((requestId) => ({ requestId }));
  expect(filled(ready, 10, 25)).toEqual(['a', 'b']);
  expect(filled(ready, 10, 5)).toEqual(['a']);
  expect(filled(ready, 10, null)).toEqual(['a', 'b', 'c']);
  expect(filled([], 10, 60)).toEqual([]);
});
