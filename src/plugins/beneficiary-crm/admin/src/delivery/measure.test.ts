import { readMeasure, typedMeasure } from './measure';

test.each([
  ['money', '800', 80_000],
  ['money', '19.99', 1_999],
  ['money', '١٬٢٥٠٫٥', 125_050],
  ['money', '0.001', null],
  ['money', '0', null],
  ['money', 'مئة', null],
  ['goods', '3', 3],
  ['goods', '1.5', null],
  ['place', '١', 1],
] as const)('%s %s', (kind, text, amount) => {
  expect(readMeasure(kind, text)).toBe(amount);
});

test('what is shown is read back as it was', () => {
  for (const amount of [1, 99, 1_999, 80_000, 123_456_789])
    expect(readMeasure('money', typedMeasure('money', amount))).toBe(amount);
});
