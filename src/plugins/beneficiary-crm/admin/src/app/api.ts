import { useFetchClient } from '@strapi/strapi/admin';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { DataEnvelope } from '../../../contracts/common';
import { describeProblem } from './problem';
import type { Problem } from './problem';
import { useWords } from './words';

type Query = Record<string, string | number | undefined>;

/** The plugin's address on the server, with the language of the panel and without empty parameters. */
export function crmUrl(path: string, locale: string, query: Query = {}): string {
  const search = new URLSearchParams({ locale });
  for (const [key, value] of Object.entries(query))
    if (value !== undefined && value !== '') search.set(key, String(value));
  return `/beneficiary-crm${path}?${search.toString()}`;
}

export interface Loaded<T> {
  data: T | null;
  problem: Problem | null;
  loading: boolean;
  reload: () => void;
}

/**
 * Reads from the plugin's API, again whenever the address changes or `reload` is called.
 * What was shown before stays until the new answer is here; a late answer to an old question is dropped.
 */
export function useCrm<T>(path: string | null, query?: Query): Loaded<T> {
  const { get } = useFetchClient();
  const { t, locale } = useWords();
  const url = path === null ? null : crmUrl(path, locale, query);
  const [asked, setAsked] = useState(0);
  const [state, setState] = useState<{ data: T | null; problem: Problem | null; loading: boolean }>(
    { data: null, problem: null, loading: url !== null },
  );
  const fallback = t('common.unreachable');

  useEffect(() => {
    if (url === null) return;
    const abort = new AbortController();
    setState((before) => ({ ...before, loading: true }));
    get<DataEnvelope<T>>(url, { signal: abort.signal })
      .then((answer) => {
        if (!abort.signal.aborted)
          setState({ data: answer.data.data, problem: null, loading: false });
      })
      .catch((error: unknown) => {
        if (!abort.signal.aborted)
          setState((before) => ({
            data: before.data,
            problem: describeProblem(error, fallback),
            loading: false,
          }));
      });
    return () => abort.abort();
  }, [url, asked, get, fallback]);

  const reload = useCallback(() => setAsked((times) => times + 1), []);
  return { ...state, reload };
}

export type Outcome<T> = { ok: true; data: T } | { ok: false; problem: Problem };

/** Sends one command at a time: a second click while the first is under way does nothing. */
export function useCommand() {
  const { post } = useFetchClient();
  const { t, locale } = useWords();
  const [busy, setBusy] = useState(false);
  const underWay = useRef(false);
  const fallback = t('common.unreachable');

  const send = useCallback(
    async <T>(
      path: string,
      body: unknown,
      headers?: Record<string, string>,
    ): Promise<Outcome<T> | null> => {
      if (underWay.current) return null;
      underWay.current = true;
      setBusy(true);
      try {
        const answer = await post<DataEnvelope<T>>(crmUrl(path, locale), body, { headers });
        return { ok: true, data: answer.data.data };
      } catch (error) {
        return { ok: false, problem: describeProblem(error, fallback) };
      } finally {
        underWay.current = false;
        setBusy(false);
      }
    },
    [post, locale, fallback],
  );
  return { send, busy };
}
