import type { Seat } from '../../../contracts/vocabulary';

/** Who hears an appeal: the panel without whoever had a part in the first decision. */

interface Seated {
  memberId: number;
  seat: Seat;
}

export interface Panel<Member extends Seated> {
  /** in the order of the seats */
  roster: Member[];
  /** members of the panel who had a part in the first decision; the minutes name them */
  excluded: Member[];
}

/** Takes those who decided first out of the panel. They are neither counted nor appointed for this appeal. */
export function panelFor<Member extends Seated>(
  seats: readonly Member[],
  deciders: ReadonlySet<number>,
): Panel<Member> {
  return {
    roster: seats.filter(({ memberId }) => !deciders.has(memberId)),
    excluded: seats.filter(({ memberId }) => deciders.has(memberId)),
  };
}

export type PanelFault = 'no_chair' | 'too_few';

const voters = (members: readonly Seated[]): number =>
  members.filter(({ seat }) => seat !== 'observer').length;

/**
 * Why nobody can hear this appeal; null when the panel can sit. It needs somebody to preside, and more than half
 * of its votes: what is left of a panel after that is no panel, whatever quorum its rules ask for among the rest.
 */
export function panelFault({ roster, excluded }: Panel<Seated>): PanelFault | null {
  if (!roster.some(({ seat }) => seat === 'chair' || seat === 'deputy')) return 'no_chair';
  return 2 * voters(roster) > voters([...roster, ...excluded]) ? null : 'too_few';
}
