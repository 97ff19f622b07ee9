import type { StudyView } from '../../../../contracts/study';
import { differencesOf } from './differences';

const study: StudyView = {
  id: '1',
  version: 1,
  householdSize: 6,
  monthlyIncome: 2500,
  monthlyExpenses: 4200,
  monthlyRent: 1500,
  incomePerHead: 416.66,
  afterRentPerHead: 166.66,
  members: [],
  incomes: [
    { source: 'salary', member: 'a', amount: 1000.1, note: null },
    { source: 'salary', member: 'b', amount: 0.2, note: null },
  ],
  expenses: [{ kind: 'rent', amount: 1500, note: null }],
  tenure: 'rented',
  housing: '',
  needs: [{ what: 'دواء', priority: 'urgent' }],
  answers: [{ key: 'rooms', label: 'كم غرفة؟', shown: '3' }],
  summary: 'خلاصة',
  recommendation: 'accepted',
  grounds: 'أسباب',
  writtenBy: 'الباحث',
  writtenAt: '2026-11-01T09:00:00.000Z',
};

test('nothing differs from itself, whoever wrote it and when', () => {
  expect(
    differencesOf(study, { ...study, id: '2', version: 2, writtenBy: 'باحث آخر', members: [] }),
  ).toEqual([]);
});

test('figures, their parts, answers and words', () => {
  const later: StudyView = {
    ...study,
    monthlyIncome: 1100,
    incomes: [{ source: 'social_security', member: null, amount: 1100, note: null }],
    tenure: 'with_relatives',
    answers: [{ key: 'rooms', label: 'كم غرفة؟', shown: '2' }],
    needs: [...study.needs, { what: 'كسوة', priority: 'useful' }],
  };
  expect(differencesOf(study, later)).toEqual([
    { label: { own: 'monthlyIncome' }, kind: 'money', before: 2500, after: 1100 },
    { label: { own: 'tenure' }, kind: 'tenure', before: 'rented', after: 'with_relatives' },
    {
      label: { list: 'income_source', value: 'salary' },
      kind: 'money',
      before: 1000.3,
      after: null,
    },
    {
      label: { list: 'income_source', value: 'social_security' },
      kind: 'money',
      before: null,
      after: 1100,
    },
    { label: { question: 'كم غرفة؟' }, kind: 'text', before: '3', after: '2' },
    { label: { own: 'needs' }, kind: 'text', before: 'دواء', after: 'دواء\nكسوة' },
  ]);
});
