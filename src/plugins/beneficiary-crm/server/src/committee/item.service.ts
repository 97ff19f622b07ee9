import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type {
  BallotReceipt,
  attendanceBody,
  ballotBody,
  recusalBody,
} from '../../../contracts/items';
import { CrmError, conflict, forbidden, notFound } from '../kernel/errors';
import { isId } from '../kernel/http';
import type { Crm } from '../kernel/crm';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { EventType } from '../policy/events.policy';
import { act, actingCommittee, putDecision } from '../requests';
import { lockRequest } from '../requests/request.repository';
import { holdCommittees } from './committee.lock';
import { contextFor, hideFromRecused, itemState } from './item.repository';
import type { BallotRow, ItemState } from './item.repository';
import { mayClose, mayOpen, mayVote, presidingMember } from './rights.rules';
import { tally } from './tally.rules';
import type { TallyResult } from './tally.rules';

/** Where an item is found, and who acts on it. */
export interface OnItem {
  session: string;
  item: string;
  member: number;
}

type Judged = { ok: true } | { ok: false; code: string };

function insist(crm: Crm, judged: Judged, locale: 'ar' | 'en'): void {
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

const seatOf = (state: ItemState, member: number) =>
  state.roster.find((one) => one.memberId === member)?.seat;
const live = (state: ItemState) => state.row.status === 'pending' || state.row.status === 'open';

/** Everyone who may vote: on the roster with a vote, not recused, not known to be away. */
export const electorate = (state: ItemState): number[] =>
  state.roster
    .filter((one) => one.seat !== 'observer' && !state.recused.has(one.memberId))
    .filter((one) => !['absent', 'left'].includes(state.attendance.get(one.memberId) ?? 'present'))
    .map((one) => one.memberId);

export const turnout = (state: ItemState) => ({
  voted: state.ballots.length,
  mayVote: electorate(state).length,
});

/** What a member did on an item, in the chain and on the timeline of its request. */
function recordOnItem(
  unit: UnitOfWork,
  { row }: ItemState,
  type: EventType,
  member: number,
  data: Record<string, unknown>,
): void {
  unit.record({
    type,
    actor: { kind: 'staff', id: member },
    requestId: row.request_id,
    subject: { kind: 'item', id: row.id },
    data,
  });
}

async function markAttendance(
  unit: UnitOfWork,
  state: ItemState,
  member: number,
  held: 'present' | 'left' | 'absent',
  by: number,
) {
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

/**
 * Opens an item for voting and freezes who sits on it and by which rules.
 * The one who opens is thereby present.
 * @throws CrmError 403 or 409 with the rule's own code
 */
export async function openItem(unit: UnitOfWork, on: OnItem, locale: 'ar' | 'en'): Promise<void> {
  // Before the committee is read: rules and seats that are frozen now are those that hold now.
  await holdCommittees(unit.trx);
  const state = await itemState(unit.crm, unit.trx, on.session, on.item, true);
  hideFromRecused(state, on.member);
  const seat = seatOf(state, on.member);
  if (
    (seat === 'chair' || seat === 'deputy') &&
    !state.attendance.has(on.member) &&
    state.row.status === 'pending'
  ) {
    await markAttendance(unit, state, on.member, 'present', on.member);
  }
  insist(unit.crm, mayOpen(contextFor(state, on.member)), locale);
  const request = await unit
    .trx('crm_requests')
    .where({ id: state.row.request_id })
    .first<{ status: string }>('status');
  if (request?.status !== 'committee') throw conflict('error.transition');
  await unit
    .trx('crm_agenda_items')
    .where({ id: state.row.id })
    .update({
      status: 'open',
      rules: JSON.stringify(state.rules),
      roster: JSON.stringify(state.roster),
      excluded: JSON.stringify(state.excluded),
      opened_at: unit.now,
    });
  await unit.trx('crm_sessions').where({ id: on.session }).update({ status: 'open' });
  recordOnItem(unit, state, 'item.opened', on.member, {
    roster: state.roster.map(({ memberId, seat: held }) => ({ member: memberId, seat: held })),
    ...(state.excluded.length > 0
      ? { excluded: state.excluded.map(({ memberId }) => memberId) }
      : {}),
    rules: state.rules,
  });
}

/** Attendance of one item: one's own, or anyone's for those who lead the session or keep its minutes. */
export async function recordAttendance(
  unit: UnitOfWork,
  on: OnItem,
  body: z.output<typeof attendanceBody>,
  locale: 'ar' | 'en',
): Promise<void> {
  const state = await itemState(unit.crm, unit.trx, on.session, on.item, true);
  hideFromRecused(state, on.member);
  if (!live(state)) insist(unit.crm, { ok: false, code: 'item.closed' }, locale);
  const seat = seatOf(state, on.member);
  const leads = seat === 'chair' || seat === 'deputy' || seat === 'secretary';
  const ownPresence = body.memberId === on.member && seat !== undefined && body.state === 'present';
  if (!leads && !ownPresence) throw forbidden();
  if (seatOf(state, body.memberId) === undefined)
    insist(unit.crm, { ok: false, code: 'member.not_on_roster' }, locale);
  await markAttendance(unit, state, body.memberId, body.state, on.member);
}

/** One's own conflict of interest. A ballot already cast is void, and kept; the item is hidden from then on. */
export async function recuse(
  unit: UnitOfWork,
  on: OnItem,
  body: z.output<typeof recusalBody>,
  locale: 'ar' | 'en',
): Promise<void> {
  const state = await itemState(unit.crm, unit.trx, on.session, on.item, true);
  hideFromRecused(state, on.member);
  if (seatOf(state, on.member) === undefined)
    insist(unit.crm, { ok: false, code: 'member.not_on_roster' }, locale);
  if (!live(state)) insist(unit.crm, { ok: false, code: 'item.closed' }, locale);
  await unit.trx('crm_recusals').insert({
    item_id: state.row.id,
    member_id: on.member,
    ground: body.ground,
    reason: body.reason || null,
    declared_at: unit.now,
  });
  await unit
    .trx('crm_ballots')
    .where({ item_id: state.row.id, member_id: on.member })
    .whereNull('superseded_at')
    .update({ superseded_at: unit.now });
  recordOnItem(unit, state, 'item.recused', on.member, { ground: body.ground });
}

/**
 * Casts a ballot, or changes one's own until close. The item's row is locked first and its status read after,
 * so that of a ballot and a close that meet one wins and the other is told.
 * Who votes is present, unless the session has it otherwise. The same key is answered with the same receipt.
 */
export async function castBallot(
  unit: UnitOfWork,
  on: OnItem,
  body: z.output<typeof ballotBody>,
  key: string,
  locale: 'ar' | 'en',
): Promise<BallotReceipt> {
  const state = await itemState(unit.crm, unit.trx, on.session, on.item, true);
  hideFromRecused(state, on.member);
  const repeated: BallotRow | undefined = await unit
    .trx('crm_ballots')
    .where({ item_id: state.row.id, member_id: on.member, idempotency_key: key })
    .first();
  if (repeated) return receiptOf(repeated, state);
  if (seatOf(state, on.member) && !state.attendance.has(on.member)) {
    if (state.row.status === 'open')
      await markAttendance(unit, state, on.member, 'present', on.member);
    // Otherwise the item is the reason for a refusal, not an attendance that nobody has taken yet.
    else state.attendance.set(on.member, 'present');
  }
  insist(unit.crm, mayVote({ ...contextFor(state, on.member), now: unit.now }), locale);

  await unit
    .trx('crm_ballots')
    .where({ item_id: state.row.id, member_id: on.member })
    .whereNull('superseded_at')
    .update({ superseded_at: unit.now });
  const ballot: BallotRow = {
    id: randomUUID(),
    item_id: state.row.id,
    member_id: on.member,
    choice: body.choice,
    reservation: body.reservation ?? null,
    idempotency_key: key,
    cast_at: unit.now,
    superseded_at: null,
  };
  await unit.trx('crm_ballots').insert(ballot);
  // The choice stays out of the chain: it is sealed until close.
  recordOnItem(unit, state, 'item.ballot_cast', on.member, { ballot: ballot.id });
  state.ballots = [...state.ballots.filter((one) => one.member_id !== on.member), ballot];
  return receiptOf(ballot, state);
}

const receiptOf = (ballot: BallotRow, state: ItemState): BallotReceipt => ({
  ballotId: ballot.id,
  choice: ballot.choice,
  castAt: ballot.cast_at.toISOString(),
  turnout: turnout(state),
});

/** Ends the voting and counts. A second close gives the first one's result. */
export async function closeItem(
  unit: UnitOfWork,
  on: OnItem,
  locale: 'ar' | 'en',
): Promise<TallyResult> {
  const state = await itemState(unit.crm, unit.trx, on.session, on.item, true);
  hideFromRecused(state, on.member);
  const context = contextFor(state, on.member);
  if (
    state.row.result &&
    presidingMember(context.roster, context.recused, context.attendance) === context.memberId
  ) {
    return state.row.result;
  }
  insist(unit.crm, mayClose(context), locale);
  const result = tally({
    rules: state.rules,
    roster: context.roster,
    attendance: context.attendance,
    recused: context.recused,
    ballots: state.ballots.map((ballot) => ({
      memberId: String(ballot.member_id),
      choice: ballot.choice,
    })),
  });
  await unit
    .trx('crm_agenda_items')
    .where({ id: state.row.id })
    .update({
      status: result.outcome === 'no_quorum' ? 'no_quorum' : 'closed',
      result: JSON.stringify(result),
      closed_at: unit.now,
    });
  recordOnItem(unit, state, 'item.closed', on.member, {
    outcome: result.outcome,
    steps: result.steps,
  });
  await closeSessionWhenDone(unit, on.session);
  return result;
}

async function lockRequestOf({ trx }: UnitOfWork, { session, item }: OnItem): Promise<void> {
  if (!isId(session) || !isId(item)) throw notFound();
  const row = await trx('crm_agenda_items')
    .where({ id: item, session_id: session })
    .first<{ request_id: string } | undefined>('request_id');
  if (!row) throw notFound();
  await lockRequest(trx, row.request_id);
}

/** States the reason in plain words; the decision and the request's next status are one transaction. */
export async function issueDecision(
  unit: UnitOfWork,
  on: OnItem,
  reason: string,
  locale: 'ar' | 'en',
): Promise<void> {
  // Requests before items, as a withdrawal takes them: of the two that meet, one waits for the other.
  await lockRequestOf(unit, on);
  const state = await itemState(unit.crm, unit.trx, on.session, on.item, true);
  hideFromRecused(state, on.member);
  const context = contextFor(state, on.member);
  const presiding = presidingMember(context.roster, context.recused, context.attendance);
  if (presiding !== context.memberId)
    insist(unit.crm, { ok: false, code: 'member.not_presiding' }, locale);
  const outcome = state.row.result?.outcome;
  if (state.row.status !== 'closed' || !outcome || outcome === 'no_quorum') {
    insist(
      unit.crm,
      { ok: false, code: state.row.status === 'open' ? 'item.not_closed' : 'item.closed' },
      locale,
    );
    return;
  }
  await putDecision(unit, state.row.request_id, {
    outcome,
    reason,
    decided_by: on.member,
    item_id: state.row.id,
  });
  await act(unit, state.row.request_id, 'decide', actingCommittee(on.member), { locale });
  await unit.trx('crm_agenda_items').where({ id: state.row.id }).update({ status: 'decided' });
  await closeSessionWhenDone(unit, on.session);
}

/** The chair lets a reply out before its earliest date, for urgent need, with a reason (S5). */
export async function releaseEarly(
  unit: UnitOfWork,
  on: OnItem,
  reason: string,
  locale: 'ar' | 'en',
): Promise<void> {
  const state = await itemState(unit.crm, unit.trx, on.session, on.item);
  hideFromRecused(state, on.member);
  const context = contextFor(state, on.member);
  if (presidingMember(context.roster, context.recused, context.attendance) !== context.memberId) {
    insist(unit.crm, { ok: false, code: 'member.not_presiding' }, locale);
  }
  await act(unit, state.row.request_id, 'release_early', actingCommittee(on.member), {
    body: { reason },
    locale,
  });
}

async function closeSessionWhenDone(unit: UnitOfWork, session: string): Promise<void> {
  await unit
    .trx('crm_sessions')
    .where({ id: session })
    .whereNotExists(
      unit
        .trx('crm_agenda_items')
        .where({ session_id: session })
        .whereIn('status', ['pending', 'open', 'closed']),
    )
    .update({ status: 'closed' });
}

/** A request that ended while it was on an agenda: the item is void, its ballots kept. */
export async function voidItemsOf(unit: UnitOfWork, requestId: string): Promise<void> {
  const rows: { id: string; session_id: string }[] = await unit
    .trx('crm_agenda_items')
    .where({ request_id: requestId })
    .whereIn('status', ['pending', 'open', 'closed'])
    .update({ status: 'void' })
    .returning(['id', 'session_id']);
  for (const row of rows) {
    unit.record({
      type: 'item.voided',
      actor: { kind: 'system' },
      requestId,
      subject: { kind: 'item', id: row.id },
    });
    await closeSessionWhenDone(unit, row.session_id);
  }
}
