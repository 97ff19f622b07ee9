import { isGeneral, latestOf, occasionFor } from './occasion.rules';
import type { Occasion, Plan } from './occasion.rules';

const occasion = (more: Partial<Occasion> = {}): Occasion => ({
  kind: 'any',
  outcome: 'any',
  service: null,
  afterDays: 0,
  reminderAfterDays: null,
  ...more,
});
const plan = (slug: string, number: number, ...occasions: Occasion[]): Plan => ({
  slug,
  number,
  occasions,
});
const rejected = { kind: 'assistance', outcome: 'rejected', service: 'school-bag' } as const;
const surveyAfter = (plans: Plan[], closing: Parameters<typeof occasionFor>[1] = rejected) => {
  const found = occasionFor(latestOf(plans), closing);
  return found && [found.plan.slug, found.plan.number];
};

test('a survey without occasions is asked after every contact, with one reminder after a week', () => {
  expect(occasionFor([plan('all', 1)], rejected)?.occasion).toEqual(
    occasion({ reminderAfterDays: 7 }),
  );
  expect(isGeneral(plan('all', 1))).toBe(true);
  expect(isGeneral(plan('some', 1, occasion({ kind: 'complaint' })))).toBe(false);
});

test('of several the one that fits most closely is asked', () => {
  const all = plan('all', 9);
  const ofKind = plan('kind', 1, occasion({ kind: 'assistance' }));
  const ofOutcome = plan('outcome', 1, occasion({ outcome: 'rejected' }));
  const ofService = plan('service', 1, occasion({ service: 'school-bag' }));
  expect(surveyAfter([all, ofOutcome])).toEqual(['outcome', 1]);
  expect(surveyAfter([all, ofOutcome, ofKind])).toEqual(['kind', 1]);
  expect(surveyAfter([all, ofOutcome, ofKind, ofService])).toEqual(['service', 1]);
  expect(surveyAfter([all, ofService], { ...rejected, service: null })).toEqual(['all', 9]);
});

test('of one survey only the highest version is asked, of two that fit alike the higher', () => {
  expect(surveyAfter([plan('all', 1), plan('all', 3), plan('all', 2)])).toEqual(['all', 3]);
  expect(surveyAfter([plan('one', 1), plan('two', 2)])).toEqual(['two', 2]);
  // The newer version is not for this contact: the older is over all the same.
  expect(surveyAfter([plan('all', 1), plan('all', 2, occasion({ kind: 'visit' }))])).toBeNull();
});

test('nobody is asked where no survey is for the contact', () => {
  expect(surveyAfter([])).toBeNull();
  expect(surveyAfter([plan('desk', 1, occasion({ kind: 'visit', outcome: 'served' }))])).toBeNull();
});
