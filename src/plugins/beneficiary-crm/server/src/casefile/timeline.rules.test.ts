import type { EventType } from '../policy/events.policy';
import type { RecordedEvent } from '../kernel/unit-of-work';
import { toldToOfficers } from './timeline.rules';

let seq = 0;
const event = (type: EventType, message?: string, template?: string): RecordedEvent => ({
  seq: (seq += 1),
  at: new Date('2026-04-01T09:00:00Z'),
  type,
  actor: { kind: 'system' },
  ...(message ? { subject: { kind: 'message', id: message } } : {}),
  data: template ? { template } : {},
});
const told = (...events: RecordedEvent[]) =>
  toldToOfficers(events).map(({ event: { type }, template }) => [type, template]);

test('a message is told once, by the last that happened to it and with what it was', () => {
  expect(
    told(
      event('request.submitted'),
      event('message.created', 'a', 'received'),
      event('message.created', 'b', 'asked_for_more'),
      event('message.sent', 'a'),
      event('request.check_started'),
      event('message.failed', 'b'),
      event('message.handed_over', 'b'),
    ),
  ).toEqual([
    ['request.submitted', null],
    ['message.sent', 'received'],
    ['request.check_started', null],
    ['message.handed_over', 'asked_for_more'],
  ]);
});

test('of evaluations nothing is told, neither the event nor the message that invites to it', () => {
  expect(
    told(
      event('request.completed'),
      event('evaluation.invited'),
      event('message.created', 'c', 'evaluation_invitation'),
      event('message.handed_over', 'c'),
      event('evaluation.received'),
    ),
  ).toEqual([['request.completed', null]]);
});

test('a message whose making is not on record is told without its name', () => {
  expect(told(event('message.sent', 'd'))).toEqual([['message.sent', null]]);
});

test('of a vote the opening and the close are told, and not who voted when', () => {
  expect(
    told(
      event('item.attendance_recorded'),
      event('item.opened'),
      event('item.ballot_cast'),
      event('item.recused'),
      event('item.closed'),
    ),
  ).toEqual([
    ['item.opened', null],
    ['item.recused', null],
    ['item.closed', null],
  ]);
});
