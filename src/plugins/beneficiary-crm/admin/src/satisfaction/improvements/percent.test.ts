import { asShare, percentOf } from './percent';

it.each([
  ['80', 0.8],
  [' ٨٥٪ ', 0.85],
  ['100 %', 1],
  ['5', 0.05],
])('%s is read as %d', (typed, share) => expect(asShare(typed)).toBe(share));

it.each(['', '0', '4', '101', '80.5', '-8', 'كثير'])('%s is nothing to aim at', (typed) =>
  expect(asShare(typed)).toBeNull(),
);

it('is typed as it was read', () => {
  for (let percent = 5; percent <= 100; percent += 1)
    expect(percentOf(asShare(String(percent)))).toBe(String(percent));
  expect(percentOf(null)).toBe('');
});
