import { changesSince, lastSeen } from './changes';
import type { Happened } from './changes';

const event = (seq: number): Happened => ({
  seq,
  at: '2026-11-22T09:00:00.000Z',
  event: 'request.item_checked',
  text: 'جرى التحقق من بند',
  actor: 'سارة',
  detail: null,
});

test('what came after the last event that was on the screen, oldest first', () => {
  const before = { timeline: [event(4), event(7), event(5)] };
  expect(lastSeen(before)).toBe(7);
  const after = { timeline: [event(9), ...before.timeline, event(8)] };
  expect(changesSince(after, lastSeen(before)).map(({ seq }) => seq)).toEqual([8, 9]);
  expect(changesSince(before, lastSeen(before))).toEqual([]);
});

test('a request without events has been seen whole', () => {
  expect(lastSeen({ timeline: [] })).toBe(0);
});
