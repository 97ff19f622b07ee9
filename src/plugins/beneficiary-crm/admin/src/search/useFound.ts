import { useFetchClient } from '@strapi/strapi/admin';
import { useCallback, useEffect, useState } from 'react';
import type { DataEnvelope } from '../../../contracts/common';
import type { SearchResult } from '../../../contracts/registry';
import { crmUrl } from '../app/api';
import { describeProblem } from '../app/problem';
import { useWords } from '../app/words';

/** Milliseconds of rest after a key, before the server is asked. */
const REST = 180;

export interface Found {
  /** of the text as it stands; null while it is being looked for, and when nothing is typed */
  result: SearchResult | null;
  looking: boolean;
  trouble: string | null;
  again: () => void;
}

type Answer = Pick<Found, 'result' | 'trouble'> & { text: string; asked: number };

/**
 * Whom a typed text finds. It goes in the body: what names a person must not stand in an address. A late answer
 * to an old question is dropped.
 */
export function useFound(typed: string): Found {
  const { post } = useFetchClient();
  const { t, locale } = useWords();
  const text = typed.trim();
  const fallback = t('common.unreachable');
  const [asked, setAsked] = useState(0);
  const [answer, setAnswer] = useState<Answer | null>(null);

  useEffect(() => {
    if (text === '') return;
    const abort = new AbortController();
    const given = (got: Pick<Answer, 'result' | 'trouble'>) => {
      if (!abort.signal.aborted) setAnswer({ ...got, text, asked });
    };
    const timer = setTimeout(() => {
      post<DataEnvelope<SearchResult>>(
        crmUrl('/beneficiaries/search', locale),
        { q: text },
        { signal: abort.signal },
      )
        .then(({ data }) => given({ result: data.data, trouble: null }))
        .catch((error: unknown) =>
          given({ result: null, trouble: describeProblem(error, fallback).message }),
        );
    }, REST);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [text, asked, post, locale, fallback]);

  const again = useCallback(() => setAsked((times) => times + 1), []);
  const current = text !== '' && answer?.text === text && answer.asked === asked ? answer : null;
  return {
    result: current?.result ?? null,
    looking: text !== '' && current === null,
    trouble: current?.trouble ?? null,
    again,
  };
}
