import { requestKinds } from '../../../contracts/vocabulary';
import type { Migration } from '../kernel/migrate';
import { uniquePublished } from '../kernel/unique-published';
import { component, editorialType, facts, part, words } from '../kernel/editorial.schema';

export const surveyUid = 'plugin::beneficiary-crm.survey';

export const questionTypes = ['satisfaction5', 'ces', 'nps', 'choice', 'comment'] as const;
export type QuestionType = (typeof questionTypes)[number];

/** What people came about: a request of some kind, or a visit to the desk without one. */
export const contactKinds = [...requestKinds, 'visit'] as const;
export type ContactKind = (typeof contactKinds)[number];

/** How a contact ended (O6c). A visit ends with `served`. */
export const contactOutcomes = [
  'completed',
  'accepted',
  'rejected',
  'answered',
  'declined',
  'withdrawn',
  'expired',
  'served',
] as const;
export type ContactOutcome = (typeof contactOutcomes)[number];

export const components = {
  'crm.survey-question': component('survey_questions', 'Survey question', {
    text: part.line({ required: true }),
    key: part.key(),
    type: facts.oneOf(questionTypes, { default: 'satisfaction5' }),
    label: part.line({ required: true, maxLength: 80 }),
    optional: { type: 'boolean', default: true, required: true },
    options: { type: 'component', repeatable: true, component: 'crm.survey-option' },
    askedIfQuestion: part.line({ maxLength: 64 }),
    // Numbers of an earlier question's answers: `1, 2`.
    askedIfAnswers: part.line({ maxLength: 64, regex: '^\\s*\\d+(\\s*,\\s*\\d+)*\\s*$' }),
  }),
  'crm.survey-option': component('survey_options', 'Choice', {
    label: part.line({ required: true, maxLength: 120 }),
    // The number that answers are kept and counted under; the words may be mended.
    code: { type: 'integer', required: true, min: 1, max: 20 },
  }),
  'crm.survey-occasion': component('survey_occasions', 'Contact after which it is asked', {
    kind: facts.oneOf(['any', ...contactKinds], { default: 'any' }),
    outcome: facts.oneOf(['any', ...contactOutcomes], { default: 'any' }),
    service: part.line({ maxLength: 80 }),
    afterDays: { type: 'integer', min: 0, max: 60, default: 0, required: true },
    // Empty: nobody is reminded.
    reminderAfterDays: { type: 'integer', min: 1, max: 20, default: 7 },
  }),
} as const;

export const contentTypes = {
  survey: editorialType({
    singular: 'survey',
    plural: 'surveys',
    name: 'Survey',
    description: 'What people are asked about our service. A changed question is a new version',
    attributes: {
      title: words.line({ required: true }),
      slug: facts.line({ required: true, regex: '^[a-z0-9]+(-[a-z0-9]+)*$', maxLength: 80 }),
      // Translated: each language names the version that its own words are of.
      version: words.number({ required: true, min: 1, default: 1 }),
      intro: words.paragraph({ required: true }),
      questions: words.list('crm.survey-question', { required: true }),
      // None: after every contact that has ended, at once, with one reminder.
      occasions: words.list('crm.survey-occasion'),
    },
  }),
} as const;

export const surveyMigration: Migration = {
  name: '0012-surveys',
  up: (trx) => uniquePublished(trx, 'crm_surveys', ['slug', 'version']),
};
