import type { Knex } from 'knex';
import type {
  AgendaItemStatus,
  AttendanceState,
  BallotChoice,
  Seat,
} from '../../../contracts/vocabulary';
import type { Bilingual } from '../kernel/bilingual';
import type { Crm } from '../kernel/crm';
import { notFound } from '../kernel/errors';
import { isId } from '../kernel/http';
import { activeCommittee } from './committee.service';
import type { ItemContext } from './rights.rules';
import type { CommitteeRules, TallyResult } from './tally.rules';

export interface Member {
  memberId: number;
  name: string;
  seat: Seat;
}

export interface SessionRow {
  id: string;
  number: number;
  committee: string;
  committee_name: Bilingual;
  held_on: string;
  status: 'planned' | 'open' | 'closed';
  planned_by: number;
  planned_at: Date;
}

export interface ItemRow {
  id: string;
  session_id: string;
  request_id: string;
  position: number;
  status: AgendaItemStatus;
  /** frozen when the item opens; null before */
  rules: CommitteeRules | null;
  roster: Member[] | null;
  opened_at: Date | null;
  closed_at: Date | null;
  result: TallyResult | null;
  created_at: Date;
}

export interface BallotRow {
  id: string;
  item_id: string;
  member_id: number;
  choice: BallotChoice;
  reservation: string | null;
  idempotency_key: string;
  cast_at: Date;
  superseded_at: Date | null;
}

/** An item with everything that its rules ask about. */
export interface ItemState {
  row: ItemRow;
  rules: CommitteeRules;
  roster: Member[];
  attendance: Map<number, AttendanceState>;
  recused: Set<number>;
  ballots: BallotRow[];
}

/**
 * Who sits on an item that has not opened yet: the committee as it is published; for an appeal without
 * those who took part in the first decision.
 */
async function standingRoster(
  crm: Crm,
  db: Knex,
  row: ItemRow,
): Promise<{ rules: CommitteeRules; roster: Member[] }> {
  const committee = await activeCommittee(crm);
  const earlier: { roster: Member[] | null }[] = await db('crm_agenda_items as i')
    .join('crm_requests as r', 'r.parent_id', 'i.request_id')
    .where({ 'r.id': row.request_id, 'r.kind': 'appeal' })
    .whereNotNull('i.roster')
    .select('i.roster');
  const barred = new Set(
    earlier.flatMap((item) => item.roster ?? []).map((member) => member.memberId),
  );
  return {
    rules: committee.rules,
    roster: committee.seats.filter((member) => !barred.has(member.memberId)),
  };
}

/**
 * Reads an item; with `lock`, its row is locked until the transaction ends, and everything that belongs to it is
 * read after the lock. @throws CrmError not_found
 */
export async function itemState(
  crm: Crm,
  db: Knex,
  sessionId: string,
  itemId: string,
  lock = false,
): Promise<ItemState> {
  if (!isId(sessionId) || !isId(itemId)) throw notFound();
  const query = db<ItemRow>('crm_agenda_items').where({ id: itemId, session_id: sessionId });
  const row = (await (lock ? query.forUpdate() : query).first()) as ItemRow | undefined;
  if (!row) throw notFound();
  // One after the other: inside a transaction there is one connection, and it takes one query at a time.
  const attendance: { member_id: number; state: AttendanceState }[] = await db('crm_attendance')
    .where({ item_id: row.id })
    .select('member_id', 'state');
  const recusals: number[] = await db('crm_recusals').where({ item_id: row.id }).pluck('member_id');
  const ballots: BallotRow[] = await db('crm_ballots')
    .where({ item_id: row.id })
    .whereNull('superseded_at');
  const standing =
    row.rules && row.roster
      ? { rules: row.rules, roster: row.roster }
      : await standingRoster(crm, db, row);
  return {
    row,
    ...standing,
    attendance: new Map(attendance.map((one) => [one.member_id, one.state])),
    recused: new Set(recusals),
    ballots,
  };
}

/** The same in the words of the rules, for one member. */
export function contextFor(state: ItemState, memberId: number): ItemContext {
  const { status } = state.row;
  return {
    memberId: String(memberId),
    roster: state.roster.map(({ memberId: id, seat }) => ({ memberId: String(id), seat })),
    recused: [...state.recused].map(String),
    attendance: Object.fromEntries([...state.attendance].map(([id, held]) => [String(id), held])),
    item: {
      status: status === 'decided' || status === 'no_quorum' ? 'closed' : status,
      closesAt: null,
    },
  };
}

/** Whoever declared a conflict does not find the item. @throws CrmError not_found */
export function hideFromRecused(state: ItemState, memberId: number): void {
  if (state.recused.has(memberId)) throw notFound();
}
