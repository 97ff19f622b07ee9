import { surveyFault } from './publishing.rules';

const overall = {
  id: 1,
  key: 'overall',
  type: 'satisfaction5',
  text: 'ما مدى رضاك؟',
  optional: false,
};
const survey = (version: number, ...questions: object[]) => ({
  documentId: 'd',
  locale: 'ar',
  version,
  questions,
});

it('lets a survey stand as it is, and change under a new version', () => {
  expect(surveyFault(survey(1, overall), null)).toBeNull();
  expect(surveyFault(survey(1, { ...overall, id: 9 }), survey(1, overall))).toBeNull();
  expect(surveyFault(survey(2, { ...overall, text: 'هل رضيت؟' }), survey(1, overall))).toBeNull();
});

it.each([
  ['another wording', [{ ...overall, text: 'هل رضيت؟' }]],
  ['another type', [{ ...overall, type: 'nps' }]],
  ['one question less', []],
])('refuses %s under the same version', (_, questions) => {
  expect(surveyFault(survey(1, ...questions), survey(1, overall))?.code).toBe('same_version');
});

it('refuses two questions with one key', () => {
  expect(surveyFault(survey(2, overall, overall), null)?.code).toBe('key_twice');
});

const why = {
  key: 'why',
  type: 'choice',
  text: 'ما السبب؟',
  optional: true,
  options: [
    { id: 1, code: 1, label: 'التأخر' },
    { id: 2, code: 2, label: 'التعامل' },
  ],
  askedIfQuestion: 'overall',
  askedIfAnswers: '1, 2',
};

it('lets a question hang on an earlier one and one of its answers', () => {
  expect(surveyFault(survey(1, overall, why), survey(1, overall, { ...why }))).toBeNull();
});

it.each([
  ['branch_question', [why, overall]],
  ['branch_question', [overall, { ...why, askedIfQuestion: 'why' }]],
  ['branch_question', [{ ...overall, type: 'comment' }, why]],
  ['branch_answers', [overall, { ...why, askedIfAnswers: '6' }]],
  ['branch_answers', [overall, { ...why, askedIfAnswers: '' }]],
  ['too_few_options', [overall, { ...why, options: why.options.slice(1) }]],
  ['option_twice', [overall, { ...why, options: [...why.options, why.options[0]] }]],
])('refuses %s', (code, questions) => {
  expect(surveyFault(survey(1, ...questions), null)?.code).toBe(code);
});

it.each([
  ['another choice', { ...why, options: [...why.options, { id: 3, code: 3, label: 'غيره' }] }],
  ['another branch', { ...why, askedIfAnswers: '1' }],
])('wants a new version for %s', (_, changed) => {
  const fault = surveyFault(survey(1, overall, changed), survey(1, overall, why));
  expect(fault?.code).toBe('same_version');
});
