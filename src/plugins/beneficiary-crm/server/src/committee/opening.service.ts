import { conflict } from '../kernel/errors';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { markAttendance } from './attendance.service';
import { holdCommittees } from './committee.lock';
import { contextFor } from './item.repository';
import type { ItemState } from './item.repository';
import { insist, lockedItem, recordOnItem, seatOf } from './on-item';
import type { OnItem } from './on-item';
import { mayOpen } from './rights.rules';

/**
 * Opens an item for voting and freezes who sits on it, by which rules, and what is proposed.
 * In a room the one who opens is thereby present.
 * @throws CrmError 403 or 409 with the rule's own code
 */
export async function openItem(unit: UnitOfWork, on: OnItem, locale: 'ar' | 'en'): Promise<void> {
  // Before the committee is read: rules and seats that are frozen now are those that hold now.
  await holdCommittees(unit.trx);
  const state = await lockedItem(unit, on);
  const seat = seatOf(state, on.member);
  if (
    state.form === 'room' &&
    (seat === 'chair' || seat === 'deputy') &&
    !state.attendance.has(on.member) &&
    state.row.status === 'pending'
  ) {
    await markAttendance(unit, state, on.member, 'present', on.member);
  }
  insist(unit.crm, mayOpen(contextFor(state, on.member)), locale);
  if (!(await isBeforeCommittee(unit, state))) throw conflict('error.transition');
  await freeze(unit, state, on.member);
}

/** Whether the request still waits for the committee. */
export async function isBeforeCommittee({ trx }: UnitOfWork, { row }: ItemState): Promise<boolean> {
  const request = await trx('crm_requests')
    .where({ id: row.request_id })
    .first<{ status: string } | undefined>('status');
  return request?.status === 'committee';
}

/** From here on the item is what it is, whatever becomes of its committee. @param by null: the session as a whole */
export async function freeze(unit: UnitOfWork, state: ItemState, by: number | null): Promise<void> {
  const { row, rules, roster, excluded, secrecy, discussion, closesAt } = state;
  await unit
    .trx('crm_agenda_items')
    .where({ id: row.id })
    .update({
      status: 'open',
      rules: JSON.stringify(rules),
      roster: JSON.stringify(roster),
      excluded: JSON.stringify(excluded),
      secrecy,
      discussion,
      closes_at: closesAt,
      opened_at: unit.now,
    });
  await unit.trx('crm_sessions').where({ id: row.session_id }).update({ status: 'open' });
  recordOnItem(unit, state, 'item.opened', by, {
    roster: roster.map(({ memberId, seat }) => ({ member: memberId, seat })),
    ...(excluded.length > 0 ? { excluded: excluded.map(({ memberId }) => memberId) } : {}),
    rules,
    secrecy,
    ...(closesAt ? { closesAt: closesAt.toISOString() } : {}),
  });
}
