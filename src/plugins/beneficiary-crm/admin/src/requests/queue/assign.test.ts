import type { Colleague } from '../../../../contracts/queue';
import { assignable, toOf } from './assign';

const colleague = (id: number, more: Partial<Colleague>): Colleague => ({
  id,
  name: `موظف ${id}`,
  me: false,
  state: 'present',
  awayUntil: null,
  open: 0,
  roles: [],
  branch: null,
  team: false,
  ...more,
});

test('oneself first, then whoever has least; the absent last, the gone not at all', () => {
  const people = [
    colleague(1, { open: 9 }),
    colleague(2, { state: 'away' }),
    colleague(3, { open: 2 }),
    colleague(4, { me: true, open: 50 }),
    colleague(5, { state: 'gone', open: 7 }),
  ];
  expect(assignable(people, '').map(({ id }) => id)).toEqual([4, 3, 1, 2]);
});

test('a name is found in any spelling', () => {
  const people = [colleague(1, { name: 'أحمد الحارثي' }), colleague(2, { name: 'هند العمري' })];
  expect(assignable(people, 'احمد').map(({ id }) => id)).toEqual([1]);
});

test.each([
  ['person:7', { person: 7 }],
  ['team:researcher', { team: 'researcher' }],
  ['nobody', { nobody: true }],
  ['team:strangers', null],
  ['person:', null],
  ['', null],
])('«%s» is sent as %j', (chosen, to) => {
  expect(toOf(chosen)).toEqual(to);
});
