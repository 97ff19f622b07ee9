import { takeToken } from '../app/token';
import { forget, recall, remember } from '../app/storage';

const KEY = 'evaluation';

/** What is answered so far, and the token that opens the survey. */
export interface Evaluation {
  token: string;
  answers: Record<string, string>;
}

/** Keeps the token in the tab until the answers are sent. */
export function takeEvaluation(): Evaluation | undefined {
  const token = takeToken();
  const kept = recall<Evaluation>(KEY);
  if (!token || token === kept?.token) return kept;
  const fresh = { token, answers: {} };
  remember(KEY, fresh);
  return fresh;
}

export const keepEvaluation = (evaluation: Evaluation) => remember(KEY, evaluation);
export const forgetEvaluation = () => forget(KEY);
