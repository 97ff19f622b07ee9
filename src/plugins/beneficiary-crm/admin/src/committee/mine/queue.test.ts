import { nextUp } from './queue';

const items = [{ itemId: 'a' }, { itemId: 'b' }, { itemId: 'c' }];
const order = (later: string[]) => nextUp(items, later).map(({ itemId }) => itemId);

test('what waits comes in the order of the agenda', () => {
  expect(order([])).toEqual(['a', 'b', 'c']);
});

test('what was put off comes at the end, in the order in which it was', () => {
  expect(order(['a'])).toEqual(['b', 'c', 'a']);
  expect(order(['b', 'a'])).toEqual(['c', 'b', 'a']);
});

test('nothing is lost by putting everything off', () => {
  expect(order(['c', 'b', 'a'])).toEqual(['c', 'b', 'a']);
});
