import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { z } from 'zod';
import type {
  AgendaItemDetail,
  AgendaItemSummary,
  Right,
  TallyView,
} from '../../../contracts/items';
import type {
  SessionDetail,
  SessionList,
  SessionSummary,
  createSessionBody,
} from '../../../contracts/sessions';
import { committeePurposes } from '../../../contracts/vocabulary';
import type { CommitteePurpose, DecisionOutcome, Locale } from '../../../contracts/vocabulary';
import { pick } from '../kernel/bilingual';
import type { Crm } from '../kernel/crm';
import { conflict, forbidden, notFound } from '../kernel/errors';
import { isId } from '../kernel/http';
import type { Staff } from '../kernel/room';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { visitsOf } from '../reception';
import { openMessage, documentsOf } from '../requests/request.repository';
import { papersOf, replyMayGo, shownAnswers, studiesOf, titleOf, visitPapersOf } from '../requests';
import type { DecisionRow, ReferralRow, RequestRow } from '../requests';
import { activeCommittee, seatOn } from './committee.service';
import { notDecidedBefore } from './first-decision';
import { contextFor, hideFromRecused, itemState } from './item.repository';
import type { ItemRow, ItemState, SessionRow } from './item.repository';
import { turnout } from './item.service';
import { mayClose, mayOpen, mayRelease, mayVote, presidingMember } from './rights.rules';
import type { ReplyState } from './rights.rules';
import type { TallyResult } from './tally.rules';

/** What waits for a committee and stands on no agenda: appeals for the panel, everything else for the other. */
const readyFor = (db: UnitOfWork['trx'] | Crm['db'], purpose: CommitteePurpose) =>
  db('crm_requests as r')
    .where('r.status', 'committee')
    .where('r.kind', purpose === 'appeals' ? '=' : '<>', 'appeal')
    .whereNotExists(
      db('crm_agenda_items as i')
        .whereRaw('i.request_id = r.id')
        .whereIn('i.status', ['pending', 'open', 'closed']),
    );

/** Leads the session or keeps its minutes; with `committee.prepare`, an officer may plan one too. */
async function mayPlan(crm: Crm, staff: Staff, purpose: CommitteePurpose): Promise<boolean> {
  if (staff.permissions.has('committee.prepare')) return true;
  if (!staff.permissions.has('committee.vote')) return false;
  const seat = await seatOn(crm, purpose, staff.id);
  return seat === 'chair' || seat === 'deputy' || seat === 'secretary';
}

/** Plans a session whose agenda is everything that is ready, the nearest promise first. @returns its id */
export async function planSession(
  unit: UnitOfWork,
  staff: Staff,
  { heldOn, purpose }: z.output<typeof createSessionBody>,
): Promise<string> {
  const committee = await activeCommittee(unit.crm, purpose);
  if (!(await mayPlan(unit.crm, staff, purpose))) throw forbidden();
  // Two who plan at the same moment: the second finds nothing ready.
  await unit.trx.raw(`select pg_advisory_xact_lock(hashtext('crm_sessions'))`);
  const ready: string[] = await readyFor(unit.trx, purpose)
    .orderBy('r.due_latest')
    .limit(50)
    .pluck('r.id');
  if (ready.length === 0) throw conflict('error.nothing_ready');
  const id = randomUUID();
  await unit.trx('crm_sessions').insert({
    id,
    committee: committee.documentId,
    committee_name: JSON.stringify(committee.name),
    purpose,
    held_on: heldOn,
    planned_by: staff.id,
    planned_at: unit.now,
  });
  await unit.trx('crm_agenda_items').insert(
    ready.map((request, index) => ({
      id: randomUUID(),
      session_id: id,
      request_id: request,
      position: index + 1,
      created_at: unit.now,
    })),
  );
  unit.record({
    type: 'session.planned',
    actor: { kind: 'staff', id: staff.id },
    subject: { kind: 'session', id },
    data: { items: ready.length, heldOn, purpose },
  });
  return id;
}

