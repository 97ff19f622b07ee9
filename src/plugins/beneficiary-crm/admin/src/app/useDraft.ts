import { useCallback, useState } from 'react';

const prefix = 'beneficiary-crm.draft.';

const read = <T>(key: string, empty: T): T => {
  const kept = sessionStorage.getItem(prefix + key);
  if (kept === null) return empty;
  try {
    return { ...empty, ...(JSON.parse(kept) as T) };
  } catch {
    // Written by an older version of the page: it is no longer readable, and of no use.
    sessionStorage.removeItem(prefix + key);
    return empty;
  }
};

/** Leaves nothing in this tab of what was typed about something: its drafts, and what was on its way, hold its id. */
export function forgetDrafts(id: string): void {
  for (const key of Object.keys(sessionStorage))
    if (key.startsWith('beneficiary-crm.') && key.includes(`.${id}.`))
      sessionStorage.removeItem(key);
}

/** What is being typed, kept in this tab through a refresh until `clear` is called. */
export function useDraft<T extends object>(key: string, empty: T) {
  const [draft, setDraft] = useState<T>(() => read(key, empty));
  /** Takes the part that changes, or what makes it of the newest draft: two quick changes lose nothing. */
  const change = useCallback(
    (part: Partial<T> | ((before: T) => Partial<T>)) =>
      setDraft((before) => {
        const next = { ...before, ...(typeof part === 'function' ? part(before) : part) };
        sessionStorage.setItem(prefix + key, JSON.stringify(next));
        return next;
      }),
    [key],
  );
  const clear = useCallback(() => sessionStorage.removeItem(prefix + key), [key]);
  return { draft, change, clear };
}
