import type { RequestKind } from '../../../contracts/vocabulary';
import { answerPurposes } from '../../../contracts/answers';
import { editorialType, facts, words } from '../kernel/editorial.schema';
import type { Migration } from '../kernel/migrate';
import { uniquePublished } from '../kernel/unique-published';

export const answerTemplateUid = 'plugin::beneficiary-crm.answer-template';

/** The box that an editor ticks for each kind of request. */
export const kindFlags = {
  assistance: 'forAssistance',
  inquiry: 'forInquiry',
  complaint: 'forComplaint',
  suggestion: 'forSuggestion',
  volunteering: 'forVolunteering',
  appeal: 'forAppeal',
} as const satisfies Record<RequestKind, string>;
export type KindFlag = (typeof kindFlags)[RequestKind];

export const answerTemplateType = editorialType({
  singular: 'answer-template',
  plural: 'answer-templates',
  name: 'Answer template',
  description:
    'What officers may begin an answer from. {{applicantName}}, {{service}} and {{reference}} are filled in',
  attributes: {
    name: words.line({ required: true, maxLength: 120 }),
    purpose: facts.oneOf(answerPurposes),
    ...Object.fromEntries(Object.values(kindFlags).map((flag) => [flag, facts.flag()])),
    text: words.paragraph({ required: true, maxLength: 3_000 }),
    position: facts.position(),
  },
});

export const answerTemplateMigration: Migration = {
  name: '0112-answer-templates',
  up: (trx) => uniquePublished(trx, 'crm_answer_templates', ['name']),
};
