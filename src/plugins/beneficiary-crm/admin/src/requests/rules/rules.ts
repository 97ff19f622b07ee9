import type { AssignmentRule, AssignmentRules } from '../../../../contracts/queue';
import { requestKinds } from '../../../../contracts/vocabulary';
import { toOf } from '../queue/assign';

/** A rule as it is edited; empty: true of every request, and for `to`: not chosen yet. */
export interface RuleDraft {
  kind: string;
  service: string;
  branch: string;
  to: string;
}
export const newRule: RuleDraft = { kind: '', service: '', branch: '', to: '' };

export const draftOf = ({ kind, service, branch, to }: AssignmentRule): RuleDraft => ({
  kind: kind ?? '',
  service: service ?? '',
  branch: branch ?? '',
  to: 'person' in to ? `person:${to.person}` : `team:${to.team}`,
});

/** The rules as the server takes them; null where one does not say yet to whom. */
export function rulesOf(drafts: readonly RuleDraft[]): AssignmentRule[] | null {
  const rules = drafts.map(({ kind, service, branch, to }): AssignmentRule | null => {
    const chosen = toOf(to);
    return chosen === null || 'nobody' in chosen
      ? null
      : {
          kind: requestKinds.find((known) => known === kind) ?? null,
          service: service || null,
          branch: branch || null,
          to: chosen,
        };
  });
  return rules.every((rule) => rule !== null) ? rules : null;
}

/** One rule a place earlier or later; at the end of the list it stays. */
export function moved<T>(list: readonly T[], from: number, by: 1 | -1): T[] {
  const next = [...list];
  const [one] = next.splice(from, 1);
  if (one !== undefined) next.splice(Math.min(list.length - 1, Math.max(0, from + by)), 0, one);
  return next;
}

/** Whether what is edited differs from what holds. */
export const isChanged = (drafts: readonly RuleDraft[], { rules }: AssignmentRules): boolean =>
  JSON.stringify(drafts) !== JSON.stringify(rules.map(draftOf));
