import { beside, onWall } from './wall';
import type { WallItem } from './wall';

const item = (id: string, status: WallItem['status']): WallItem => ({
  id,
  position: 1,
  reference: '',
  serviceName: null,
  kind: 'assistance',
  status,
  turnout: null,
  outcome: null,
  steps: [],
});
const items = [item('a', 'decided'), item('b', 'closed'), item('c', 'pending')];

test.each([
  ['the open one', [...items, item('d', 'open')], null, 'd'],
  ['the one that was just closed', items, null, 'b'],
  [
    'the next, when nothing waits for its decision',
    [item('a', 'decided'), item('c', 'pending')],
    null,
    'c',
  ],
  ['the chosen one before any', [...items, item('d', 'open')], 'a', 'a'],
  ['the chosen one is gone', items, 'gone', 'b'],
  ['the last, when all is done', [item('a', 'decided'), item('e', 'decided')], null, 'e'],
] as const)('on the wall: %s', (_name, list, chosen, shown) => {
  const current = list.find(({ status }) => status === 'pending')?.id ?? null;
  expect(onWall({ items: [...list], current }, chosen)?.id).toBe(shown);
});

test('an empty agenda shows nothing', () => {
  expect(onWall({ items: [], current: null }, null)).toBeNull();
});

test('the keys go through the items, and stay at the ends', () => {
  const [a, , c] = items;
  expect([
    beside(items, a ?? null, -1),
    beside(items, a ?? null, 1),
    beside(items, c ?? null, 1),
  ]).toEqual(['a', 'b', 'c']);
});
