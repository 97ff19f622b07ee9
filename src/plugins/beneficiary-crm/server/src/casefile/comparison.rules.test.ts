import { comparisonRows, mayBeTaken } from './comparison.rules';
import type { Held, Stated } from './comparison.rules';

const stated: Stated = {
  name: 'أحمد بن عبد الله الحارثي',
  identity: { type: 'national_id', index: 'index-1', last3: '008' },
  phone: '+966551234567',
  email: 'Ahmad@example.com',
  city: 'قيا',
  birth: null,
  householdSize: 6,
  preferredChannel: null,
};
const held: Held = {
  name: 'احمد بن عبدالله الحارثى',
  identities: [{ type: 'national_id', index: 'index-1', last3: '008' }],
  phones: ['+966550000000', '+966551234567'],
  emails: ['ahmad@EXAMPLE.com'],
  city: 'ميسان',
  birth: '1980',
  householdSize: null,
  preferredChannel: null,
};
const verdicts = (a: Stated, b: Held) =>
  Object.fromEntries(comparisonRows(a, b).map(({ field, verdict }) => [field, verdict]));

test('row by row, in any spelling; what neither says is left out', () => {
  expect(verdicts(stated, held)).toEqual({
    name: 'same',
    identity: 'same',
    phone: 'same',
    email: 'same',
    city: 'differs',
    birth: 'missing_in_request',
    household_size: 'missing_in_file',
  });
});

test('two numbers with the same last digits are two numbers, and neither is shown whole', () => {
  const other = {
    ...held,
    identities: [{ type: 'national_id' as const, index: 'index-2', last3: '008' }],
  };
  expect(verdicts(stated, other).identity).toBe('differs');
  expect(JSON.stringify(comparisonRows(stated, other))).not.toMatch(/index-/);
});

test.each([
  ['1980', '1980-05-01', 'same'],
  ['1980-05-01', '1980', 'same'],
  ['1980-05-01', '1980-05-02', 'differs'],
  ['1981', '1980-05-01', 'differs'],
])('born %s and %s: %s', (a, b, verdict) => {
  expect(verdicts({ ...stated, birth: a }, { ...held, birth: b }).birth).toBe(verdict);
});

test('what is stated may be taken over; an identity is seen, and a household is counted', () => {
  expect(mayBeTaken({ field: 'city', verdict: 'differs' })).toBe(true);
  expect(mayBeTaken({ field: 'email', verdict: 'missing_in_file' })).toBe(true);
  expect(mayBeTaken({ field: 'city', verdict: 'same' })).toBe(false);
  expect(mayBeTaken({ field: 'city', verdict: 'missing_in_request' })).toBe(false);
  expect(mayBeTaken({ field: 'identity', verdict: 'differs' })).toBe(false);
  expect(mayBeTaken({ field: 'household_size', verdict: 'differs' })).toBe(false);
});
