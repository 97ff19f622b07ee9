import type { RequestAction } from '../../../../contracts/vocabulary';

/** Fields whose question differs from action to action; the others are asked the same everywhere. */
const askedByAction: Partial<Record<string, readonly RequestAction[]>> = {
  name: ['sign_declaration'],
  note: ['ask_applicant', 'enrol'],
  question: ['refer_to_research', 'return_to_research', 'offer_faq'],
  answer: ['answer', 'answer_research', 'offer_faq'],
  reason: [
    'accept_directly',
    'reject_directly',
    'release_early',
    'withdraw',
    'confirm_study',
    'reopen',
    'unmark_duplicate',
    'escalate',
    'decline_volunteer',
  ],
};

/** The key of the label of an action's field. */
export const fieldLabelKey = (action: RequestAction, name: string) =>
  askedByAction[name]?.includes(action) ? `form.${action}.${name}` : `form.${name}`;
