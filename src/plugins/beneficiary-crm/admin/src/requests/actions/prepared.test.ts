import fc from 'fast-check';
import { actionForms } from './forms';
import { appended, fillGaps, preparedFor } from './prepared';

test('gaps are filled, and one that is not known is left to be seen', () => {
  const values = { applicantName: 'أم سالم', reference: '7K3F-9Q2M-4TXC' };
  expect(fillGaps('{{applicantName}}: {{ reference }} {{other}}', values)).toBe(
    'أم سالم: 7K3F-9Q2M-4TXC {{other}}',
  );
});

test('a value is put in as it is, whatever stands in it', () => {
  expect(fillGaps('{{service}}', { service: '$& {{reference}}' })).toBe('$& {{reference}}');
});

test('nothing that was typed is ever lost', () => {
  fc.assert(
    fc.property(fc.string(), fc.string({ minLength: 1 }), (typed, prepared) => {
      const text = appended(typed, prepared);
      expect(text.startsWith(typed.trimEnd())).toBe(true);
      expect(text.endsWith(prepared)).toBe(true);
    }),
  );
});

test('stands beside fields that there are', () => {
  for (const [action, { field }] of Object.entries(preparedFor))
    expect(
      actionForms[action as keyof typeof preparedFor]?.some(
        ({ name, kind }) => name === field && kind === 'area',
      ),
    ).toBe(true);
});
