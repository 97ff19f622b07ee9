import { actionBodies } from '../../../../contracts/admin';
import type { ActionBodies } from '../../../../contracts/admin';
import { actionBody, actionForms, formProblems, inOwnPlace, readNumber } from './forms';
import type { FieldSpec } from './forms';

/** The checklist, the signature, the social study and the service have places of their own. */
type Named = Exclude<keyof ActionBodies, 'judge_document' | 'sign_declaration' | 'write_study'>;
const elsewhere: readonly string[] = [...inOwnPlace, 'sign_declaration', 'write_study'];
const named = (Object.keys(actionBodies) as (keyof ActionBodies)[]).filter(
  (action): action is Named => !elsewhere.includes(action),
);

test.each(named)('the form of %s asks for exactly what its contract takes', (action) => {
  const asked = (actionForms[action] ?? []).map((field) => field.name);
  const taken = Object.keys(actionBodies[action].shape).filter(
    (name) => !['expectedVersion', 'way'].includes(name),
  );
  expect([...asked].sort()).toEqual(taken.sort());
});

const filled = {
  line: 'نص يكفي للاختبار',
  area: 'نص يكفي للاختبار',
  number: '٣',
  day: '2026-11-22',
  yes_no: 'yes',
  staff: '7',
} as const;

test.each(named)('what the form of %s sends is what its contract takes', (action) => {
  const fields = actionForms[action] ?? [];
  const typed = Object.fromEntries(
    fields.map((field) => {
      if (field.kind === 'items') return [field.name, [{ kind: 'document' as const, key: 'iban' }]];
      if (field.kind === 'choices') return [field.name, [...(field.list?.values ?? [])]];
      if (field.kind === 'choice') return [field.name, field.list?.values[0]];
      return [field.name, filled[field.kind]];
    }),
  );
  expect(formProblems(fields, typed)).toEqual({});
  const result = actionBodies[action].safeParse(actionBody(action, fields, typed, 4));
  expect(result.error?.issues ?? []).toEqual([]);
});

test('what is required and empty, too short or no number is pointed out', () => {
  const fields: FieldSpec[] = [
    { name: 'amount', kind: 'number', required: false, min: 0, max: 10_000_000 },
    { name: 'receivedBy', kind: 'line', required: true, minLength: 3 },
    { name: 'deliveredOn', kind: 'day', required: true },
    { name: 'what', kind: 'line', required: true, minLength: 2 },
  ];
  const problems = formProblems(fields, { amount: 'كثير', receivedBy: 'هي', what: 'دفعة' });
  expect(problems.amount).toEqual({ key: 'form.error.number' });
  expect(problems.receivedBy).toEqual({ key: 'form.error.short', values: { n: 3 } });
  expect(problems.deliveredOn).toEqual({ key: 'form.error.required' });
  expect(problems.what).toBeUndefined();
  expect(formProblems(fields, { amount: '10000001' }).amount?.key).toBe('form.error.range');
});

test('what was left empty is left out of the body', () => {
  expect(actionBody('withdraw', actionForms.withdraw ?? [], { reason: '' }, 2)).toEqual({
    expectedVersion: 2,
  });
});

test.each([
  ['٢٬٥٠٠٫٥', 2500.5],
  ['1,200', 1200],
  ['۱۲', 12],
  ['-4', null],
  ['12a', null],
  ['', null],
])('%s is read as %s', (text, number) => {
  expect(readNumber(text)).toBe(number);
});
