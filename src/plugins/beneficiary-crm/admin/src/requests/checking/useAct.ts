import { useCallback, useState } from 'react';
import type { RequestDetail } from '../../../../contracts/admin';
import type { RequestAction } from '../../../../contracts/vocabulary';
import { useCommand } from '../../app/api';
import type { Outcome } from '../../app/api';
import { changesSince, lastSeen } from './changes';
import type { Happened } from './changes';

/**
 * Does a step on the request as it is on the screen. When someone was faster, the request is read anew and
 * `changes` says what happened in between; what was typed is the caller's, and stays.
 */
export function useAct(request: RequestDetail, reload: () => void) {
  const { send, busy } = useCommand();
  /** the last event that was on the screen when a step was refused as stale */
  const [seen, setSeen] = useState<number | null>(null);

  const act = async (
    action: RequestAction,
    body: Readonly<Record<string, unknown>> = {},
  ): Promise<Outcome<RequestDetail> | null> => {
    const outcome = await send<RequestDetail>(`/requests/${request.id}/actions/${action}`, {
      expectedVersion: request.version,
      ...body,
    });
    if (outcome === null) return null;
    if (outcome.ok) setSeen(null);
    else if (outcome.problem.code === 'error.version_conflict')
      setSeen((before) => before ?? lastSeen(request));
    if (outcome.ok || outcome.problem.status === 409) reload();
    return outcome;
  };
  const settle = useCallback(() => setSeen(null), []);
  const changes: Happened[] | null = seen === null ? null : changesSince(request, seen);
  return { act, busy, changes, settle };
}
