import fc from 'fast-check';
import type { AssignmentRule } from '../../../../contracts/queue';
import { requestKinds } from '../../../../contracts/vocabulary';
import { draftOf, moved, newRule, rulesOf } from './rules';

const rule: fc.Arbitrary<AssignmentRule> = fc.record({
  kind: fc.option(fc.constantFrom(...requestKinds)),
  service: fc.option(fc.constantFrom('school-bag', 'family-support')),
  branch: fc.option(fc.constant('wadi')),
  to: fc.oneof(
    fc.record({ person: fc.integer({ min: 1, max: 99 }) }),
    fc.record({ team: fc.constantFrom('researcher' as const, 'relations_officer' as const) }),
  ),
});

test('rules that are opened and kept again are the same rules', () =>
  fc.assert(
    fc.property(fc.array(rule), (rules) => {
      expect(rulesOf(rules.map(draftOf))).toEqual(rules);
    }),
  ));

test('a rule without anybody to give to is not sent', () => {
  expect(rulesOf([newRule])).toBeNull();
});

test.each([
  [0, 1, 'bac'],
  [1, -1, 'bac'],
  [2, 1, 'abc'],
  [0, -1, 'abc'],
] as const)('the rule at %i, moved by %i', (from, by, order) => {
  expect(moved(['a', 'b', 'c'], from, by).join('')).toBe(order);
});
