import { fillGaps, unbroken } from './letter';

test('values come into the gaps of a sentence, each kept together', () => {
  expect(fillGaps('طلبك رقم {reference}', { reference: 'AB12-CD34' })).toBe(
    'طلبك رقم \u2068AB12-CD34\u2069',
  );
});

test('a gap that nothing is known for stays to be seen', () => {
  expect(fillGaps('رقم {other}', {})).toBe('رقم {other}');
});

test('a value is not read for gaps of its own', () => {
  expect(fillGaps('{service}', { service: '{reference}', reference: 'X' })).toBe(
    '\u2068{reference}\u2069',
  );
});

test('a reference stays on one line', () => {
  expect(unbroken('AB12-CD34')).toBe('AB12\u2011CD34');
});
