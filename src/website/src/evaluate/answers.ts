import { askedOf } from '../../../plugins/beneficiary-crm/contracts/branching';
import type { SurveyQuestion } from '../api/types';

export const NOT_APPLICABLE = 'not_applicable';

export type Typed = Readonly<Record<string, string>>;

/** The answers as the server takes them: numbers, words, «لا ينطبق»; what was skipped is left out. */
function read(questions: SurveyQuestion[], typed: Typed) {
  const answers: Record<string, number | string> = {};
  for (const { key, type } of questions) {
    const answer = typed[key]?.trim();
    if (!answer) continue;
    answers[key] = type === 'comment' || answer === NOT_APPLICABLE ? answer : Number(answer);
  }
  return answers;
}

/** The questions that are asked, as they stand after what has been tapped. */
export const questionsAsked = (questions: SurveyQuestion[], typed: Typed): SurveyQuestion[] =>
  askedOf(questions, read(questions, typed));

/** Whether everything that has to be answered is answered, so that the rest may be left. */
export function mayEnd(questions: SurveyQuestion[], typed: Typed): boolean {
  const given = read(questions, typed);
  return questionsAsked(questions, typed).every(({ key, optional }) => optional || key in given);
}

export const answersToSend = (questions: SurveyQuestion[], typed: Typed) =>
  read(questionsAsked(questions, typed), typed);
