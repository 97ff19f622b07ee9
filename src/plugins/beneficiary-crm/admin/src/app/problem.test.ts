import { describeProblem } from './problem';

const thrown = (error: object) => ({ response: { data: { data: null, error } } });

test('what is no answer of the server is said with the fallback', () => {
  const nothing = { status: null, code: null, message: 'لا اتصال', fields: {} };
  expect(describeProblem(new TypeError('Failed to fetch'), 'لا اتصال')).toEqual(nothing);
  expect(describeProblem(null, 'لا اتصال')).toEqual(nothing);
});

test('mistakes are found by their field, the first of each', () => {
  const problem = describeProblem(
    thrown({
      status: 422,
      message: 'راجع الحقول',
      details: {
        code: 'error.invalid_input',
        errors: [
          { path: 'reason', code: 'short', message: 'قصير' },
          { path: 'reason', code: 'other', message: 'آخر' },
        ],
      },
    }),
    '',
  );
  expect(problem).toMatchObject({
    status: 422,
    code: 'error.invalid_input',
    message: 'راجع الحقول',
    fields: { reason: 'قصير' },
  });
});

test('the reasons of a refusal are said instead of the bare refusal', () => {
  const problem = describeProblem(
    thrown({
      status: 409,
      message: 'لا يمكن تنفيذ هذا الإجراء الآن.',
      details: { refusals: [{ message: 'سبق إرسال الرد.' }, { message: 'حان موعده.' }] },
    }),
    '',
  );
  expect(problem.message).toBe('سبق إرسال الرد. حان موعده.');
});
