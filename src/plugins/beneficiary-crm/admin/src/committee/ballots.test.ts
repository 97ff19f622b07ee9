import { unanswered, withBallot, withoutBallot } from './ballots';

const path = '/sessions/a/items/b';
const accept = { choice: 'accept' } as const;
const defer = { choice: 'defer', missing: 'عقد الإيجار' } as const;

test('the same ballot sent again keeps its key, so that it counts once', () => {
  const once = withBallot([], path, accept, 'first');
  expect(withBallot(once, path, { ...accept }, 'second')).toEqual([
    { path, body: accept, key: 'first' },
  ]);
});

test('another ballot for the same item takes its place, under a key of its own', () => {
  const once = withBallot([], path, accept, 'first');
  expect(withBallot(once, path, defer, 'second')).toEqual([{ path, body: defer, key: 'second' }]);
});

test('an answer takes away its own ballot, and not the one that took its place meanwhile', () => {
  const [sent, ...none] = withBallot([], path, accept, 'first');
  if (!sent) throw new Error('nothing was kept');
  expect(none).toEqual([]);
  expect(withoutBallot([sent], sent)).toEqual([]);
  const changed = withBallot([sent], path, defer, 'second');
  expect(withoutBallot(changed, sent)).toEqual(changed);
});

test('ballots for several items wait side by side, in the order in which they were cast', () => {
  const two = withBallot(withBallot([], path, accept, '1'), '/sessions/a/items/c', accept, '2');
  expect(two.map(({ key }) => key)).toEqual(['1', '2']);
});

test('only what may have arrived is sent again: a refusal is an answer', () => {
  expect([null, 429, 500, 502, 503].every(unanswered)).toBe(true);
  expect([400, 401, 403, 404, 409, 422].some(unanswered)).toBe(false);
});
