import { useState } from 'react';
import type { AssignTo, BulkResult, QueueRow } from '../../../../contracts/queue';
import { useCommand } from '../../app/api';
import { useOnceKey } from '../../app/useOnceKey';
import { outcomesOf } from './bulk';
import type { BulkStep, RowOutcome } from './bulk';

export interface Bulk {
  busy: boolean;
  /** why nothing at all was done; what is chosen stays, and may be sent again: nothing happens twice */
  trouble: string | null;
  last: { what: string; outcomes: RowOutcome[] } | null;
  putAway: () => void;
  assign: (rows: ReadonlyMap<string, QueueRow>, to: AssignTo, what: string) => Promise<boolean>;
  step: (rows: ReadonlyMap<string, QueueRow>, step: BulkStep, what: string) => Promise<boolean>;
  /** those that are followed in the one of this reference */
  merge: (rows: ReadonlyMap<string, QueueRow>, of: string, what: string) => Promise<boolean>;
  calm: () => void;
}

/**
 * Does one thing to many rows, once, even when the answer is lost on its way.
 * @param changed some rows were done, and the list is no longer what it was; those that were not are named
 */
export function useBulk(changed: (refused: ReadonlySet<string>) => void): Bulk {
  const { send, busy } = useCommand();
  const { headersFor, done } = useOnceKey('inbox.bulk');
  const [trouble, setTrouble] = useState<string | null>(null);
  const [last, setLast] = useState<Bulk['last']>(null);

  const run = async (
    path: string,
    more: object,
    chosen: ReadonlyMap<string, QueueRow>,
    what: string,
  ): Promise<boolean> => {
    const rows = [...chosen.values()].map(({ id, version }) => ({ id, expectedVersion: version }));
    const body = { rows, ...more };
    setTrouble(null);
    const outcome = await send<BulkResult>(path, body, headersFor({ path, body }));
    if (outcome === null) return false;
    if (!outcome.ok) {
      setTrouble(outcome.problem.message);
      return false;
    }
    done();
    const outcomes = outcomesOf(outcome.data, chosen);
    setLast({ what, outcomes });
    changed(new Set(outcomes.filter((one) => !one.done).map(({ id }) => id)));
    return true;
  };
  return {
    busy,
    trouble,
    last,
    putAway: () => setLast(null),
    calm: () => setTrouble(null),
    assign: (rows, to, what) => run('/requests/assign', { to }, rows, what),
    merge: (rows, of, what) => run('/requests/bulk', { action: 'mark_duplicate', of }, rows, what),
    step: (rows, action, what) => run('/requests/bulk', { action }, rows, what),
  };
}
