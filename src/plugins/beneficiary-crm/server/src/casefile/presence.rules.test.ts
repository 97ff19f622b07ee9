import { othersThere, presenceSeconds, stillThere } from './presence.rules';

const now = new Date('2026-11-22T09:00:00Z');
const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000);
const one = (staffId: number, doing: 'looking' | 'writing', since: number, seen = 1) => ({
  staffId,
  doing,
  since: ago(since),
  seenAt: ago(seen),
});

test('who writes stands first, then who came first; oneself is not told', () => {
  const seen = [
    one(1, 'looking', 90),
    one(2, 'looking', 60),
    one(3, 'writing', 10),
    one(4, 'looking', 70),
  ];
  expect(othersThere(seen, 4, now).map(({ staffId }) => staffId)).toEqual([3, 1, 2]);
});

test('who was not heard of for a while is gone', () => {
  expect(stillThere(one(1, 'looking', 99, presenceSeconds - 1), now)).toBe(true);
  expect(stillThere(one(1, 'looking', 99, presenceSeconds), now)).toBe(false);
  expect(othersThere([one(1, 'writing', 99, presenceSeconds + 1)], 2, now)).toEqual([]);
});
