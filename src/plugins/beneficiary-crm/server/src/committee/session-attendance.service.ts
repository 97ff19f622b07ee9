import type { z } from 'zod';
import type { apologyBody, sessionAttendanceBody } from '../../../contracts/sessions';
import { CrmError, conflict, forbidden, invalid } from '../kernel/errors';
import type { Staff } from '../kernel/room';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { committeeOf, leadingSeat } from './session.committee';
import { lockSession } from './planning.service';

/**
 * Attendance of a session, taken once: it holds for every item that is not open yet, those added later too. What is
 * recorded on an item afterwards goes before it.
 * @throws CrmError 403 unless the person leads the session or keeps its minutes
 */
export async function takeAttendance(
  unit: UnitOfWork,
  id: string,
  staff: Staff,
  { members }: z.output<typeof sessionAttendanceBody>,
): Promise<void> {
  const { trx, now } = unit;
  const { session } = await lockSession(unit, id);
  if (!(await leadingSeat(unit.crm, staff, session))) throw forbidden();
  if (session.form === 'circulation') throw conflict('error.session_circulated');
  const { seats } = await committeeOf(unit.crm, session);
  const seated = new Set(seats.map(({ memberId }) => memberId));
  const stranger = members.findIndex(({ memberId }) => !seated.has(memberId));
  if (stranger >= 0) throw invalid([{ path: `members.${stranger}.memberId`, code: 'option' }]);
  if (new Set(members.map(({ memberId }) => memberId)).size !== members.length)
    throw new CrmError('invalid', 'error.invalid_input', {
      issues: [{ path: 'members', code: 'format' }],
    });
  await trx('crm_session_attendance')
    .insert(
      members.map(({ memberId, state }) => ({
        session_id: id,
        member_id: memberId,
        state,
        recorded_by: staff.id,
        recorded_at: now,
      })),
    )
    .onConflict(['session_id', 'member_id'])
    .merge();
  await applyAttendance(
    unit,
    id,
    members.map(({ memberId }) => memberId),
  );
  unit.record({
    type: 'session.attendance_taken',
    actor: { kind: 'staff', id: staff.id },
    subject: { kind: 'session', id },
    data: { members: members.map(({ memberId, state }) => ({ member: memberId, state })) },
  });
}

/**
 * Writes the session's attendance onto its pending items: over what they hold of these members, or, of nobody in
 * particular, only where they hold nothing.
 */
export async function applyAttendance(
  { trx }: UnitOfWork,
  session: string,
  members?: readonly number[],
): Promise<void> {
  await trx.raw(
    `insert into crm_attendance (item_id, member_id, state, recorded_by, recorded_at)
     select i.id, a.member_id, a.state, a.recorded_by, a.recorded_at
       from crm_session_attendance a
       join crm_agenda_items i on i.session_id = a.session_id and i.status = 'pending'
      where a.session_id = ? ${members ? 'and a.member_id = any(?)' : ''}
     on conflict (item_id, member_id) do ${
       members
         ? `update set state = excluded.state, recorded_by = excluded.recorded_by,
                       recorded_at = excluded.recorded_at`
         : 'nothing'
     }`,
    members ? [session, [...members]] : [session],
  );
}

/** A member's own apology, before or while the session is held. @throws CrmError 403 for who has no seat */
export async function apologise(
  unit: UnitOfWork,
  id: string,
  staff: Staff,
  { reason = '' }: z.output<typeof apologyBody>,
): Promise<void> {
  const { session } = await lockSession(unit, id);
  const { seats } = await committeeOf(unit.crm, session);
  if (!seats.some(({ memberId }) => memberId === staff.id)) throw forbidden();
  await unit
    .trx('crm_session_apologies')
    .insert({ session_id: id, member_id: staff.id, reason, made_at: unit.now })
    .onConflict(['session_id', 'member_id'])
    .merge();
  recordApology(unit, 'session.apologised', id, staff);
}

/** @throws CrmError 409 when there is none to take back */
export async function withdrawApology(unit: UnitOfWork, id: string, staff: Staff): Promise<void> {
  await lockSession(unit, id);
  const gone = await unit
    .trx('crm_session_apologies')
    .where({ session_id: id, member_id: staff.id })
    .delete();
  if (gone === 0) throw conflict('error.no_apology');
  recordApology(unit, 'session.apology_withdrawn', id, staff);
}

const recordApology = (
  unit: UnitOfWork,
  type: 'session.apologised' | 'session.apology_withdrawn',
  id: string,
  staff: Staff,
): void =>
  unit.record({
    type,
    actor: { kind: 'staff', id: staff.id },
    subject: { kind: 'session', id },
  });
