import { useCallback } from 'react';

const prefix = 'beneficiary-crm.once.';

interface Attempt {
  body: string;
  key: string;
}

const read = (name: string): Attempt | null => {
  const kept = sessionStorage.getItem(prefix + name);
  return kept === null ? null : (JSON.parse(kept) as Attempt);
};

/**
 * The key under which one thing is sent: the same for the same words, through a lost answer and a refresh, so that
 * it happens once; another as soon as the words change, or `done` was called.
 */
export function useOnceKey(name: string) {
  const headersFor = useCallback(
    (body: unknown): Record<string, string> => {
      const text = JSON.stringify(body);
      const before = read(name);
      const attempt = before?.body === text ? before : { body: text, key: crypto.randomUUID() };
      sessionStorage.setItem(prefix + name, JSON.stringify(attempt));
      return { 'Idempotency-Key': attempt.key };
    },
    [name],
  );
  const done = useCallback(() => sessionStorage.removeItem(prefix + name), [name]);
  return { headersFor, done };
}
