import type { RequestAction, RequestStatus } from '../../../contracts/vocabulary';
import { guards } from '../policy/guards.policy';
import type { GuardName, RequestFacts } from '../policy/guards.policy';
import type { Permission } from '../policy/roles.policy';
import { transitions } from '../policy/transitions.policy';
import type { Transition } from '../policy/transitions.policy';

export type ActingAs =
  | { kind: 'applicant' }
  | { kind: 'system' }
  | { kind: 'committee' }
  | { kind: 'staff'; permissions: ReadonlySet<Permission> };

export type Refusal = GuardName | 'not_in_this_status' | 'not_permitted';

export type Verdict = { ok: true; transition: Transition } | { ok: false; refusals: Refusal[] };

/** Whether the one who acts is among those whom the table names. */
export function mayAct(transition: Transition, acting: ActingAs): boolean {
  return transition.who.some((who) =>
    acting.kind === 'staff' ? acting.permissions.has(who as Permission) : who === acting.kind,
  );
}

/** The row of the table for this kind, status and action, or null. At most one exists (tested). */
export function findTransition(
  facts: Pick<RequestFacts, 'kind' | 'status'>,
  action: RequestAction,
): Transition | null {
  return (
    transitions.find(
      (row) =>
        row.action === action && row.kinds.includes(facts.kind) && row.from.includes(facts.status),
    ) ?? null
  );
}

/**
 * Judges an action against the table: status first, then the person, then every guard.
 * All guards that refuse are named, so that a person sees at once everything that is missing.
 */
export function judge(
  facts: RequestFacts,
  action: RequestAction,
  acting: ActingAs,
  now: Date,
): Verdict {
  const transition = findTransition(facts, action);
  if (!transition) return { ok: false, refusals: ['not_in_this_status'] };
  if (!mayAct(transition, acting)) return { ok: false, refusals: ['not_permitted'] };
  const refusals = transition.guards.filter((name) => !guards[name](facts, now));
  return refusals.length > 0 ? { ok: false, refusals } : { ok: true, transition };
}

/** Every action that the person may see in this status, allowed or refused with its reasons. */
export function visibleActions(
  facts: RequestFacts,
  acting: ActingAs,
  now: Date,
): { transition: Transition; refusals: Refusal[] }[] {
  return transitions
    .filter((row) => row.kinds.includes(facts.kind) && row.from.includes(facts.status))
    .filter((row) => mayAct(row, acting))
    .map((transition) => {
      const verdict = judge(facts, transition.action, acting, now);
      return { transition, refusals: verdict.ok ? [] : verdict.refusals };
    });
}

/** The status after a transition. `resumeTo`: where the applicant was asked; `outcome`: what was decided. */
export function statusAfter(
  transition: Transition,
  facts: Pick<RequestFacts, 'status' | 'decision'>,
  resumeTo: RequestStatus | null,
): RequestStatus {
  switch (transition.to) {
    case 'same':
      return facts.status === 'new' ? 'submitted' : facts.status;
    case 'resume':
      return resumeTo ?? 'submitted';
    case 'outcome': {
      const outcome = facts.decision?.outcome;
      if (outcome === 'accepted' || outcome === 'rejected' || outcome === 'deferred')
        return outcome;
      throw new Error(`a decision with outcome ${String(outcome)} is no status`);
    }
    default:
      return transition.to;
  }
}
