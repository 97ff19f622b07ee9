import type { AllowedAction, RequestDetail } from '../../../contracts/admin';
import { templateKeys } from '../../../contracts/vocabulary';
import type {
  IdentityState,
  Locale,
  MessageStatus,
  TemplateKey,
  Transport,
} from '../../../contracts/vocabulary';
import { pick } from '../kernel/bilingual';
import type { Crm } from '../kernel/crm';
import { notHidden } from '../kernel/hidden';
import type { Staff } from '../kernel/room';
import { staffNames } from '../kernel/staff';
import { eventsOfRequest } from '../kernel/unit-of-work';
import type { RecordedEvent } from '../kernel/unit-of-work';
import type { EventType } from '../policy/events.policy';
import { waitsForOfficer } from '../messages';
import { branches } from '../reception';
import { matchesOfRequest, speakingFor } from '../registry';
import { findForStaff, knownTo, labelOf, shownAnswers, stepOf, studiesOf } from '../requests';
import type { RequestRow } from '../requests';
import { titleOf } from '../requests/letters';
import { judgementsOf } from '../requests/judgements';
import { notesOf } from '../requests/notes';
import { promiseOf } from '../requests/promise';
import { factsOf } from '../requests/facts.repository';
import {
  appealOf,
  declarationState,
  documentsOf,
  findRequest,
  latestDeclaration,
  openMessage,
} from '../requests/request.repository';
import type { CheckRow, DecisionRow, ReferralRow } from '../requests/request.types';
import { visibleActions } from '../requests/transitions.rules';
import type { Refusal } from '../requests/transitions.rules';
import { checkedLabel, checkersOf, checkingView } from './checking.view';
import { comparisonOf } from './comparison.service';
import { isEvaluation, toldToOfficers } from './timeline.rules';
import type { Told } from './timeline.rules';
import { kindsView } from './kinds.view';
import { inWords } from './told';

/** Said of a service, not of how far its request has come: such a road is never open, and is not shown. */
const otherRoad: ReadonlySet<Refusal> = new Set(['committee_needed', 'no_committee_needed']);

function allowedActions(
  crm: Crm,
  facts: Awaited<ReturnType<typeof factsOf>>,
  staff: Staff,
  locale: Locale,
): AllowedAction[] {
  const seen = visibleActions(
    facts,
    { kind: 'staff', permissions: staff.permissions },
    crm.now(),
  ).filter(({ refusals }) => !refusals.some((code) => otherRoad.has(code)));
  const primary = seen.find((one) => one.transition.primary)?.transition.action;
  return seen.map(({ transition, refusals }) => ({
    action: transition.action,
    primary: transition.action === primary,
    allowed: refusals.length === 0,
    refusals: refusals.map((code) => ({ code, message: crm.say(locale, `refusal.${code}`) })),
  }));
}

/** What was checked or sent, or the words that were said: whatever tells two events of one kind apart. */
function detailOf(
  crm: Crm,
  row: RequestRow,
  { event, template }: Told,
  notes: Map<string, string>,
  names: Map<number, string>,
  locale: Locale,
): string | null {
  const { note, key, state, to } = event.data ?? {};
  if (event.type === 'request.assigned')
    return typeof to === 'number' ? (names.get(to) ?? '—') : crm.say(locale, 'assigned.nobody');
  if (template !== null) {
    const known = templateKeys.find((one) => one === template);
    return known ? crm.say(locale, `template.${known}`) : template;
  }
  if (event.type === 'request.item_checked' && typeof key === 'string') {
    const found = state === 'ok' || state === 'problem' ? state : 'pending';
    return `${checkedLabel(crm, row, key, locale)}: ${crm.say(locale, `checklist.${found}`)}`;
  }
  if (event.type === 'request.document_judged' && typeof key === 'string') {
    const judged = state === 'rejected' || state === 'sighted' ? state : 'accepted';
    return `${checkedLabel(crm, row, key, locale)}: ${crm.say(locale, `judgement.${judged}`)}`;
  }
  return typeof note === 'string' ? (notes.get(note) ?? null) : null;
}

/** What belongs to another branch is not known to a delegate, nor that it exists (C8). */
const mayKnow = ({ branch }: Pick<Staff, 'branch'>, file: { branch: string | null }): boolean =>
  branch === null || branch === file.branch;
const ofFiles: readonly EventType[] = [
  'request.file_linked',
  'file.match_found',
  'file.match_judged',
];
const toldTo = (staff: Pick<Staff, 'branch'>, events: readonly RecordedEvent[]) =>
  staff.branch === null ? events : events.filter(({ type }) => !ofFiles.includes(type));

/** What happened, in words, with what was said beside it. */
function timelineOf(
  crm: Crm,
  row: RequestRow,
  events: readonly RecordedEvent[],
  notes: Map<string, string>,
  names: Map<number, string>,
  locale: Locale,
): RequestDetail['timeline'] {
  const told = toldToOfficers(events);
  return inWords(crm, told, names, (one) => detailOf(crm, row, one, notes, names, locale), locale);
}

