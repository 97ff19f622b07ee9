import type { Knex } from 'knex';
import type {
  AgendaItemStatus,
  AttendanceState,
  BallotChoice,
  CommitteePurpose,
  Seat,
} from '../../../contracts/vocabulary';
import type { BallotSecrecy, DiscussionTime } from '../../../contracts/committee';
import type { SessionForm, SessionStatus } from '../../../contracts/sessions';
import type { Bilingual } from '../kernel/bilingual';
import type { Crm } from '../kernel/crm';
import { notFound } from '../kernel/errors';
import { notHidden } from '../kernel/hidden';
import { isId } from '../kernel/http';
import { activeCommittee } from './committee.service';
import { recusedFrom } from './conflict.rules';
import { declaredOn } from './conflict.service';
import { decidersBefore } from './first-decision';
import { panelFault, panelFor } from './panel.rules';
import { reachedBy } from './rights.rules';
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
  /** HH:MM in Riyadh */
  held_at: string | null;
  place: string | null;
  /** the time there is for the agenda */
  minutes: number | null;
  form: SessionForm;
  closes_at: Date | null;
  hijri_year: number;
  ordinal: number;
  version: number;
  status: SessionStatus;
  planned_by: number;
  planned_at: Date;
  cancelled_at: Date | null;
  cancel_reason: string | null;
}

export interface ItemRow {
  id: string;
  session_id: string;
  request_id: string;
  /** among all items of the session; readers count what they see */
  position: number;
  /** what it is planned for; null: what its committee gives an item */
  minutes: number | null;
  status: AgendaItemStatus;
  /** frozen when the item opens; null before */
  rules: CommitteeRules | null;
  roster: Member[] | null;
  excluded: Member[] | null;
  secrecy: BallotSecrecy | null;
  discussion: DiscussionTime | null;
  closes_at: Date | null;
  /** the motion: halalas, and conditions */
  amount: number | null;
  conditions: string | null;
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
  /** of who defers: what the committee still has to know */
  missing: string | null;
  reservation: string | null;
  /** on the receipt; none on ballots from before there were codes */
  code: string | null;
  idempotency_key: string;
  cast_at: Date;
  superseded_at: Date | null;
  voided_by: number | null;
  void_reason: string | null;
}

/** An item with everything that its rules ask about. */
export interface ItemState {
  row: ItemRow;
  session: Pick<SessionRow, 'committee' | 'purpose'>;
  form: SessionForm;
  /** by circulation: until when ballots are taken */
  closesAt: Date | null;
  secrecy: BallotSecrecy;
  discussion: DiscussionTime;
  rules: CommitteeRules;
  roster: Member[];
  /** members who decided first on what is appealed, and so do not sit on this item */
  excluded: Member[];
  /** everybody who decided first, on this committee or not: to them the item is not there */
  deciders: ReadonlySet<number>;
  /** by circulation: who voted is present, and nobody else has come or gone */
  attendance: Map<number, AttendanceState>;
  recused: Set<number>;
  /** the current one of each member */
  ballots: BallotRow[];
  /** declared void by who presides */
  voided: BallotRow[];
}

type Standing = Pick<
  ItemState,
  'rules' | 'roster' | 'excluded' | 'secrecy' | 'discussion' | 'closesAt'
>;

/**
 * Who sits on an item that has not opened yet: the committee of its session as it is published; for an appeal
 * without those who decided first.
 */
async function standingPanel(
  crm: Crm,
  { committee, purpose, form, closes_at }: SessionRow,
  deciders: ReadonlySet<number>,
): Promise<Standing> {
  const { rules, secrecy, discussion, seats } = await activeCommittee(crm, purpose, committee);
  const closesAt = form === 'circulation' ? closes_at : null;
  return { rules, secrecy, discussion, closesAt, ...panelFor(seats, deciders) };
}

/** As it was frozen when the item opened; null before. */
const frozenPanel = ({ rules, roster, excluded, ...row }: ItemRow): Standing | null =>
  rules && roster
    ? {
        rules,
        roster,
        excluded: excluded ?? [],
        secrecy: row.secrecy ?? 'named_after',
        discussion: row.discussion ?? 'after_vote',
        closesAt: row.closes_at,
      }
    : null;

