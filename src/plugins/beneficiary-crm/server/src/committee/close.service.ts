import type { AttendanceState } from '../../../contracts/vocabulary';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { contextFor } from './item.repository';
import type { ItemState } from './item.repository';
import { insist, lockedItem, presides, recordOnItem } from './on-item';
import type { OnItem } from './on-item';
import { mayClose } from './rights.rules';
import { tally } from './tally.rules';
import type { Attendance, TallyResult } from './tally.rules';

/** Ends the voting and counts. A second close gives the first one's result. */
export async function closeItem(
  unit: UnitOfWork,
  on: OnItem,
  locale: 'ar' | 'en',
): Promise<TallyResult> {
  const state = await lockedItem(unit, on);
  if (state.row.result && presides(state, on.member)) return state.row.result;
  insist(unit.crm, mayClose(contextFor(state, on.member)), locale);
  return countAndClose(unit, state, on.member);
}

/** @param state of a locked item that is open. @param by null: the deadline of a circulation */
export async function countAndClose(
  unit: UnitOfWork,
  state: ItemState,
  by: number | null,
): Promise<TallyResult> {
  const result = tally({
    rules: state.rules,
    roster: state.roster.map(({ memberId, seat }) => ({ memberId: String(memberId), seat })),
    attendance: attendanceOf(state),
    recused: [...state.recused].map(String),
    ballots: state.ballots.map(({ member_id: member, choice }) => ({
      memberId: String(member),
      choice,
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
  recordOnItem(unit, state, 'item.closed', by, { outcome: result.outcome, steps: result.steps });
  await closeSessionWhenDone(unit, state.row.session_id);
  return result;
}

/** By circulation who voted is present, and who declared a conflict: they answered too, and the quorum counts them. */
function attendanceOf({ form, attendance, recused }: ItemState): Attendance {
  const answered = form === 'circulation' ? [...recused] : [];
  const present = answered.map((member): [number, AttendanceState] => [member, 'present']);
  return Object.fromEntries([...attendance, ...present].map(([id, held]) => [String(id), held]));
}

export async function closeSessionWhenDone({ trx }: UnitOfWork, session: string): Promise<void> {
  await trx('crm_sessions')
    .where({ id: session })
    .whereNotExists(
      trx('crm_agenda_items')
        .where({ session_id: session })
        .whereIn('status', ['pending', 'open', 'closed']),
    )
    .update({ status: 'closed' });
}

/** A request that ended while it was on an agenda: the item is void, its ballots kept. */
export async function voidItemsOf(unit: UnitOfWork, requestId: string): Promise<void> {
  const rows: { id: string; session_id: string; request_id: string }[] = await unit
    .trx('crm_agenda_items')
    .where({ request_id: requestId })
    .whereIn('status', ['pending', 'open', 'closed'])
    .update({ status: 'void' })
    .returning(['id', 'session_id', 'request_id']);
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