/** The whole request for the admin panel, serialised by name. */
export async function readDetail(
  crm: Crm,
  id: string,
  staff: Staff,
  locale: Locale,
): Promise<RequestDetail> {
  const row = await findForStaff(crm, id, staff);
  const { db } = crm;
  const now = crm.now();
  const ofRequest = { request_id: row.id };
  const [
    documents,
    judgements,
    checks,
    declaration,
    [decision, ...earlier],
    studies,
    referrals,
    enrolment,
    deliveries,
    item,
    messages,
    events,
    notes,
    facts,
    offices,
    linked,
    matches,
    kinds,
    step,
    related,
  ] = await Promise.all([
    documentsOf(db, row.id),
    judgementsOf(db, row.id),
    db<CheckRow>('crm_checks').where(ofRequest),
    latestDeclaration(db, row.id),
    db<DecisionRow>('crm_decisions')
      .where(ofRequest)
      .orderBy([
        { column: 'in_force', order: 'desc' },
        { column: 'decided_at', order: 'desc' },
      ]),
    studiesOf(crm, db, row, locale),
    db<ReferralRow>('crm_referrals').where(ofRequest).orderBy('asked_at'),
    db('crm_enrolments as e')
      .join('crm_beneficiaries as own', 'own.id', 'e.beneficiary_id')
      .join('crm_beneficiaries as b', 'b.id', 'own.root_id')
      .leftJoin('crm_sightings as s', 's.request_id', 'e.request_id')
      .where('e.request_id', row.id)
      .orderBy('s.seen_at', 'desc')
      .first<{ file_number: string; enrolled_at: Date; identity_state: IdentityState } | undefined>(
        'b.file_number',
        'e.enrolled_at',
        db.raw(`coalesce(s.state, 'pending') as identity_state`),
      ),
    db('crm_deliveries as d')
      .leftJoin('crm_allocations as a', 'a.id', 'd.allocation_id')
      .where({ 'd.request_id': row.id, 'd.entry': 'delivery' })
      .orderBy('d.recorded_at')
      .select<DeliveryRow[]>('d.*', 'a.kind'),
    db('crm_agenda_items')
      .where(ofRequest)
      .whereNot('status', 'void')
      .modify(notHidden(staff.id, 'request_id', 'items'))
      .orderBy('created_at', 'desc')
      .first<{ id: string; session_id: string; status: 'pending' } | undefined>(
        'id',
        'session_id',
        'status',
      ),
    db('crm_messages')
      .where(ofRequest)
      .orderBy('created_at')
      .select<ListedMessage[]>(
        'id',
        'template',
        'transport',
        'status',
        'secret_until',
        'created_at',
        'handed_over_at',
      ),
    eventsOfRequest(db, row.id),
    notesOf(crm, db, row.id),
    factsOf(crm, db, row, now, staff.id),
    row.branch === null ? [] : branches(crm, locale),
    row.beneficiary_id === null ? null : speakingFor(db, row.beneficiary_id),
    matchesOfRequest(crm, row.id, staff, locale),
    kindsView(crm, row, staff),
    stepOf(db, row.id, now),
    relatedTo(db, row, staff),
  ]);
  const file = linked && mayKnow(staff, linked) ? linked : null;
  const people = [
    row.assignee_id,
    decision?.decided_by,
    ...checkersOf({ judgements, checks }),
    ...referrals.flatMap((referral) => [referral.asked_by, referral.answered_by]),
    ...deliveries.map((delivery) => delivery.recorded_by),
    ...events.map((event) => (event.actor.kind === 'staff' ? event.actor.id : null)),
    ...events.map(({ type, data }) =>
      type === 'request.assigned' ? Number(data?.to) || null : null,
    ),
  ].filter((person): person is number => person != null);
  const names = await staffNames(crm, people);
  const nameOf = (person: number | null | undefined) =>
    person == null ? null : (names.get(person) ?? '—');
  const rows = { row, documents, judgements, checks, declaration };
  const checking = await checkingView(crm, rows, nameOf, locale);

  return {
    id: row.id,
    version: row.version,
    reference: row.reference,
    kind: row.kind,
    status: row.status,
    channel: row.channel,
    locale: row.locale,
    submittedAt: row.submitted_at.toISOString(),
    assigneeName: nameOf(row.assignee_id),
    branch: offices.find(({ slug }) => slug === row.branch)?.name ?? row.branch,
    message: openMessage(crm, row),
    applicant: {
      name: row.applicant_name,
      phone: row.applicant_phone,
      email: row.applicant_email,
      city: row.applicant_city,
      preferredChannel: row.preferred_channel,
      idType: row.id_type,
      idMasked: row.id_last3 ? `•••••••${row.id_last3}` : null,
      fileNumber: file?.file_number ?? null,
      fileId: file?.id ?? null,
    },
    writtenTo: { locale: row.locale, service: titleOf(crm, row, row.locale) },
    matches,
    service: row.form.service && { ...row.form.service, name: pick(row.form.service.name, locale) },
    answers: shownAnswers(crm, row, locale),
    ...checking,
    comparison: await comparisonOf(crm, row, matches, staff),
    declaration: {
      state: declarationState(row, declaration),
      version: declaration?.version ?? null,
      signer: declaration?.signer ?? null,
      way: declaration?.way ?? null,
      signedAt: declaration?.signed_at.toISOString() ?? null,
    },
    promise: promiseOf(row, now),
    step,
    owed:
      row.owed && row.owed_since && row.owed_deadline
        ? {
            note: row.owed.note,
            since: row.owed_since.toISOString(),
            deadline: row.owed_deadline.toISOString(),
            items: row.owed.items.map((owed) => ({
              key: owed.key,
              label: labelOf(crm, row, owed.kind, owed.key, locale),
            })),
          }
        : null,
    referrals: referrals.map((referral) => ({
      id: referral.id,
      question: referral.question,
      askedBy: nameOf(referral.asked_by) ?? '—',
      askedAt: referral.asked_at.toISOString(),
      answer: referral.answer,
      answeredBy: nameOf(referral.answered_by),
      answeredAt: referral.answered_at?.toISOString() ?? null,
    })),
    study: studies[0] ?? null,
    committee: item ? { sessionId: item.session_id, itemId: item.id, status: item.status } : null,
    decision:
      decision &&
      (decision.outcome === 'accepted' ||
        decision.outcome === 'rejected' ||
        decision.outcome === 'deferred')
        ? {
            outcome: decision.outcome,
            reason: decision.reason,
            amount: decision.amount,
            conditions: decision.conditions,
            decidedAt: decision.decided_at.toISOString(),
            repliedAt: decision.replied_at?.toISOString() ?? null,
            releasedEarly: decision.released_early_by !== null,
            appealUntil: facts.appealUntil?.toISOString() ?? null,
          }
        : null,
    earlierDecisions: earlier.map((one) => ({
      outcome: one.outcome,
      reason: one.reason,
      decidedAt: one.decided_at.toISOString(),
      repliedAt: one.replied_at?.toISOString() ?? null,
    })),
    ...related,
    answer:
      decision && (decision.outcome === 'answered' || decision.outcome === 'declined')
        ? {
            text: decision.reason,
            by: nameOf(decision.decided_by) ?? '—',
            at: decision.decided_at.toISOString(),
          }
        : null,
    ...kinds,
    enrolment: enrolment
      ? {
          fileNumber: enrolment.file_number,
          enrolledAt: enrolment.enrolled_at.toISOString(),
          identityState: enrolment.identity_state,
        }
      : null,
    deliveries: deliveries.map((delivery) => ({
      id: delivery.id,
      allocated: delivery.allocation_id !== null,
      what: delivery.what,
      amount: moneyOf(delivery),
      deliveredOn: delivery.delivered_on,
      receivedBy: delivery.received_by,
      acknowledgement: delivery.acknowledgement,
      recordedBy: nameOf(delivery.recorded_by) ?? '—',
    })),
    messages: messages
      .filter(({ template }) => !isEvaluation(template))
      .map((message) => ({
        id: message.id,
        template: message.template,
        transport: message.transport,
        status: message.status,
        at: message.created_at.toISOString(),
        handedOverAt: message.handed_over_at?.toISOString() ?? null,
        mayHandOver: servesApplicants(staff) && waitsForOfficer(message),
      })),
    timeline: timelineOf(crm, row, toldTo(staff, events), notes, names, locale),
    actions: allowedActions(crm, facts, staff, locale),
  };
}

