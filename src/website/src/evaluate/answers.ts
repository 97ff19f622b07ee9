import type { SurveyQuestion } from '../api/types';

export const NOT_APPLICABLE = 'not_applicable';

/** The answers as the server takes them: numbers, words, «لا ينطبق»; what was skipped is left out. */
export function answersToSend(questions: SurveyQuestion[], typed: Record<string, string>) {
  const answers: Record<string, number | string> = {};
  for (const { key, type } of questions) {
    const answer = typed[key]?.trim();
    if (!answer) continue;
    answers[key] = type === 'comment' || answer === NOT_APPLICABLE ? answer : Number(answer);
  }
  return answers;
}
