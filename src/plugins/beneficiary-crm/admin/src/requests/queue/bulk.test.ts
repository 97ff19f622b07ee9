import { outcomesOf, stepsFor } from './bulk';

test('only steps that fit one of the rows are offered, the commonest first', () => {
  expect(
    stepsFor([
      { kind: 'inquiry', status: 'submitted' },
      { kind: 'assistance', status: 'submitted' },
      { kind: 'assistance', status: 'submitted' },
      { kind: 'assistance', status: 'completed' },
    ]),
  ).toEqual([
    { step: 'start_check', rows: 2 },
    { step: 'start', rows: 1 },
  ]);
});

test('rows that are over take no step', () => {
  expect(stepsFor([{ kind: 'assistance', status: 'withdrawn' }])).toEqual([]);
});

test('refused rows come first, with their reasons, and each is called by its name', () => {
  const row = { version: null, status: null, assigneeName: null };
  const chosen = new Map([
    ['a', { applicantName: 'سعاد', reference: 'R-1' }],
    ['b', { applicantName: 'خالد', reference: 'R-2' }],
  ]);
  expect(
    outcomesOf(
      {
        done: 1,
        refused: 1,
        rows: [
          { ...row, id: 'a', reference: 'R-1', done: true, refusals: [] },
          {
            ...row,
            id: 'b',
            reference: null,
            done: false,
            refusals: [{ code: 'gone', message: 'لا يوجد' }],
          },
        ],
      },
      chosen,
    ),
  ).toEqual([
    { id: 'b', name: 'خالد', reference: 'R-2', done: false, reasons: ['لا يوجد'] },
    { id: 'a', name: 'سعاد', reference: 'R-1', done: true, reasons: [] },
  ]);
});
