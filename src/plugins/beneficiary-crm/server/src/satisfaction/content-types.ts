import type { Migration } from '../kernel/migrate';
import { uniquePublished } from '../kernel/unique-published';
import { component, editorialType, facts, part, words } from '../kernel/editorial.schema';

export const surveyUid = 'plugin::beneficiary-crm.survey';

export const questionTypes = ['satisfaction5', 'nps', 'comment'] as const;
export type QuestionType = (typeof questionTypes)[number];

export const components = {
  'crm.survey-question': component('survey_questions', 'Survey question', {
    text: part.line({ required: true }),
    key: part.key(),
    type: facts.oneOf(questionTypes, { default: 'satisfaction5' }),
    label: part.line({ required: true, maxLength: 80 }),
    optional: { type: 'boolean', default: true, required: true },
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
    },
  }),
} as const;

export const surveyMigration: Migration = {
  name: '0012-surveys',
  up: (trx) => uniquePublished(trx, 'crm_surveys', ['slug', 'version']),
};
