import { useState } from 'preact/hooks';
import { forget, recall, remember } from '../app/storage';
import type { FieldError, SubmitReceipt } from '../api/types';
import type { Uploads, Values } from './values';

/** A request that is being written. It lives in the tab alone and ends with it. */
export interface Draft {
  /** Sent as `Idempotency-Key`: a second click or a retry makes no second request. */
  key: string;
  values: Values;
  uploads: Uploads;
  errors: FieldError[];
  receipt?: SubmitReceipt;
}

/** crypto.randomUUID, also where the page was not fetched over HTTPS. */
export function randomKey(): string {
  if (crypto.randomUUID) return crypto.randomUUID();
  const bytes = Array.from(crypto.getRandomValues(new Uint8Array(16)));
  return bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

const fresh = (): Draft => ({ key: randomKey(), values: {}, uploads: {}, errors: [] });

/** The draft of one form, kept through a refresh. */
export function useDraft(name: string) {
  const [draft, setDraft] = useState<Draft>(() => recall<Draft>(`draft.${name}`) ?? fresh());

  /** Hands `edit` the newest draft, so that two quick changes do not lose one another. */
  const change = (edit: (draft: Draft) => Draft) =>
    setDraft((old) => {
      const next = edit(old);
      remember(`draft.${name}`, next);
      return next;
    });
  const clear = () => {
    forget(`draft.${name}`);
    setDraft(fresh());
  };
  return { draft, change, clear };
}
