import fc from 'fast-check';
import { requestKinds, requestStatuses } from '../../../contracts/vocabulary';
import type { Permission } from '../policy/roles.policy';
import { transitions } from '../policy/transitions.policy';
import {
  byRule,
  lightest,
  mayHold,
  refusalsOfGiver,
  refusalsOfHolder,
  workOn,
} from './assign.rules';
import type { Assignable, Worker } from './assign.rules';

const officer: Worker = {
  id: 1,
  name: 'ريم',
  active: true,
  permissions: new Set<Permission>(['requests.read', 'requests.check']),
  roles: ['relations_officer'],
  branch: null,
  away: false,
  awayUntil: null,
  deputy: null,
};
const other: Worker = { ...officer, id: 2, name: 'بندر' };
const delegate: Worker = { ...officer, id: 3, roles: ['delegate'], branch: 'wadi' };
const request: Assignable = {
  kind: 'assistance',
  status: 'submitted',
  branch: null,
  serviceSlug: 'school-bag',
  assignee: null,
  ended: false,
  stage: 1,
  firstHandler: null,
  about: null,
};
const rule = (to: { person: number } | { team: 'relations_officer' | 'delegate' }, more = {}) => ({
  kind: null,
  service: null,
  branch: null,
  to,
  ...more,
});
const none = new Map<number, number>();

test('the work on a request is what the table asks of the staff in its status', () => {
  expect(workOn(request)).toEqual(['requests.check']);
  expect(workOn({ kind: 'assistance', status: 'social_research' })).toContain('research.study');
  expect(workOn({ kind: 'assistance', status: 'in_delivery' })).toContain('delivery.record');
});

test('there is somebody whose work a request is, in every status of every kind', () => {
  for (const kind of requestKinds)
    for (const status of requestStatuses)
      expect([kind, status, workOn({ kind, status }).length > 0]).toEqual([kind, status, true]);
  expect(transitions.length).toBeGreaterThan(0);
});

test.each<[string, Partial<Worker>, Partial<Assignable>, string[]]>([
  ['may have it', {}, {}, []],
  ['can no longer sign in', { active: false }, {}, ['assignee_gone']],
  ['serves another branch', { branch: 'wadi' }, { branch: 'north' }, ['assignee_other_branch']],
  ['serves a branch, and it has none', { branch: 'wadi' }, {}, ['assignee_other_branch']],
  ['serves its branch', { branch: 'wadi' }, { branch: 'wadi' }, []],
  [
    'only records deliveries',
    { permissions: new Set<Permission>(['requests.read', 'delivery.record']) },
    {},
    ['assignee_cannot_work'],
  ],
  [
    'had the first stage',
    {},
    { kind: 'complaint', stage: 2, firstHandler: 1 },
    ['assignee_first_stage'],
  ],
  ['had not the first stage', {}, { kind: 'complaint', stage: 2, firstHandler: 2 }, []],
  ['is complained about', {}, { kind: 'complaint', about: 1 }, ['assignee_complained_about']],
])('one who %s', (_, worker, of, refusals) => {
  expect(refusalsOfHolder({ ...officer, ...worker }, { ...request, ...of })).toEqual(refusals);
});

test('nobody at all can hold nothing', () => {
  expect(refusalsOfHolder(undefined, request)).toEqual(['assignee_gone']);
});

test.each<[string, Permission[], Partial<Assignable>, number | null, string[]]>([
  ['takes what nobody has', [], {}, 1, []],
  ['takes what a colleague has', [], { assignee: 2 }, 1, ['not_yours_to_give']],
  ['gives what nobody has to another', [], {}, 2, ['not_yours_to_give']],
  ['gives away the own', [], { assignee: 1 }, 2, []],
  ['puts the own back', [], { assignee: 1 }, null, []],
  ['gives anything with the permission', ['requests.assign'], { assignee: 2 }, 3, []],
  ['gives what has ended', ['requests.assign'], { ended: true }, 3, ['request_ended']],
])('one who %s', (_, permissions, of, to, refusals) => {
  expect(
    refusalsOfGiver({ id: 1, permissions: new Set(permissions) }, { ...request, ...of }, to),
  ).toEqual(refusals);
});

test('the first rule that fits decides, and one whose people cannot leaves it to the next', () => {
  const people = [officer, other, delegate];
  const rules = [
    rule({ person: 2 }, { kind: 'complaint' }),
    rule({ team: 'delegate' }, { service: 'school-bag' }),
    rule({ person: 1 }),
  ];
  expect(byRule(rules, people, none, request)).toMatchObject({ rule: 2, to: { id: 1 } });
  expect(byRule(rules, people, none, { ...request, branch: 'wadi' })).toMatchObject({
    rule: 1,
    to: { id: 3 },
  });
  expect(byRule(rules, people, none, { ...request, kind: 'complaint' })).toMatchObject({
    rule: 0,
    to: { id: 2 },
  });
  expect(byRule([], people, none, request)).toBeNull();
});

test('while the one who is named is away the deputy gets it, and with none the next rule', () => {
  const away = { ...officer, away: true, deputy: 2 };
  expect(byRule([rule({ person: 1 })], [away, other], none, request)?.to.id).toBe(2);
  expect(
    byRule([rule({ person: 1 })], [{ ...away, deputy: null }, other], none, request),
  ).toBeNull();
  const both = [away, { ...other, away: true }];
  expect(byRule([rule({ person: 1 })], both, none, request)).toBeNull();
  expect(byRule([rule({ team: 'relations_officer' })], [away, other], none, request)?.to.id).toBe(
    2,
  );
});

test('a team shares by load: whoever gets one never had more than another who could', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ load: fc.nat(20), away: fc.boolean(), active: fc.boolean() }), {
        maxLength: 12,
      }),
      (given) => {
        const people = given.map(({ away, active }, id) => ({ ...officer, id, away, active }));
        const loads = new Map(given.map(({ load }, id) => [id, load]));
        const able = people.filter((one) => !one.away && mayHold(one, request));
        const found = byRule([rule({ team: 'relations_officer' })], people, loads, request);
        if (able.length === 0) expect(found).toBeNull();
        else {
          expect(able.map(({ id }) => id)).toContain(found?.to.id);
          const least = Math.min(...able.map(({ id }) => loads.get(id) ?? 0));
          expect(loads.get(found?.to.id ?? -1)).toBe(least);
        }
      },
    ),
  );
});

test('many requests given one after the other are shared evenly', () => {
  const people = [officer, other, { ...officer, id: 9 }];
  const loads = new Map([[1, 4]]);
  for (let n = 0; n < 14; n += 1) {
    const one = lightest(people, loads);
    if (one) loads.set(one.id, (loads.get(one.id) ?? 0) + 1);
  }
  expect([...loads.values()]).toEqual([6, 6, 6]);
});
