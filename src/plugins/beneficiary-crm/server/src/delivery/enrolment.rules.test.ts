import { checkEnrolment } from './enrolment.rules';
import type { EnrolmentFacts } from './enrolment.rules';

const whole: EnrolmentFacts = {
  identity: 'valid',
  reachable: true,
  consent: true,
  papers: true,
  needsAccount: true,
  account: true,
  household: true,
};

it('a whole enrolment lacks nothing', () => {
  const { items, mayEnrol } = checkEnrolment(whole);
  expect(mayEnrol).toBe(true);
  expect(items.map(({ state }) => state)).toEqual(Array(6).fill('there'));
});

it.each([
  ['contact', { reachable: false }],
  ['consent', { consent: false }],
  ['papers', { papers: false }],
  ['bank_account', { account: false }],
] as const)('%s must be there, and blocks by its name', (name, lacks) => {
  const { items, mayEnrol } = checkEnrolment({ ...whole, ...lacks });
  expect(mayEnrol).toBe(false);
  expect(items.filter(({ blocks }) => blocks)).toEqual([{ name, state: 'missing', blocks: true }]);
});

it.each([
  ['identity', { identity: 'not_seen' }, 'missing'],
  ['identity', { identity: 'expired' }, 'expired'],
  ['household', { household: false }, 'missing'],
] as const)('%s is shown and can follow', (name, lacks, state) => {
  const { items, mayEnrol } = checkEnrolment({ ...whole, ...lacks });
  expect(mayEnrol).toBe(true);
  expect(items).toContainEqual({ name, state, blocks: false });
});

it('an account is asked for only where money is transferred', () => {
  const { items, mayEnrol } = checkEnrolment({ ...whole, needsAccount: false, account: false });
  expect(mayEnrol).toBe(true);
  expect(items).toContainEqual({ name: 'bank_account', state: 'not_needed', blocks: false });
});
