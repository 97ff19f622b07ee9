import { linkState } from './answer-link.rules';
import type { LinkFacts } from './answer-link.rules';

const asked = new Date('2026-11-01T09:00:00Z');
const deadline = new Date('2026-11-15T09:00:00Z');
const link: LinkFacts = {
  askedAt: asked,
  usedAt: null,
  status: 'awaiting_applicant',
  owedSince: new Date(asked),
  deadline,
};

test.each<[string, Partial<LinkFacts>, Date, ReturnType<typeof linkState>]>([
  ['while the applicant is waited for', {}, asked, 'open'],
  ['a moment before the deadline', {}, new Date(deadline.getTime() - 1), 'open'],
  ['at the deadline', {}, deadline, 'expired'],
  ['after it was used', { usedAt: asked }, asked, 'used'],
  ['after it was used and the deadline passed', { usedAt: asked }, deadline, 'used'],
  ['when the request moved on', { status: 'checking' }, asked, 'expired'],
  ['when nothing is owed any more', { owedSince: null, deadline: null }, asked, 'expired'],
  ['when something was asked anew', { owedSince: new Date(asked.getTime() + 1) }, asked, 'expired'],
])('%s: %#', (_, more, now, state) => {
  expect(linkState({ ...link, ...more }, now)).toBe(state);
});
