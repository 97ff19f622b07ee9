import type { AnswerPurpose } from '../../../../contracts/answers';
import type { RequestAction } from '../../../../contracts/vocabulary';

/** Which field of an action's form an officer may begin from a prepared text, and what the text is for. */
export const preparedFor: Partial<
  Record<RequestAction, { field: string; purpose: AnswerPurpose }>
> = {
  answer: { field: 'answer', purpose: 'answer' },
  ask_applicant: { field: 'note', purpose: 'ask' },
  accept_directly: { field: 'reason', purpose: 'accept' },
  reject_directly: { field: 'reason', purpose: 'reject' },
  decline_volunteer: { field: 'reason', purpose: 'reject' },
};

/** The text with what is known put in its gaps; what is not known stays to be seen. */
export const fillGaps = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(/\{\{\s*(\w+)\s*\}\}/g, (gap, name: string) => values[name] ?? gap);

/** What was typed stays; the prepared text comes below it. */
export const appended = (typed: string, prepared: string): string =>
  typed.trim() === '' ? prepared : `${typed.trimEnd()}\n\n${prepared}`;
