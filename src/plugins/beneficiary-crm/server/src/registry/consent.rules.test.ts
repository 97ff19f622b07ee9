import fc from 'fast-check';
import { consentPurposes } from '../../../contracts/vocabulary';
import { addsNothing, agreedTo, pausesFile, serviceWithdrawn } from './consent.rules';
import type { Consent } from './consent.rules';

const at = new Date('2026-01-01T09:00:00Z');
const consent = (purpose: Consent['purpose'], withdrawn = false, noticeVersion = '1'): Consent => ({
  purpose,
  noticeVersion,
  givenAt: at,
  withdrawnAt: withdrawn ? at : null,
});
const anyConsents = fc.array(
  fc
    .record({
      purpose: fc.constantFrom(...consentPurposes),
      withdrawn: fc.boolean(),
      version: fc.constantFrom('1', '2'),
    })
    .map(({ purpose, withdrawn, version }) => consent(purpose, withdrawn, version)),
);

test('only the consent to be served carries the file', () => {
  expect(consentPurposes.filter(pausesFile)).toEqual(['service']);
});

test('silence is no consent, and no withdrawal either', () => {
  for (const purpose of consentPurposes) expect(agreedTo([], purpose)).toBe(false);
  expect(serviceWithdrawn([])).toBe(false);
  expect(serviceWithdrawn([consent('awareness', true)])).toBe(false);
});

test('who took the consent back and gave it anew is served again', () => {
  expect(serviceWithdrawn([consent('service', true)])).toBe(true);
  expect(serviceWithdrawn([consent('service', true), consent('service')])).toBe(false);
});

test('to be served is withdrawn only where it was given and nothing of it stands', () => {
  fc.assert(
    fc.property(anyConsents, (held) => {
      const given = held.some(({ purpose }) => purpose === 'service');
      expect(serviceWithdrawn(held)).toBe(given && !agreedTo(held, 'service'));
    }),
  );
});

test('after a withdrawal of a purpose nothing of it stands, and the others are as they were', () => {
  fc.assert(
    fc.property(anyConsents, fc.constantFrom(...consentPurposes), (held, purpose) => {
      const after = held.map((one) =>
        one.purpose === purpose ? { ...one, withdrawnAt: at } : one,
      );
      expect(agreedTo(after, purpose)).toBe(false);
      for (const other of consentPurposes.filter((one) => one !== purpose))
        expect(agreedTo(after, other)).toBe(agreedTo(held, other));
    }),
  );
});

test('the same words twice add nothing; a new version does', () => {
  const held = [consent('sharing')];
  expect(addsNothing(held, { purpose: 'sharing', noticeVersion: '1' })).toBe(true);
  expect(addsNothing(held, { purpose: 'sharing', noticeVersion: '2' })).toBe(false);
  expect(addsNothing([consent('sharing', true)], { purpose: 'sharing', noticeVersion: '1' })).toBe(
    false,
  );
});
