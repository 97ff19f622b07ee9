import type { AgendaItemStatus } from '../../../contracts/vocabulary';

/**
 * A declared conflict of interest and how far it reaches. It is about the matter: the request, its later rounds and
 * what is appealed; until it is taken back it stands in every later session. What it hides is asked of the database,
 * in every room alike: see `kernel/hidden.ts`.
 */

/** A declaration that stands: a row of `crm_recusals`. */
export interface Declared {
  memberId: number;
  declaredAt: Date;
}

/**
 * Who does not sit on an item for a conflict: who declared it by the time the item closed, in this round or one
 * before. What is declared in a later round does not change what was counted in this one.
 */
export const recusedFrom = <One extends Declared>(
  closedAt: Date | null,
  declared: readonly One[],
): One[] => declared.filter(({ declaredAt }) => closedAt === null || declaredAt <= closedAt);

/** A conflict is taken back before anything of the matter was opened for voting, and not after. */
export const mayTakeBack = (items: readonly { openedAt: Date | null }[]): boolean =>
  items.every(({ openedAt }) => openedAt === null);

/** How a session stands for somebody who sees these items of it, which need not be all. */
export function statusAsSeen<Status extends string>(
  status: Status,
  items: readonly { status: AgendaItemStatus }[],
): Status | 'planned' | 'open' | 'closed' {
  if (status !== 'open' && status !== 'closed') return status;
  if (items.every((item) => item.status === 'pending')) return 'planned';
  return items.some((item) => ['pending', 'open', 'closed'].includes(item.status))
    ? 'open'
    : 'closed';
}

/** The session with the status that it has for who sees these items. */
export const sessionAsSeen = <Session extends { status: string }>(
  session: Session,
  items: readonly { status: AgendaItemStatus }[],
): Session => ({ ...session, status: statusAsSeen(session.status, items) });
