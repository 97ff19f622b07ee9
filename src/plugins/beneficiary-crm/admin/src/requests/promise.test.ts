import { promiseWords } from './promise';

test.each([
  [{ daysLeft: 9, overdue: false, paused: false }, 'promise.left', 9, null],
  [{ daysLeft: 3, overdue: false, paused: false }, 'promise.left', 3, 'warning'],
  [{ daysLeft: 0, overdue: false, paused: false }, 'promise.today', 0, 'warning'],
  [{ daysLeft: -2, overdue: true, paused: false }, 'promise.overdue', 2, 'danger'],
  [{ daysLeft: 1, overdue: false, paused: true }, 'promise.paused', 1, null],
])('%o is said with %s', (promise, key, days, tone) => {
  expect(promiseWords(promise)).toEqual({ key, days, tone });
});

test('a paused promise is never coloured, not even when its date has gone by', () => {
  expect(promiseWords({ daysLeft: -5, overdue: true, paused: true }).tone).toBeNull();
});
