import type { Seat } from '../../../contracts/vocabulary';
import type { Crm } from '../kernel/crm';
import { CrmError } from '../kernel/errors';
import type { EventActor, UnitOfWork } from '../kernel/unit-of-work';
import type { EventType } from '../policy/events.policy';
import { contextFor, hideFromRecused, itemState } from './item.repository';
import type { ItemState } from './item.repository';
import { presidingMember } from './rights.rules';
import type { Permission } from './rights.rules';

/** Where an item is found, and who acts on it. */
export interface OnItem {
  session: string;
  item: string;
  member: number;
}

/** The item, locked until the transaction ends. @throws CrmError 404, also to who may know nothing of it */
export async function lockedItem(unit: UnitOfWork, on: OnItem): Promise<ItemState> {
  const state = await itemState(unit.crm, unit.trx, on.session, on.item, true, on.member);
  hideFromRecused(state, on.member);
  return state;
}

/** @throws CrmError 403 for a reason in the person, 409 for one in the item */
export function insist(crm: Crm, judged: Permission<string>, locale: 'ar' | 'en'): void {
  if (judged.ok) return;
  const refusal = {
    code: judged.code,
    message: crm.say(locale, `refusal.committee.${judged.code}`),
  };
  const ofThePerson = judged.code.startsWith('member.');
  throw new CrmError(ofThePerson ? 'forbidden' : 'conflict', 'error.transition', {
    details: { refusals: [refusal] },
  });
}

export const seatOf = (state: ItemState, member: number): Seat | undefined =>
  state.roster.find((one) => one.memberId === member)?.seat;

export const isLive = (state: ItemState): boolean =>
  state.row.status === 'pending' || state.row.status === 'open';

export function presides(state: ItemState, member: number): boolean {
  const { roster, recused, attendance } = contextFor(state, member);
  return presidingMember(roster, recused, attendance) === String(member);
}

/** Everyone who may vote: on the roster with a vote, not recused, not known to be away. */
export const electorate = (state: ItemState): number[] =>
  state.roster
    .filter((one) => one.seat !== 'observer' && !state.recused.has(one.memberId))
    .filter((one) => !['absent', 'left'].includes(state.attendance.get(one.memberId) ?? 'present'))
    .map((one) => one.memberId);

/** Who left is neither among those who may vote nor among those who did: the ballot counts no more. */
export function turnout(state: ItemState): { voted: number; mayVote: number } {
  const mayVote = electorate(state);
  const voted = state.ballots.filter(({ member_id: member }) => mayVote.includes(member));
  return { voted: voted.length, mayVote: mayVote.length };
}

/** What happened on an item, in the chain and on the timeline of its request. */
export function recordOnItem(
  unit: UnitOfWork,
  { row }: Pick<ItemState, 'row'>,
  type: EventType,
  by: number | null,
  data: Record<string, unknown> = {},
): void {
  const actor: EventActor = by === null ? { kind: 'system' } : { kind: 'staff', id: by };
  unit.record({
    type,
    actor,
    requestId: row.request_id,
    subject: { kind: 'item', id: row.id },
    data,
  });
}

/**
 * The product's time at this very moment, by the one clock that all servers share. Asked after a lock was waited for:
 * the transaction's own time is that of its beginning, and a late ballot would look early.
 */
export async function timeUnderLock({ crm, trx }: UnitOfWork): Promise<Date> {
  const moved = crm.now().getTime() - Date.now();
  const asked: { rows: { at: Date }[] } = await trx.raw('select clock_timestamp() as at');
  const at = asked.rows[0]?.at ?? new Date();
  return new Date(at.getTime() + moved);
}
