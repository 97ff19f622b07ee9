import { randomUUID } from 'node:crypto';
import type { Discussion } from '../../../contracts/deliberation';
import type { Crm } from '../kernel/crm';
import { conflict, forbidden } from '../kernel/errors';
import { staffNames } from '../kernel/staff';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { mayRemark, readsOthers } from './deliberation.rules';
import type { Reader } from './deliberation.rules';
import { itemState } from './item.repository';
import type { ItemState } from './item.repository';
import { lockedItem, recordOnItem, seatOf } from './on-item';
import type { OnItem } from './on-item';

const table = 'crm_remarks';
const textPlace = (id: string) => ({ table, field: 'text', id });

interface RemarkRow {
  id: string;
  member_id: number;
  text_sealed: string;
  said_at: Date;
}

const readerOf = (state: ItemState, member: number): Reader => ({
  seat: seatOf(state, member),
  voted: state.ballots.some(({ member_id }) => member_id === member),
  status: state.row.status,
  setting: state.discussion,
});

/** GET …/discussion. @throws CrmError not_found, also for who declared a conflict */
export async function readDiscussion(crm: Crm, on: OnItem): Promise<Discussion> {
  const { db } = crm;
  const state = await itemState(crm, db, on.session, on.item, false, on.member);
  const reader = readerOf(state, on.member);
  const all = readsOthers(reader);
  const rows = await db(table)
    .where({ item_id: state.row.id })
    .modify((query) => void (!all && query.where({ member_id: on.member })))
    .orderBy('said_as')
    .select<RemarkRow[]>('id', 'member_id', 'text_sealed', 'said_at');
  const names = await staffNames(
    crm,
    rows.map(({ member_id }) => member_id),
  );
  return {
    setting: reader.setting,
    readsOthers: all,
    mayWrite: mayRemark(reader),
    remarks: rows.map((row) => ({
      id: row.id,
      memberId: row.member_id,
      name: names.get(row.member_id) ?? '—',
      me: row.member_id === on.member,
      text: crm.vault.open(textPlace(row.id), row.text_sealed),
      at: row.said_at.toISOString(),
    })),
  };
}

/**
 * POST …/discussion: says something to those who sit on the item. What was said stands. The item is locked, so that
 * nothing is said after its close. @returns its id
 * @throws CrmError not_found; 403 for who has no seat with a vote; 409 when the item is over
 */
export async function remark(unit: UnitOfWork, on: OnItem, text: string): Promise<string> {
  const { crm, trx, now } = unit;
  const state = await lockedItem(unit, on);
  const { seat, status } = readerOf(state, on.member);
  if (seat === undefined || seat === 'observer') throw forbidden();
  if (!mayRemark({ seat, status })) throw conflict('error.discussion_closed');
  const id = randomUUID();
  await trx(table).insert({
    id,
    item_id: state.row.id,
    member_id: on.member,
    text_sealed: crm.vault.seal(textPlace(id), text),
    said_at: now,
  });
  recordOnItem(unit, state, 'item.remark_made', on.member, { remark: id });
  return id;
}