/** Items as one person may know of them: those with a declared conflict or an own first decision are not there at all. */
async function agendaOf(crm: Crm, sessions: readonly string[], staff: Staff, locale: Locale) {
  const rows: (ItemRow &
    Pick<RequestRow, 'reference' | 'applicant_name' | 'kind' | 'form'> & {
      voted: boolean;
      away: boolean;
    })[] = await crm
    .db('crm_agenda_items as i')
    .join('crm_requests as r', 'r.id', 'i.request_id')
    .whereIn('i.session_id', [...sessions])
    .whereNotExists(
      crm.db('crm_recusals as c').whereRaw('c.item_id = i.id').where('c.member_id', staff.id),
    )
    .modify(notDecidedBefore(staff.id, 'i.request_id'))
    .orderBy('i.position')
    .select('i.*', 'r.reference', 'r.applicant_name', 'r.kind', 'r.form')
    .select(
      crm.db.raw(
        `exists (select 1 from crm_ballots b where b.item_id = i.id and b.member_id = ? and b.superseded_at is null) as voted,
           exists (select 1 from crm_attendance a where a.item_id = i.id and a.member_id = ? and a.state <> 'present') as away`,
        [staff.id, staff.id],
      ),
    );
  return rows.map((row) => ({
    session: row.session_id,
    summary: {
      id: row.id,
      position: row.position,
      status: row.status,
      reference: row.reference,
      applicantName: row.applicant_name,
      serviceName: row.form.service ? pick(row.form.service.name, locale) : null,
      kind: row.kind,
      outcome: row.result?.outcome ?? null,
      needsMyVote: row.status === 'open' && hasVote(row, staff.id) && !row.voted && !row.away,
    } satisfies AgendaItemSummary,
  }));
}

const hasVote = (row: Pick<ItemRow, 'roster'>, member: number): boolean =>
  row.roster?.some((one) => one.memberId === member && one.seat !== 'observer') ?? false;

function sessionSummary(
  row: SessionRow,
  agenda: AgendaItemSummary[],
  locale: Locale,
): SessionSummary {
  return {
    id: row.id,
    number: row.number,
    heldOn: row.held_on,
    status: row.status,
    committeeName: pick(row.committee_name, locale),
    purpose: row.purpose,
    items: agenda.length,
    decided: agenda.filter((item) => item.status === 'decided').length,
    needsMyVote: agenda.filter((item) => item.needsMyVote).length,
  };
}

export async function listSessions(crm: Crm, staff: Staff, locale: Locale): Promise<SessionList> {
  const rows: SessionRow[] = await crm.db('crm_sessions').orderBy('number', 'desc').limit(100);
  const [agenda, ...plans] = await Promise.all([
    agendaOf(
      crm,
      rows.map((row) => row.id),
      staff,
      locale,
    ),
    ...committeePurposes.map(async (purpose) => ({
      purpose,
      ready: await countReady(crm, purpose, staff),
      mayCreate: await mayPlan(crm, staff, purpose),
    })),
  ]);
  return {
    sessions: rows.map((row) =>
      sessionSummary(
        row,
        agenda.filter((item) => item.session === row.id).map((item) => item.summary),
        locale,
      ),
    ),
    plans,
  };
}

async function countReady(crm: Crm, purpose: CommitteePurpose, staff: Staff): Promise<number> {
  const [row] = await readyFor(crm.db, purpose)
    .modify(notDecidedBefore(staff.id, 'r.id'))
    .count<{ n: string }[]>('* as n');
  return Number(row?.n ?? 0);
}

export async function readSession(
  crm: Crm,
  id: string,
  staff: Staff,
  locale: Locale,
): Promise<SessionDetail> {
  const row: SessionRow | undefined = isId(id)
    ? await crm.db('crm_sessions').where({ id }).first()
    : undefined;
  if (!row) throw notFound();
  const [agenda, committee] = await Promise.all([
    agendaOf(crm, [id], staff, locale),
    activeCommittee(crm, row.purpose),
  ]);
  const summaries = agenda.map((item) => item.summary);
  return {
    ...sessionSummary(row, summaries, locale),
    members: committee.seats.map((member) => ({ ...member, me: member.memberId === staff.id })),
    rules: committee.rules,
    agenda: summaries,
  };
}

/** Whether a member has this request before the committee and declared no conflict about it. */
export async function mayReadFile(crm: Crm, requestId: string, memberId: number): Promise<boolean> {
  const item = await crm
    .db('crm_agenda_items as i')
    .join('crm_sessions as s', 's.id', 'i.session_id')
    .join('crm_requests as r', 'r.id', 'i.request_id')
    // The panel of an appeal reads the file of the request that it is about.
    .whereRaw(`(r.id = ? or r.kind = 'appeal' and r.parent_id = ?)`, [requestId, requestId])
    .modify(notDecidedBefore(memberId, 'i.request_id'))
    .whereNot('i.status', 'void')
    .whereRaw('(i.roster is null and s.purpose = any(?) or i.roster::jsonb @> ?::jsonb)', [
      await sitsOn(crm, memberId),
      JSON.stringify([{ memberId }]),
    ])
    .whereNotExists(
      crm.db('crm_recusals as c').whereRaw('c.item_id = i.id').where('c.member_id', memberId),
    )
    .first('i.id');
  return item !== undefined;
}

