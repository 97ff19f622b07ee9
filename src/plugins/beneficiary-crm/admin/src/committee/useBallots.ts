import { useAuth } from '@strapi/strapi/admin';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { BallotReceipt } from '../../../contracts/items';
import { useCommand } from '../app/api';
import type { Problem } from '../app/problem';
import { unanswered, withBallot, withoutBallot } from './ballots';
import type { BallotBody, Waiting } from './ballots';

/** milliseconds until what found no connection is tried again */
const again = 8_000;

const read = (name: string): Waiting[] => {
  const kept = sessionStorage.getItem(name);
  return kept === null ? [] : (JSON.parse(kept) as Waiting[]);
};

export interface Ballots {
  cast: (path: string, body: BallotBody) => void;
  /** the ballot for an item that was sent and is not answered yet */
  waitingFor: (path: string) => BallotBody | null;
  /** why a ballot was refused */
  refusedFor: (path: string) => Problem | null;
  busy: boolean;
  /** the last sending found no way; it is tried again by itself */
  lost: boolean;
  resend: () => void;
}

/**
 * Sends ballots, each until it is answered: through a lost answer, a lost connection and a refresh, under the key by
 * which the server counts it once. They are kept in this tab, and apart for each person: nobody sends another's.
 */
export function useBallots(
  answered: (path: string, receipt: BallotReceipt | null) => void,
): Ballots {
  const me = useAuth('beneficiary-crm', (state) => state.user?.id);
  const name = `beneficiary-crm.ballots.${String(me)}`;
  const [waiting, setWaiting] = useState(() => read(name));
  const [refused, setRefused] = useState<Readonly<Record<string, Problem>>>({});
  const [lost, setLost] = useState(false);
  const { send, busy } = useCommand();
  const latest = useRef(waiting);
  const tell = useRef(answered);
  tell.current = answered;

  const keep = useCallback(
    (next: Waiting[]) => {
      latest.current = next;
      sessionStorage.setItem(name, JSON.stringify(next));
      setWaiting(next);
    },
    [name],
  );

  const sendAll = useCallback(async () => {
    for (const one of latest.current) {
      const outcome = await send<BallotReceipt>(`${one.path}/ballots`, one.body, {
        'Idempotency-Key': one.key,
      });
      // Others are on their way already.
      if (outcome === null) return;
      if (!outcome.ok && unanswered(outcome.problem.status)) return setLost(true);
      setLost(false);
      keep(withoutBallot(latest.current, one));
      if (!outcome.ok) {
        const { problem } = outcome;
        setRefused((before) => ({ ...before, [one.path]: problem }));
      }
      tell.current(one.path, outcome.ok ? outcome.data : null);
    }
  }, [send, keep]);

  const left = waiting.length;
  useEffect(() => {
    if (left === 0) return undefined;
    const retry = () => void sendAll();
    // What was left by an earlier page, or by a line that broke.
    if (!lost) retry();
    const timer = setInterval(retry, again);
    window.addEventListener('online', retry);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', retry);
    };
  }, [left, lost, sendAll]);

  const cast = useCallback(
    (path: string, body: BallotBody) => {
      setRefused(({ [path]: _gone, ...others }) => others);
      keep(withBallot(latest.current, path, body, crypto.randomUUID()));
      void sendAll();
    },
    [keep, sendAll],
  );

  return {
    cast,
    waitingFor: (path) => waiting.find((one) => one.path === path)?.body ?? null,
    refusedFor: (path) => refused[path] ?? null,
    busy,
    lost,
    resend: () => void sendAll(),
  };
}
