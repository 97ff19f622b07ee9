import type { z } from 'zod';
import type { attendanceBody } from '../../../contracts/items';
import type { AttendanceState } from '../../../contracts/vocabulary';
import { forbidden } from '../kernel/errors';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { ItemState } from './item.repository';
import { insist, isLive, lockedItem, recordOnItem, seatOf } from './on-item';
import type { OnItem } from './on-item';

/** Puts a member's attendance of one item on record, and into the state that the caller goes on with. */
export async function markAttendance(
  unit: UnitOfWork,
  state: ItemState,
  member: number,
  held: AttendanceState,
  by: number,
): Promise<void> {
  await unit
    .trx('crm_attendance')
    .insert({
      item_id: state.row.id,
      member_id: member,
      state: held,
      recorded_by: by,
      recorded_at: unit.now,
    })
    .onConflict(['item_id', 'member_id'])
    .merge();
  state.attendance.set(member, held);
  recordOnItem(unit, state, 'item.attendance_recorded', by, { member, state: held });
}

/** Attendance of one item: one's own, or anyone's for those who lead the session or keep its minutes. */
export async function recordAttendance(
  unit: UnitOfWork,
  on: OnItem,
  body: z.output<typeof attendanceBody>,
  locale: 'ar' | 'en',
): Promise<void> {
  const state = await lockedItem(unit, on);
  if (!isLive(state)) insist(unit.crm, { ok: false, code: 'item.closed' }, locale);
  if (state.form === 'circulation')
    insist(unit.crm, { ok: false, code: 'item.circulated' }, locale);
  const seat = seatOf(state, on.member);
  const leads = seat === 'chair' || seat === 'deputy' || seat === 'secretary';
  const ownPresence = body.memberId === on.member && seat !== undefined && body.state === 'present';
  if (!leads && !ownPresence) throw forbidden();
  if (seatOf(state, body.memberId) === undefined)
    insist(unit.crm, { ok: false, code: 'member.not_on_roster' }, locale);
  await markAttendance(unit, state, body.memberId, body.state, on.member);
}
