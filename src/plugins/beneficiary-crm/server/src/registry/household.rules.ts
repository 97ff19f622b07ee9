import type { Relationship } from '../../../contracts/vocabulary';

/** A current member, by the file that speaks for the person. */
export interface Member {
  person: string;
  relationship: Relationship;
}

export type HouseholdRefusal =
  'has_household' | 'has_head' | 'needs_head' | 'head_stays' | 'not_a_member' | 'is_head';

export const headOf = (members: readonly Member[]): string | null =>
  members.find(({ relationship }) => relationship === 'head')?.person ?? null;

/** Why someone cannot come into a household; null: they can. Its first member is its head. */
export function refusesJoining(
  members: readonly Member[],
  joining: Member & { livesElsewhere: boolean },
): HouseholdRefusal | null {
  if (joining.livesElsewhere || members.some(({ person }) => person === joining.person))
    return 'has_household';
  const hasHead = headOf(members) !== null;
  if (joining.relationship === 'head') return hasHead ? 'has_head' : null;
  return hasHead ? null : 'needs_head';
}

/** The head leaves last: while others remain, one of them is made the head first. */
export function refusesLeaving(
  members: readonly Member[],
  person: string,
): HouseholdRefusal | null {
  if (!members.some((member) => member.person === person)) return 'not_a_member';
  return headOf(members) === person && members.length > 1 ? 'head_stays' : null;
}

/**
 * The household under a new head; what each of the others is to the new head has to be said anew.
 * @returns the members as they are then, or who is not named, or named without being one
 */
export function underNewHead(
  members: readonly Member[],
  head: string,
  others: readonly Member[],
):
  | { ok: true; members: Member[] }
  | { ok: false; refusal: HouseholdRefusal }
  | { ok: false; unnamed: string[]; unknown: string[] } {
  if (!members.some(({ person }) => person === head)) return { ok: false, refusal: 'not_a_member' };
  if (headOf(members) === head) return { ok: false, refusal: 'is_head' };
  const named = new Map(others.map(({ person, relationship }) => [person, relationship]));
  const unnamed = members
    .map(({ person }) => person)
    .filter((person) => person !== head && !named.has(person));
  const unknown = others
    .filter(
      ({ person, relationship }, at) =>
        person === head ||
        relationship === 'head' ||
        !members.some((member) => member.person === person) ||
        others.findIndex((other) => other.person === person) !== at,
    )
    .map(({ person }) => person);
  if (unnamed.length > 0 || unknown.length > 0) return { ok: false, unnamed, unknown };
  return {
    ok: true,
    members: members.map(({ person }) => ({
      person,
      relationship: person === head ? 'head' : (named.get(person) ?? 'other'),
    })),
  };
}
