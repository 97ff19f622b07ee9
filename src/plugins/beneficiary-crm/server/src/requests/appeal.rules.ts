import type { RequestKind } from '../../../contracts/vocabulary';
import type { DecisionRow } from './request.types';

const day = 86_400_000;

/**
 * Until when a decision can be appealed; null when it cannot: only a rejection of a request for support can, from
 * the day its reply went out, and the answer to an appeal is the last word.
 */
export function appealUntil(
  kind: RequestKind,
  decision: Pick<DecisionRow, 'outcome' | 'replied_at'> | null,
  appealDays: number,
): Date | null {
  if (kind !== 'assistance' || decision?.outcome !== 'rejected' || !decision.replied_at)
    return null;
  return new Date(decision.replied_at.getTime() + appealDays * day);
}

/** Who stands behind a decision: the committee, an officer where none is asked, or the panel of an appeal. */
export type Decider = 'committee' | 'association' | 'panel';

export function deciderOf(
  kind: RequestKind,
  decision: Pick<DecisionRow, 'item_id' | 'appeal_id'>,
): Decider {
  if (kind === 'appeal' || decision.appeal_id !== null) return 'panel';
  return decision.item_id === null ? 'association' : 'committee';
}

/** The message that says what comes after a decision; a rejection without an appeal promises none. */
export function nextStepsKey(
  kind: RequestKind,
  outcome: 'accepted' | 'rejected' | 'deferred',
  until: Date | null,
): string {
  if (outcome === 'rejected')
    return until === null ? 'letter.next.rejected_finally' : 'letter.next.rejected';
  return kind === 'appeal' ? `letter.next.appeal_${outcome}` : `letter.next.${outcome}`;
}
