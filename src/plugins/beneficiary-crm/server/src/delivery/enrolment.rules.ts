import type { EnrolmentCheck, EnrolmentItem } from '../../../contracts/delivery';

/** What is known when somebody is to be enrolled (S6), as plain values. */
export interface EnrolmentFacts {
  /** of the documents that were seen for the person's file */
  identity: 'valid' | 'expired' | 'not_seen';
  reachable: boolean;
  /** the consent that every service rests on */
  consent: boolean;
  /** every required paper is there */
  papers: boolean;
  /** money is to be transferred, so the account must be known */
  needsAccount: boolean;
  account: boolean;
  household: boolean;
}

/** Without these nobody is enrolled. An identity is seen at the enrolment itself, and a household can follow. */
const blocking: ReadonlySet<EnrolmentItem> = new Set([
  'contact',
  'consent',
  'papers',
  'bank_account',
]);

/** Everything that a complete enrolment holds, each by its name: there, or still missing. */
export function checkEnrolment(facts: EnrolmentFacts): EnrolmentCheck {
  const there = (is: boolean) => (is ? 'there' : 'missing');
  const states: Record<EnrolmentItem, EnrolmentCheck['items'][number]['state']> = {
    identity:
      facts.identity === 'valid' ? 'there' : facts.identity === 'expired' ? 'expired' : 'missing',
    contact: there(facts.reachable),
    consent: there(facts.consent),
    papers: there(facts.papers),
    bank_account: facts.needsAccount ? there(facts.account) : 'not_needed',
    household: there(facts.household),
  };
  const items = (Object.keys(states) as EnrolmentItem[]).map((name) => ({
    name,
    state: states[name],
    blocks: blocking.has(name) && states[name] === 'missing',
  }));
  return { items, mayEnrol: items.every(({ blocks }) => !blocks) };
}
