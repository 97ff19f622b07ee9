import { writeStudyBody } from '../../../../contracts/study';
import type { StudyDraft } from '../../../../contracts/study';
import type { FormField } from '../../../../contracts/website';
import { amountsOf, bodyOf, byRow, newExpense, newIncome, problemsOf } from './draft';

const question = (key: string, more: Partial<FormField> = {}): FormField => ({
  key,
  type: 'text',
  label: key,
  hint: null,
  required: true,
  min: null,
  max: null,
  maxLength: null,
  options: [],
  showIf: null,
  ...more,
});
const questions = [
  question('works', { type: 'yes_no' }),
  question('why', { showIf: { field: 'works', equals: 'no' } }),
];
const whole: StudyDraft = {
  members: [
    { key: 'a', name: 'سلمى', relation: 'head', age: '٤١', occupation: '' },
    { key: 'b', name: '', relation: 'son', age: '', occupation: 'رابع ابتدائي' },
    { key: 'c', name: '', relation: '', age: '', occupation: '' },
  ],
  incomes: [
    { ...newIncome(), key: 'empty' },
    { key: 'i', source: 'salary', member: 'a', amount: '٢٬٥٠٠٫٥', note: '' },
    { key: 'j', source: 'support', member: 'gone', amount: '300', note: 'من أخيها' },
  ],
  expenses: [{ key: 'e', kind: 'rent', amount: '1,200', note: '' }, newExpense()],
  tenure: 'rented',
  housing: '',
  needs: [{ key: 'n', what: 'دواء', priority: 'urgent' }],
  answers: { works: 'yes', why: 'أُخفي هذا السؤال' },
  summary: 'أسرة دخلها لا يكفي إيجارها',
  recommendation: 'accepted',
  grounds: 'نصيب الفرد دون الحد في الدليل',
};

test('what is whole is sent as its contract takes it: lines left empty are left out', () => {
  expect(problemsOf(whole, questions)).toEqual({});
  const body = bodyOf(whole, questions, 3);
  const parsed = writeStudyBody.parse(JSON.parse(JSON.stringify(body)));
  expect(parsed.members).toHaveLength(2);
  expect(parsed.members[0]?.age).toBe(41);
  expect(parsed.incomes).toEqual([
    { source: 'salary', member: 'a', amount: 2500.5 },
    { source: 'support', amount: 300, note: 'من أخيها' },
  ]);
  expect(parsed.expenses).toEqual([{ kind: 'rent', amount: 1200 }]);
  expect(parsed.answers).toEqual({ works: 'yes' });
});

test('what is missing is pointed out where it is', () => {
  const empty: StudyDraft = {
    ...whole,
    members: [{ key: 'a', name: 'سلمى', relation: '', age: 'كبيرة', occupation: '' }],
    incomes: [{ key: 'i', source: '', member: '', amount: 'كثير', note: '' }],
    needs: [{ key: 'n', what: '', priority: '' }],
    answers: { works: 'no' },
    summary: 'قصير',
    recommendation: '',
  };
  expect(Object.keys(problemsOf(empty, questions)).sort()).toEqual([
    'answers.why',
    'incomes.i.amount',
    'incomes.i.source',
    'members.a.age',
    'members.a.relation',
    'needs.n.what',
    'recommendation',
    'summary',
  ]);
  expect(problemsOf({ ...whole, members: [] }, questions).members?.key).toBe('study.error.nobody');
});

test('a mistake that the server found stands by the row as it is on the page', () => {
  expect(byRow(whole, { 'incomes.1.amount': 'كبير', 'answers.works': 'غير مفهوم' })).toEqual({
    'incomes.j.amount': 'كبير',
    'answers.works': 'غير مفهوم',
  });
});

test('what cannot be read yet counts as nothing', () => {
  expect(
    amountsOf({ ...whole, incomes: [{ ...newIncome(), source: 'salary', amount: '؟' }] }),
  ).toEqual({ size: 2, incomes: [{ amount: 0 }], expenses: [{ kind: 'rent', amount: 1200 }] });
});
