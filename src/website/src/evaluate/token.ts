import { forget, recall, remember } from '../app/storage';

const KEY = 'evaluation';

/** What is answered so far, and the token that opens the survey. */
export interface Evaluation {
  token: string;
  answers: Record<string, string>;
}

/**
 * Takes the token out of the address, so that it stays in no history and on no screenshot, and
 * keeps it in the tab until the answers are sent.
 */
export function takeEvaluation(): Evaluation | undefined {
  const token = new URLSearchParams(location.hash.slice(1)).get('t');
  if (location.hash) history.replaceState(history.state, '', location.pathname + location.search);
  const kept = recall<Evaluation>(KEY);
  if (!token || token === kept?.token) return kept;
  const fresh = { token, answers: {} };
  remember(KEY, fresh);
  return fresh;
}

export const keepEvaluation = (evaluation: Evaluation) => remember(KEY, evaluation);
export const forgetEvaluation = () => forget(KEY);
