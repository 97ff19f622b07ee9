import { z } from 'zod';
import { locales, requestKinds } from './vocabulary';

/** Answers that the editors have prepared, for officers to begin from. */

/** What a prepared text is for: an answer, the reason of a decision, or a question to the applicant. */
export const answerPurposes = ['answer', 'accept', 'reject', 'defer', 'ask'] as const;
export type AnswerPurpose = (typeof answerPurposes)[number];

/** Gaps of a prepared text, written `{{reference}}`, that are filled from the request. */
export const answerGaps = ['applicantName', 'service', 'reference'] as const;
export type AnswerGap = (typeof answerGaps)[number];

/** GET /answer-templates */
export const answerTemplatesQuery = z.strictObject({
  purpose: z.enum(answerPurposes),
  kind: z.enum(requestKinds),
  locale: z.enum(locales).default('ar'),
});
export interface AnswerTemplateView {
  id: string;
  /** in the asked language */
  name: string;
  /** with its gaps, in both: it goes to the applicant, in the applicant's language */
  text: { ar: string; en: string };
}
