import type { Locale } from '../../../contracts/vocabulary';
import { conflict } from '../kernel/errors';
import type { Crm } from '../kernel/crm';
import type { Staff } from '../kernel/room';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { countAndClose } from './close.service';
import { holdCommittees } from './committee.lock';
import { contextFor, itemState } from './item.repository';
import type { SessionRow } from './item.repository';
import { insist, timeUnderLock } from './on-item';
import { freeze, isBeforeCommittee } from './opening.service';
import { lockSession } from './planning.service';
import { isOver, presidingMember } from './rights.rules';
import type { Attendance } from './tally.rules';
import { committeeOf } from './session.committee';

/**
 * Begins a circulation: all its items open at once, until its deadline. What nobody can hear now (a panel without
 * enough members, a request that went back) stays pending.
 * @throws CrmError 403 unless the person presides; 409 in a room, or when the deadline is over
 */
export async function startCirculation(
  unit: UnitOfWork,
  id: string,
  staff: Staff,
  locale: Locale,
): Promise<void> {
  await holdCommittees(unit.trx);
  const { session, items } = await lockSession(unit, id);
  if (session.form !== 'circulation' || !session.closes_at)
    throw conflict('error.session_not_circulated');
  if (!(await presidesOver(unit, session, staff)))
    insist(unit.crm, { ok: false, code: 'member.not_presiding' }, locale);
  if (isOver(session.closes_at, await timeUnderLock(unit))) throw conflict('error.session_late');
  const pending = items.filter(({ status }) => status === 'pending');
  if (pending.length === 0) throw conflict('error.session_begun');
  let opened = 0;
  for (const item of pending) {
    const state = await itemState(unit.crm, unit.trx, id, item.id, true);
    const able = contextFor(state, staff.id).panelFault === null;
    if (!able || !(await isBeforeCommittee(unit, state))) continue;
    // Nobody opened them one by one: of an item that is hidden from who began, nothing is told by its opening.
    await freeze(unit, state, null);
    opened += 1;
  }
  unit.record({
    type: 'session.started',
    actor: { kind: 'staff', id: staff.id },
    subject: { kind: 'session', id },
    data: { closesAt: session.closes_at.toISOString() },
  });
  if (opened > 0)
    unit.enqueue(
      'end_circulation',
      { session: id },
      { runAt: session.closes_at, key: `end_circulation:${id}` },
    );
}

/** The chair; the deputy where the chair sent apologies for the session. */
async function presidesOver(
  { crm, trx }: UnitOfWork,
  session: SessionRow,
  staff: Staff,
): Promise<boolean> {
  const { seats } = await committeeOf(crm, session);
  const excused: number[] = await trx('crm_session_apologies')
    .where({ session_id: session.id })
    .pluck('member_id');
  const reached = seats.filter(({ memberId }) => !excused.includes(memberId));
  const presiding = presidingMember(
    seats.map(({ memberId, seat }) => ({ memberId: String(memberId), seat })),
    [],
    Object.fromEntries(reached.map(({ memberId }) => [memberId, 'present'])) as Attendance,
  );
  return presiding === String(staff.id);
}

/**
 * Jobs `end_circulation` (of one session, at its deadline) and `end_circulations` (of all, should a job be lost):
 * counts what is past its deadline. Each item in a transaction of its own, so that ballots on others go on.
 */
export async function endCirculations(
  crm: Crm,
  { session }: Readonly<Record<string, string | number>>,
): Promise<void> {
  const due: { id: string; session_id: string }[] = await crm
    .db('crm_agenda_items')
    .where({ status: 'open', ...(session === undefined ? {} : { session_id: session }) })
    .where('closes_at', '<=', crm.now())
    .orderBy('closes_at')
    .select('id', 'session_id');
  for (const item of due)
    await crm.transaction(async (unit) => {
      const state = await itemState(crm, unit.trx, item.session_id, item.id, true);
      // Who presides may have closed it meanwhile.
      if (state.row.status !== 'open' || !isOver(state.closesAt, await timeUnderLock(unit))) return;
      await countAndClose(unit, state, null);
    });
}
