import { useFetchClient } from '@strapi/strapi/admin';
import { useEffect, useState } from 'react';
import type { CommitteeBody, RulesExplained } from '../../../../contracts/committee';
import type { DataEnvelope } from '../../../../contracts/common';
import { crmUrl } from '../../app/api';
import { describeProblem } from '../../app/problem';
import { useWords } from '../../app/words';

/** Milliseconds of rest after a change, before the server is asked. */
const REST = 200;

type Asked = Pick<CommitteeBody, 'preset' | 'customRules'> & { members: number };

/**
 * Rules that are being written, in words, with a vote counted by them. What was said before stays until the new
 * words are here; nothing is asked while the rules cannot stand (`null`).
 */
export function useExplained(asked: Asked | null): {
  explained: RulesExplained | null;
  trouble: string | null;
} {
  const { post } = useFetchClient();
  const { t, locale } = useWords();
  const body = asked && JSON.stringify(asked);
  const fallback = t('common.unreachable');
  const [explained, setExplained] = useState<RulesExplained | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);

  useEffect(() => {
    if (body === null) return;
    const abort = new AbortController();
    const timer = setTimeout(() => {
      post<DataEnvelope<RulesExplained>>(crmUrl('/committees/explain', locale), JSON.parse(body), {
        signal: abort.signal,
      })
        .then(({ data }) => {
          if (abort.signal.aborted) return;
          setExplained(data.data);
          setTrouble(null);
        })
        .catch((error: unknown) => {
          if (!abort.signal.aborted) setTrouble(describeProblem(error, fallback).message);
        });
    }, REST);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [body, post, locale, fallback]);

  return { explained, trouble };
}
