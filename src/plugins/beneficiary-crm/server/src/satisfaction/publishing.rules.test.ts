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
