import type { Knex } from 'knex';
import type {
  AgendaItemStatus,
  AttendanceState,
  BallotChoice,
  CommitteePurpose,
  Seat,
} from '../../../contracts/vocabulary';
import type { Bilingual } from '../kernel/bilingual';
import type { Crm } from '../kernel/crm';
import { notFound } from '../kernel/errors';
import { isId } from '../kernel/http';
import { committeeOfSession } from './committee.service';
import { decidersBefore } from './first-decision';
import { panelFault, panelFor } from './panel.rules';
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
  purpose: CommitteePurpose;
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
  excluded: Member[] | null;
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
  /** members who decided first on what is appealed, and so do not sit on this item */
  excluded: Member[];
  /** everybody who decided first, on this committee or not: to them the item is not there */
  deciders: ReadonlySet<number>;
  attendance: Map<number, AttendanceState>;
  recused: Set<number>;
  ballots: BallotRow[];
}

/**
 * Who sits on an item that has not opened yet: the committee of its session as it is published; for an appeal
 * without those who decided first.
 */
async function standingPanel(
  crm: Crm,
  db: Knex,
  row: ItemRow,
  deciders: ReadonlySet<number>,
): Promise<Pick<ItemState, 'rules' | 'roster' | 'excluded'>> {
  const session = await db('crm_sessions')
    .where({ id: row.session_id })
    .first<Pick<SessionRow, 'committee' | 'purpose'>>('committee', 'purpose');
  const committee = await committeeOfSession(crm, session);
  return { rules: committee.rules, ...panelFor(committee.seats, deciders) };
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
  const deciders = await decidersBefore(db, row.request_id);
  const standing =
    row.rules && row.roster
      ? { rules: row.rules, roster: row.roster, excluded: row.excluded ?? [] }
      : await standingPanel(crm, db, row, deciders);
  return {
    row,
    ...standing,
    deciders,
    attendance: new Map(attendance.map((one) => [one.member_id, one.state])),
    recused: new Set(recusals),
    ballots,
  };
}

/** The same in the words of the rules, for one member. */
export function contextFor(state: ItemState, memberId: number): ItemContext {
  const { status } = state.row;
  const fault = state.deciders.size > 0 && !state.row.roster ? panelFault(state) : null;
  return {
    panelFault: fault,
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

/** Whoever declared a conflict, or decided first on what is appealed, does not find the item. @throws CrmError not_found */
export function hideFromRecused(state: ItemState, memberId: number): void {
  if (state.recused.has(memberId) || state.deciders.has(memberId)) throw notFound();
}

/** The request that an item is about, for somebody who may know of it. @throws CrmError not_found */
export async function requestOfItem(
  crm: Crm,
  sessionId: string,
  itemId: string,
  memberId: number,
): Promise<string> {
  const state = await itemState(crm, crm.db, sessionId, itemId);
  hideFromRecused(state, memberId);
  return state.row.request_id;
}
