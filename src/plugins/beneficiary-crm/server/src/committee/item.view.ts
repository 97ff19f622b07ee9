import type { AgendaItemDetail, Right, TallyView } from '../../../contracts/items';
import type { DecisionOutcome, Locale } from '../../../contracts/vocabulary';
import type { Crm } from '../kernel/crm';
import { notFound } from '../kernel/errors';
import type { Staff } from '../kernel/room';
import { visitsOf } from '../reception';
import { openMessage, documentsOf } from '../requests/request.repository';
import { papersOf, replyMayGo, shownAnswers, studiesOf, titleOf, visitPapersOf } from '../requests';
import type { DecisionRow, ReferralRow, RequestRow } from '../requests';
import { contextFor, hideFromRecused, itemState } from './item.repository';
import type { ItemState } from './item.repository';
import { turnout } from './item.service';
import { mayClose, mayOpen, mayRelease, mayVote, presidingMember } from './rights.rules';
import type { ReplyState } from './rights.rules';
import type { TallyResult } from './tally.rules';

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