async function sitsOn(crm: Crm, memberId: number): Promise<CommitteePurpose[]> {
  const seats = await Promise.all(
    committeePurposes.map((purpose) => seatOn(crm, purpose, memberId)),
  );
  return committeePurposes.filter((_purpose, at) => seats[at] !== undefined);
}

/** Whether this person declared a conflict about the request, in any session. */
export async function isRecused(db: Knex, requestId: string, memberId: number): Promise<boolean> {
  const recusal = await db('crm_recusals as c')
    .join('crm_agenda_items as i', 'i.id', 'c.item_id')
    .where({ 'i.request_id': requestId, 'c.member_id': memberId })
    .first('c.item_id');
  return recusal !== undefined;
}

/** How many open items wait for this member's ballot. */
export async function countNeedsMyVote(crm: Crm, staffId: number): Promise<number> {
  const row = await crm
    .db('crm_agenda_items as i')
    .where('i.status', 'open')
    .whereRaw(`i.roster::jsonb @> ?::jsonb`, [JSON.stringify([{ memberId: staffId }])])
    .whereRaw(
      `not exists (select 1 from crm_recusals c where c.item_id = i.id and c.member_id = ?)
       and not exists (select 1 from crm_ballots b where b.item_id = i.id and b.member_id = ? and b.superseded_at is null)
       and not exists (select 1 from crm_attendance a where a.item_id = i.id and a.member_id = ? and a.state <> 'present')`,
      [staffId, staffId, staffId],
    )
    .count<{ n: string }[]>('* as n');
  return Number(row[0]?.n ?? 0);
}

export function tallyView(result: TallyResult): TallyView {
  const { appointed, present, recused, yes, no, defer, abstain, base, quorumMet, outcome, reason } =
    result;
  const decidedBy =
    reason === 'no_quorum'
      ? 'quorum'
      : reason === 'chair_side' || reason === 'deputy_side'
        ? 'tie'
        : 'rule';
  return {
    appointed,
    present,
    recused,
    yes,
    no,
    defer,
    abstain,
    base,
    quorumMet,
    decidedBy,
    outcome,
  };
}

function right(
  crm: Crm,
  judged: { ok: true } | { ok: false; code: string },
  locale: Locale,
): Right {
  return judged.ok
    ? { allowed: true, code: null, message: null }
    : {
        allowed: false,
        code: judged.code,
        message: crm.say(locale, `refusal.committee.${judged.code}`),
      };
}

const no = (code: string) => ({ ok: false as const, code });

function rightsOf(
  crm: Crm,
  state: ItemState,
  member: number,
  reply: ReplyState,
  locale: Locale,
): AgendaItemDetail['rights'] {
  const context = contextFor(state, member);
  const seat = state.roster.find((one) => one.memberId === member)?.seat;
  const live = state.row.status === 'pending' || state.row.status === 'open';
  // Who opens or votes is thereby present, so an attendance not yet taken does not stand in the way.
  const arriving = state.attendance.has(member)
    ? context
    : { ...context, attendance: { ...context.attendance, [String(member)]: 'present' as const } };
  const leads = seat === 'chair' || seat === 'deputy' || seat === 'secretary';
  const presides =
    presidingMember(context.roster, context.recused, context.attendance) === context.memberId;
  const decide = !presides
    ? no('member.not_presiding')
    : state.row.status === 'closed'
      ? { ok: true as const }
      : no(
          state.row.status === 'open' || state.row.status === 'pending'
            ? 'item.not_closed'
            : 'item.closed',
        );
  return {
    open: right(
      crm,
      seat === 'chair' || seat === 'deputy' ? mayOpen(arriving) : mayOpen(context),
      locale,
    ),
    attendance: right(
      crm,
      !leads ? no('member.not_presiding') : live ? { ok: true } : no('item.closed'),
      locale,
    ),
    recuse: right(
      crm,
      seat === undefined ? no('member.not_on_roster') : live ? { ok: true } : no('item.closed'),
      locale,
    ),
    vote: right(crm, mayVote({ ...arriving, now: crm.now() }), locale),
    close: right(crm, mayClose(context), locale),
    decide: right(crm, decide, locale),
    release: right(crm, mayRelease(context, reply), locale),
  };
}

