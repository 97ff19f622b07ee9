import { useFetchClient } from '@strapi/strapi/admin';
import { useEffect, useRef, useState } from 'react';
import type { DataEnvelope } from '../../../../contracts/common';
import type { Received, ReceiveBody } from '../../../../contracts/receiving';
import { crmUrl } from '../../app/api';
import { describeProblem } from '../../app/problem';
import type { Problem } from '../../app/problem';
import { useOnline } from '../../app/useOnline';
import { useWords } from '../../app/words';
import type { Draft } from './draft';

type Change = (part: Partial<Draft>) => void;

const longestWait = 30_000;
/** A connection that says nothing for this long is taken for lost. */
const patience = 45_000;

/** Refusals that no repetition changes. Everything else may be a lost answer: it is asked for again. */
const isFinal = ({ status }: Problem): boolean =>
  status !== null && status >= 400 && status < 500 && ![401, 408, 429].includes(status);

/**
 * Sends what stands in `draft.pending` until an answer is there: at once, when the connection returns, after a
 * refresh, and again when the answer was lost. Always with the same key and body, so that it arrives once.
 */
export function useSending(
  draft: Draft,
  change: Change,
  refused: (problem: Problem, body: ReceiveBody) => void,
) {
  const { post } = useFetchClient();
  const { t } = useWords();
  const online = useOnline();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [waiting, setWaiting] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const latest = useRef({ draft, change, refused });
  latest.current = { draft, change, refused };
  const isPending = draft.pending !== null;
  const fallback = t('common.unreachable');

  useEffect(() => {
    const { draft: now, change: keep } = latest.current;
    const { pending, key, locale } = now;
    if (!isPending || !pending || !online) return undefined;
    const abort = new AbortController();
    let again: number | undefined;
    const late = window.setTimeout(() => abort.abort(), patience);
    setWaiting(false);
    keep({ pending: { ...pending, tried: true } });
    let left = false;
    post<DataEnvelope<Received>>(crmUrl('/requests', locale), pending.body, {
      headers: { 'Idempotency-Key': key },
      signal: abort.signal,
    })
      .then((answer) => {
        if (left) return;
        setProblem(null);
        keep({ pending: null, receipt: answer.data.data });
      })
      .catch((error: unknown) => {
        if (left) return;
        const found = describeProblem(error, fallback);
        setProblem(found);
        if (isFinal(found)) {
          keep({ pending: null });
          return latest.current.refused(found, pending.body);
        }
        setWaiting(true);
        const wait = Math.min(longestWait, 2_000 * 2 ** attempt);
        again = window.setTimeout(() => setAttempt((times) => times + 1), wait);
      })
      .finally(() => window.clearTimeout(late));
    return () => {
      left = true;
      window.clearTimeout(late);
      window.clearTimeout(again);
    };
  }, [isPending, online, attempt, post, fallback]);

  return {
    problem,
    /** no answer yet, and none is being waited for: the connection is gone */
    waiting: isPending && (waiting || !online),
    online,
    forget: () => setProblem(null),
    retry: () => setAttempt((times) => times + 1),
  };
}
