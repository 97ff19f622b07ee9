import fc from 'fast-check';
import { fileStatuses } from '../../../contracts/vocabulary';
import {
  consequencesOf,
  inOutreach,
  mayTake,
  refusesStatus,
  standingOf,
  standingSteps,
} from './standing.rules';

const status = fc.constantFrom(...fileStatuses);

test('an active file closes no door, and nobody is hidden from who looks for them', () => {
  expect(consequencesOf('active', true)).toEqual([]);
  for (const one of fileStatuses) expect(standingOf(one).foundInSearch).toBe(true);
});

test.each([
  ['paused', ['no_enrol', 'no_receive_service', 'no_offer']],
  ['archived', ['no_request', 'no_enrol', 'no_receive_service', 'no_offer']],
  ['deceased', ['no_request', 'no_enrol', 'no_receive_service', 'no_contact', 'no_offer']],
] as const)('%s: %j', (one, closed) => {
  expect(consequencesOf(one, false)).toEqual(closed);
});

test('a head who died is to be replaced, and nobody else', () => {
  fc.assert(
    fc.property(status, fc.boolean(), (one, head) => {
      const told = consequencesOf(one, head).includes('head_to_replace');
      expect(told).toBe(one === 'deceased' && head);
    }),
  );
});

test('what an officer is told is what the server refuses', () => {
  fc.assert(
    fc.property(status, fc.constantFrom(...standingSteps), (one, step) => {
      expect(consequencesOf(one, false).includes(`no_${step}`)).toBe(!mayTake(one, step));
    }),
  );
});

test('outreach needs both an active file and a consent', () => {
  fc.assert(
    fc.property(status, fc.boolean(), (one, agreed) => {
      expect(inOutreach(one, agreed)).toBe(one === 'active' && agreed);
    }),
  );
});

test('a file becomes active again only with a consent, and never what it is', () => {
  fc.assert(
    fc.property(status, status, fc.boolean(), (from, to, serviceWithdrawn) => {
      const refusal = refusesStatus(from, to, { serviceWithdrawn });
      if (from === to) expect(refusal).toBe('same_status');
      else expect(refusal).toBe(to === 'active' && serviceWithdrawn ? 'consent_withdrawn' : null);
    }),
  );
});