/** The appeal against a request, or the request that an appeal is about. */
async function relatedTo(
  db: Crm['db'],
  row: RequestRow,
  staff: Staff,
): Promise<Pick<RequestDetail, 'appeal' | 'appealed'>> {
  const against = await appealOf(db, row);
  const appeal =
    against &&
    (await db('crm_requests').where({ id: against.id }).modify(knownTo(staff)).first('id'))
      ? against
      : null;
  const first =
    row.kind === 'appeal' && row.parent_id ? await findRequest(db, { id: row.parent_id }) : null;
  const link = ({ id, reference, status }: Pick<RequestRow, 'id' | 'reference' | 'status'>) => ({
    id,
    reference,
    status,
  });
  return { appeal: appeal && link(appeal), appealed: first && link(first) };
}

interface ListedMessage {
  id: string;
  template: TemplateKey;
  transport: Transport;
  status: MessageStatus;
  secret_until: Date | null;
  created_at: Date;
  handed_over_at: Date | null;
}

/** Whoever receives or checks requests also brings their letters. */
const servesApplicants = ({ permissions }: Pick<Staff, 'permissions'>): boolean =>
  permissions.has('requests.receive') || permissions.has('requests.check');

interface DeliveryRow {
  id: string;
  what: string;
  allocation_id: string | null;
  kind: 'money' | 'goods' | 'place' | null;
  /** halalas */
  measure: string | null;
  delivered_on: string;
  received_by: string;
  acknowledgement: string;
  recorded_by: number;
}

/** In riyals; goods and places have none. */
const moneyOf = ({ kind, measure }: DeliveryRow): number | null =>
  measure === null || kind === 'goods' || kind === 'place' ? null : Number(measure) / 100;
