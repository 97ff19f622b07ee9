import fc from 'fast-check';
import { addDays } from '../kernel/calendar.rules';
import { inForce } from './authority.rules';

const today = '2026-11-01';
const held = { validFrom: null, validUntil: null, ended: false, holderStatus: null } as const;

test.each([
  [{}, true],
  [{ validUntil: today }, true],
  [{ validUntil: '2026-10-31' }, false],
  [{ validFrom: today }, true],
  [{ validFrom: '2026-11-02' }, false],
  [{ ended: true }, false],
  [{ holderStatus: 'archived' as const }, true],
  [{ holderStatus: 'deceased' as const }, false],
])('%j: %s', (more, expected) => {
  expect(inForce({ ...held, ...more }, today)).toBe(expected);
});

test('holds on every day from the first to the last, and on no other', () => {
  const days = fc.integer({ min: -400, max: 400 });
  fc.assert(
    fc.property(days, days, (from, until) => {
      const authority = {
        ...held,
        validFrom: addDays(today, from),
        validUntil: addDays(today, until),
      };
      expect(inForce(authority, today)).toBe(from <= 0 && until >= 0);
    }),
  );
});
