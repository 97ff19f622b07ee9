import { randomBytes, randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type { BallotReceipt, ballotBody } from '../../../contracts/items';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { markAttendance } from './attendance.service';
import { seatedNow } from './committee.service';
import { contextFor } from './item.repository';
import type { BallotRow, ItemState } from './item.repository';
import { insist, lockedItem, recordOnItem, timeUnderLock, turnout } from './on-item';
import type { OnItem } from './on-item';
import { receiptCode } from './receipt.rules';
import { mayVoidBallot, mayVote } from './rights.rules';

/**
 * Casts a ballot, or changes one's own until close. The item's row is locked first, its status and the time are read
 * after, so that of a ballot and a close that meet one wins and the other is told.
 * Who votes is present, unless the session has it otherwise. The same key is answered with the same receipt.
 */
export async function castBallot(
  unit: UnitOfWork,
  on: OnItem,
  body: z.output<typeof ballotBody>,
  key: string,
  locale: 'ar' | 'en',
): Promise<BallotReceipt> {
  const state = await lockedItem(unit, on);
  const repeated: BallotRow | undefined = await unit
    .trx('crm_ballots')
    .where({ item_id: state.row.id, member_id: on.member, idempotency_key: key })
    .first();
  if (repeated) return receiptOf(repeated, state);
  const at = await timeUnderLock(unit);
  insist(unit.crm, mayVote({ ...contextFor(state, on.member, true), now: at }), locale);
  if (state.attendance.get(on.member) !== 'present')
    await markAttendance(unit, state, on.member, 'present', on.member);

  await supersede(unit, state, on.member);
  const ballot: BallotRow = {
    id: randomUUID(),
    item_id: state.row.id,
    member_id: on.member,
    choice: body.choice,
    missing: body.choice === 'defer' ? body.missing : null,
    reservation: body.reservation ?? null,
    code: receiptCode(randomBytes(32)),
    idempotency_key: key,
    cast_at: at,
    superseded_at: null,
    voided_by: null,
    void_reason: null,
  };
  await unit.trx('crm_ballots').insert(ballot);
  // The choice stays out of the chain: it is sealed until close.
  recordOnItem(unit, state, 'item.ballot_cast', on.member, { ballot: ballot.id });
  state.ballots = [...state.ballots.filter((one) => one.member_id !== on.member), ballot];
  return receiptOf(ballot, state);
}

const supersede = (unit: UnitOfWork, { row }: ItemState, member: number, more: object = {}) =>
  unit
    .trx('crm_ballots')
    .where({ item_id: row.id, member_id: member })
    .whereNull('superseded_at')
    .update({ superseded_at: unit.now, ...more });

const receiptOf = (ballot: BallotRow, state: ItemState): BallotReceipt => ({
  ballotId: ballot.id,
  code: ballot.code ?? '',
  choice: ballot.choice,
  castAt: ballot.cast_at.toISOString(),
  turnout: turnout(state),
});

/**
 * Declares the ballot of a member void who lost the seat after the item opened. Without this it stands: the roster is
 * frozen. The ballot is kept with the reason, and the member casts no other one on this item.
 */
export async function voidBallot(
  unit: UnitOfWork,
  on: OnItem,
  member: number,
  reason: string,
  locale: 'ar' | 'en',
): Promise<void> {
  const state = await lockedItem(unit, on);
  const seated = await seatedNow(unit.crm, unit.trx, state.session);
  insist(
    unit.crm,
    mayVoidBallot(contextFor(state, on.member), {
      hasVoted: state.ballots.some((one) => one.member_id === member),
      stillSeated: seated.has(member),
    }),
    locale,
  );
  const ballot = state.ballots.find((one) => one.member_id === member);
  await supersede(unit, state, member, { voided_by: on.member, void_reason: reason });
  recordOnItem(unit, state, 'item.ballot_voided', on.member, { member, ballot: ballot?.id });
}
