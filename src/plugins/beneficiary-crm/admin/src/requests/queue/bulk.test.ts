import { mergingOf, outcomesOf, stepsFor } from './bulk';

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

test('of several requests of a kind the earliest stays, and the others are followed in it', () => {
  const row = (id: number, more: object = {}) => ({
    id,
    kind: 'inquiry' as const,
    status: 'submitted' as const,
    submittedAt: `2026-11-0${id}T09:00:00.000Z`,
    ...more,
  });
  expect(mergingOf([row(3), row(1), row(2)])).toEqual({
    stays: row(1),
    others: [row(2), row(3)],
  });
  expect(mergingOf([row(1)])).toBeNull();
  expect(mergingOf([row(1), row(2, { kind: 'suggestion' })])).toBeNull();
  expect(mergingOf([row(1), row(2, { status: 'closed' })])).toBeNull();
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
