import { forget, recall, remember } from '../app/storage';

const KEY = 'evaluation';

/** What opens the survey, and what is answered so far. */
export interface Evaluation {
  token: string;
  /** `kiosk`: at the desk, one visitor after the other · `preview`: an editor looks, and nothing is kept */
  how: 'link' | 'kiosk' | 'preview';
  answers: Record<string, string>;
}

/** Takes what stands in the fragment out of the address, so that it stays in no history and on no screenshot. */
function fromAddress(): Pick<Evaluation, 'token' | 'how'> | null {
  const given = new URLSearchParams(location.hash.slice(1));
  if (location.hash) history.replaceState(history.state, '', location.pathname + location.search);
  const preview = given.get('p');
  if (preview) return { token: preview, how: 'preview' };
  const token = given.get('t');
  return token ? { token, how: given.has('kiosk') ? 'kiosk' : 'link' } : null;
}

/** Keeps the token in the tab until the answers are sent. */
export function takeEvaluation(): Evaluation | undefined {
  const given = fromAddress();
  const kept = recall<Evaluation>(KEY);
  if (!given || given.token === kept?.token) return kept;
  const fresh = { ...given, answers: {} };
  remember(KEY, fresh);
  if (given.how === 'kiosk') remember('kiosk', true);
  return fresh;
}

export const keepEvaluation = (evaluation: Evaluation) => remember(KEY, evaluation);
export const forgetEvaluation = () => forget(KEY);
/** This tab stands at the desk, also between two visitors. */
export const isKiosk = () => recall<boolean>('kiosk') === true;