/** A decision that is no longer in force, as after a return to research, has no reply to let out. */
function replyState(crm: Crm, request: RequestRow, decision: DecisionRow | undefined): ReplyState {
  if (!decision?.in_force) return 'undecided';
  if (decision.replied_at !== null) return 'sent';
  return replyMayGo(request, crm.now()) ? 'due' : 'held';
}

/** One item with its file and ballot. @throws CrmError not_found, also for who declared a conflict */
export async function readItem(
  crm: Crm,
  session: string,
  item: string,
  staff: Staff,
  locale: Locale,
): Promise<AgendaItemDetail> {
  const { db } = crm;
  const state = await itemState(crm, db, session, item);
  hideFromRecused(state, staff.id);
  const request: RequestRow | undefined = await db('crm_requests')
    .where({ id: state.row.request_id })
    .first();
  if (!request) throw notFound();
  // An appeal is heard on the file of the request that it is about.
  const first: RequestRow | undefined =
    request.kind === 'appeal'
      ? await db('crm_requests').where({ id: request.parent_id }).first()
      : undefined;
  const subject = first ?? request;
  const [documents, studies, visits, papers, referrals, firstDecision, decision] =
    await Promise.all([
      documentsOf(db, subject.id),
      studiesOf(crm, db, subject, locale),
      visitsOf(crm, subject.id),
      visitPapersOf(crm, subject.id),
      db<ReferralRow>('crm_referrals')
        .whereIn('request_id', [subject.id, request.id])
        .orderBy('asked_at'),
      db<DecisionRow>('crm_decisions')
        .where({ request_id: subject.id, appeal_id: null })
        .orderBy('decided_at', 'desc')
        .first(),
      db<DecisionRow>('crm_decisions')
        .where({ item_id: state.row.id, request_id: request.id })
        .first(),
    ]);
  const named = state.row.status === 'closed' || state.row.status === 'decided';
  const mine = state.ballots.find((ballot) => ballot.member_id === staff.id);
  const rights = rightsOf(crm, state, staff.id, replyState(crm, request, decision), locale);
  return {
    id: state.row.id,
    sessionId: session,
    requestId: request.id,
    position: state.row.position,
    status: state.row.status,
    reference: request.reference,
    applicantName: request.applicant_name,
    serviceName: titleOf(crm, request, locale),
    writtenTo: { locale: request.locale, service: titleOf(crm, request, request.locale) },
    kind: request.kind,
    outcome: state.row.result?.outcome ?? null,
    needsMyVote: rights.vote.allowed && !mine,
    file: {
      message: openMessage(crm, request),
      city: request.applicant_city,
      appealed: first
        ? {
            reference: first.reference,
            message: openMessage(crm, first),
            reason: firstDecision?.reason ?? '',
            decidedAt: (firstDecision?.decided_at ?? first.updated_at).toISOString(),
          }
        : null,
      answers: shownAnswers(crm, subject, locale).map(({ key, label, shown }) => ({
        key,
        label,
        shown,
      })),
      documents: (await papersOf(crm, subject, documents, locale)).map(({ key, label, files }) => ({
        key,
        label,
        files: files.map(({ id, name }) => ({ id, name })),
      })),
      study: studies[0] ?? null,
      visits,
      papers,
      referrals: referrals.map(({ question, answer }) => ({ question, answer })),
    },
    members: state.roster.map((member) => {
      const ballot = state.ballots.find((one) => one.member_id === member.memberId);
      return {
        ...member,
        me: member.memberId === staff.id,
        attendance: state.attendance.get(member.memberId) ?? 'absent',
        recused: state.recused.has(member.memberId),
        hasVoted: ballot !== undefined,
        choice: named ? (ballot?.choice ?? null) : null,
        reservation: named ? (ballot?.reservation ?? null) : null,
      };
    }),
    excluded: state.excluded,
    rules: state.rules,
    turnout: turnout(state),
    myBallot: mine
      ? { choice: mine.choice, reservation: mine.reservation, castAt: mine.cast_at.toISOString() }
      : null,
    tally: state.row.result ? tallyView(state.row.result) : null,
    decision: decision
      ? {
          outcome: decision.outcome as DecisionOutcome,
          reason: decision.reason,
          decidedAt: decision.decided_at.toISOString(),
        }
      : null,
    rights,
  };
}
