import { useFetchClient } from '@strapi/strapi/admin';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { DataEnvelope } from '../../../contracts/common';
import { describeProblem } from './problem';
import type { Problem } from './problem';
import { useWords } from './words';

type Query = Record<string, string | number | undefined>;

/** Leaves out what is empty: a filter that is not set is not sent. */
const withoutEmpty = (query: Query) =>
  Object.fromEntries(
    Object.entries(query).filter(([, value]) => value !== undefined && value !== ''),
  );

/** The plugin's address on the server, with the language of the panel and without empty parameters. */
export function crmUrl(path: string, locale: string, query: Query = {}): string {
  const search = new URLSearchParams({ locale });
  for (const [key, value] of Object.entries(withoutEmpty(query))) search.set(key, String(value));
  return `/beneficiary-crm${path}?${search.toString()}`;
}

export interface Loaded<T> {
  data: T | null;
  problem: Problem | null;
  loading: boolean;
  reload: () => void;
}

/**
 * Reads from the plugin's API, again whenever the question changes or `reload` is called.
 * What was shown before stays until the new answer is here; a late answer to an old question is dropped.
 * With `search` the question goes in the body: what names a person must not stand in an address.
 */
export function useCrm<T>(path: string, query?: Query, search?: Query): Loaded<T> {
  const { get, post } = useFetchClient();
  const { t, locale } = useWords();
  const url = crmUrl(path, locale, query);
  const body = search && JSON.stringify(withoutEmpty({ ...search, locale }));
  const [asked, setAsked] = useState(0);
  const [state, setState] = useState<{ data: T | null; problem: Problem | null; loading: boolean }>(
    { data: null, problem: null, loading: true },
  );
  const fallback = t('common.unreachable');

  useEffect(() => {
    const abort = new AbortController();
    setState((before) => ({ ...before, loading: true }));
    const options = { signal: abort.signal };
    const asking =
      body === undefined
        ? get<DataEnvelope<T>>(url, options)
        : post<DataEnvelope<T>>(url, JSON.parse(body), options);
    asking
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
  }, [url, body, asked, get, post, fallback]);

  const reload = useCallback(() => setAsked((times) => times + 1), []);
  return { ...state, reload };
}

export type Outcome<T> = { ok: true; data: T } | { ok: false; problem: Problem };

/**
 * Sends one command at a time: a second click while the first is under way does nothing.
 * With `put` it replaces what stands at the address.
 */
export function useCommand(method: 'post' | 'put' = 'post') {
  const client = useFetchClient();
  const write = client[method];
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
        const answer = await write<DataEnvelope<T>>(crmUrl(path, locale), body, { headers });
        return { ok: true, data: answer.data.data };
      } catch (error) {
        return { ok: false, problem: describeProblem(error, fallback) };
      } finally {
        underWay.current = false;
        setBusy(false);
      }
    },
    [write, locale, fallback],
  );
  return { send, busy };
}