/**
 * Reads an item; with `lock`, its row is locked until the transaction ends, and everything that belongs to it is
 * read after the lock.
 * @param seenBy whom the item must not be hidden from: for them it costs the same one query as what does not exist
 * @throws CrmError not_found
 */
export async function itemState(
  crm: Crm,
  db: Knex,
  sessionId: string,
  itemId: string,
  lock = false,
  seenBy?: number,
): Promise<ItemState> {
  if (!isId(sessionId) || !isId(itemId)) throw notFound();
  const query = db<ItemRow>('crm_agenda_items').where({ id: itemId, session_id: sessionId });
  if (seenBy !== undefined) void query.modify(notHidden(seenBy, 'request_id', 'items'));
  const row = (await (lock ? query.forUpdate() : query).first()) as ItemRow | undefined;
  if (!row) throw notFound();
  // One after the other: inside a transaction there is one connection, and it takes one query at a time.
  const attendance: { member_id: number; state: AttendanceState }[] = await db('crm_attendance')
    .where({ item_id: row.id })
    .select('member_id', 'state');
  const declared = await declaredOn(db, row.request_id);
  const ballots: BallotRow[] = await db('crm_ballots')
    .where({ item_id: row.id })
    .whereRaw('(superseded_at is null or voided_by is not null)');
  const deciders = await decidersBefore(db, row.request_id);
  const session: SessionRow = await db('crm_sessions').where({ id: row.session_id }).first();
  return {
    row,
    session,
    form: session.form,
    ...(frozenPanel(row) ?? (await standingPanel(crm, session, deciders))),
    deciders,
    attendance:
      session.form === 'circulation'
        ? new Map(ballots.map((one) => [one.member_id, 'present']))
        : new Map(attendance.map((one) => [one.member_id, one.state])),
    recused: new Set(recusedFrom(row.closed_at, declared).map(({ memberId }) => memberId)),
    ballots: ballots.filter((one) => one.superseded_at === null),
    voided: ballots.filter((one) => one.voided_by !== null),
  };
}

/**
 * The same in the words of the rules, for one member.
 * @param arriving the member comes with this step: an attendance that nobody has taken yet is no refusal
 */
export function contextFor(state: ItemState, memberId: number, arriving = false): ItemContext {
  const { status } = state.row;
  const fault = state.deciders.size > 0 && !state.row.roster ? panelFault(state) : null;
  const taken = new Map(state.attendance);
  if (arriving && !taken.has(memberId)) taken.set(memberId, 'present');
  const roster = state.roster.map(({ memberId: id, seat }) => ({ memberId: String(id), seat }));
  const attendance = Object.fromEntries([...taken].map(([id, held]) => [String(id), held]));
  return {
    panelFault: fault,
    memberId: String(memberId),
    roster,
    recused: [...state.recused].map(String),
    voided: state.voided.map(({ member_id: member }) => String(member)),
    attendance: reachedBy(state.form, roster, attendance),
    item: {
      status: status === 'decided' || status === 'no_quorum' ? 'closed' : status,
      closesAt: state.closesAt,
    },
  };
}

/** The rule of `kernel/hidden.ts` once more, on what was declared while this waited for the lock. @throws CrmError not_found */
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
  const { row } = await itemState(crm, crm.db, sessionId, itemId, false, memberId);
  return row.request_id;
}

/** The number of an item on the agenda as this person sees it. */
export async function placeOnAgenda(
  db: Knex,
  { session_id, position }: Pick<ItemRow, 'session_id' | 'position'>,
  memberId: number,
): Promise<number> {
  const [row] = await db('crm_agenda_items')
    .where({ session_id })
    .whereRaw('position <= ?', [position])
    .modify(notHidden(memberId, 'request_id', 'items'))
    .count<{ n: string }[]>('* as n');
  return Number(row?.n ?? 0);
}
