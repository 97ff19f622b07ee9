import type { AgendaItemDetail, TallyView } from '../../../contracts/items';
import type { DecisionOutcome, Locale } from '../../../contracts/vocabulary';
import type { Crm } from '../kernel/crm';
import { notFound } from '../kernel/errors';
import type { Staff } from '../kernel/room';
import { visitsOf } from '../reception';
import { openMessage, documentsOf } from '../requests/request.repository';
import { papersOf, shownAnswers, studiesOf, titleOf, visitPapersOf } from '../requests';
import type { DecisionRow, ReferralRow, RequestRow } from '../requests';
import { seatedNow } from './committee.service';
import { itemState, placeOnAgenda } from './item.repository';
import type { BallotRow, ItemState } from './item.repository';
import { replyState, rightsOf } from './item.rights';
import { turnout } from './on-item';
import { stepsInWords } from './rules.words';
import type { CommitteeRules, TallyResult } from './tally.rules';

/** The count as people read it: the numbers, and each step in words. */
export function tallyView(
  crm: Pick<Crm, 'say'>,
  rules: CommitteeRules,
  result: TallyResult,
  locale: Locale,
): TallyView {
  const { appointed, present, recused, yes, no, defer, abstain, notVoted, base } = result;
  const { quorumMet, outcome, reason } = result;
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
    notVoted,
    base,
    quorumMet,
    decidedBy,
    outcome,
    steps: stepsInWords(crm, rules, result, locale),
  };
}

/** Of a ballot what may be said of it to others: nothing while it is sealed, no choice where ballots are secret. */
function shownBallot({ row, secrecy }: ItemState, ballot: BallotRow | undefined) {
  const unsealed = row.status === 'closed' || row.status === 'decided';
  return {
    hasVoted: ballot !== undefined,
    choice: unsealed && secrecy === 'named_after' ? (ballot?.choice ?? null) : null,
    reservation: unsealed ? (ballot?.reservation ?? null) : null,
  };
}

/** What every ballot that was counted says, without its member: in the order of the codes, which were drawn. */
function unnamed({ row, ballots, attendance }: ItemState) {
  if (row.status !== 'closed' && row.status !== 'decided') return { missing: [], counted: [] };
  const counted = ballots
    .filter(({ member_id: member }) => attendance.get(member) === 'present')
    .sort((a, b) => ((a.code ?? '') < (b.code ?? '') ? -1 : 1));
  return {
    missing: counted.flatMap(({ missing }) => missing ?? []),
    counted: counted.flatMap(({ code }) => code ?? []),
  };
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
  const state = await itemState(crm, db, session, item, false, staff.id);
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
  const [position, documents, studies, visits, papers, referrals, firstDecision, decision] =
    await Promise.all([
      placeOnAgenda(db, state.row, staff.id),
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
  // Only while it is open: afterwards who sits on the committee is no matter of this item.
  const seated = state.row.status === 'open' ? await seatedNow(crm, db, state.session) : null;
  const mine = state.ballots.find((ballot) => ballot.member_id === staff.id);
  const rights = rightsOf(crm, state, staff.id, {
    reply: replyState(crm, request, decision),
    seated,
    locale,
  });
  return {
    id: state.row.id,
    sessionId: session,
    requestId: request.id,
    motion: { amount: state.row.amount, conditions: state.row.conditions },
    secrecy: state.secrecy,
    discussion: state.discussion,
    closesAt: state.closesAt?.toISOString() ?? null,
    position,
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
      const { memberId } = member;
      const voided = state.voided.find((one) => one.member_id === memberId);
      return {
        ...member,
        me: memberId === staff.id,
        attendance: state.attendance.get(memberId) ?? 'absent',
        recused: state.recused.has(memberId),
        ...shownBallot(
          state,
          state.ballots.find((one) => one.member_id === memberId),
        ),
        voided: voided
          ? {
              reason: voided.void_reason ?? '',
              at: (voided.superseded_at ?? voided.cast_at).toISOString(),
            }
          : null,
        removed: seated !== null && !seated.has(memberId),
      };
    }),
    ...unnamed(state),
    excluded: state.excluded,
    rules: state.rules,
    turnout: turnout(state),
    myBallot: mine
      ? {
          choice: mine.choice,
          missing: mine.missing,
          reservation: mine.reservation,
          castAt: mine.cast_at.toISOString(),
          code: mine.code,
        }
      : null,
    tally: state.row.result ? tallyView(crm, state.rules, state.row.result, locale) : null,
    decision: decision
      ? {
          outcome: decision.outcome as DecisionOutcome,
          reason: decision.reason,
          decidedAt: decision.decided_at.toISOString(),
          amount: decision.amount,
          conditions: decision.conditions,
        }
      : null,
    rights,
  };
}
