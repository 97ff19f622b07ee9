import type { Knex } from 'knex';
import type { Crm } from '../kernel/crm';
import { runPrepared } from '../kernel/sql';
import type { RequestFacts } from '../policy/guards.policy';
import { isComplete } from '../services/form.rules';
import { appealUntil } from './appeal.rules';
import { mayReply } from './clock.rules';
import { presentPapers } from './judgements';
import type { JudgementRow } from './judgements';
import { remindersDue } from './reminder.rules';
import { checklistKeys, declarationState, openAnswers, readClock } from './request.repository';
import type { DecisionRow, DeclarationRow, ReferralRow, RequestRow } from './request.types';
import { screeningState } from './screening.repository';
import type { ScreeningRow } from './screening.repository';

/** What other tables say of a request; what there is none of is null. */
interface Gathered {
  documents: { key: string }[];
  judgements: Pick<JudgementRow, 'key' | 'state'>[];
  in_order: string[];
  declaration: Pick<DeclarationRow, 'answers_hash'> | null;
  outcome: DecisionRow['outcome'] | null;
  replied_at: Date | null;
  enrolled: boolean;
  allocations: RequestFacts['allocations'];
  referred: boolean;
  study_id: ReferralRow['study_id'];
  answered_at: ReferralRow['answered_at'];
  studied: boolean;
  screening: Pick<ScreeningRow, 'suitable'> | null;
  improving: boolean;
  appealed: boolean;
  appeal_answer: RequestFacts['appealAnswer'];
}

const all = (what: string, from: string): string =>
  `(select coalesce(json_agg(${what}), '[]') from ${from} where request_id = r.id)`;
const latest = (what: string, from: string, by: string): string =>
  `(select ${what} from ${from} where request_id = r.id order by ${by} desc limit 1)`;
const some = (from: string): string => `exists (select from ${from} where request_id = r.id)`;

/**
 * In one statement: every action asks for all of it, and in a transaction each further one would be a way there and
 * back. Of referrals the latest counts: a study from before it answers it only when the researcher says so (S3). How
 * allocations stand: `allocations.migration.ts`.
 */
const gathering = `
  select
    ${all(`json_build_object('key', key)`, 'crm_request_documents')} as documents,
    ${all(`json_build_object('key', key, 'state', state)`, 'crm_document_judgements')} as judgements,
    array(select key from crm_checks where request_id = r.id and state = 'ok') as in_order,
    ${latest(`json_build_object('answers_hash', answers_hash)`, 'crm_declarations', 'seq')} as declaration,
    decision.outcome, decision.replied_at,
    ${some('crm_enrolments')} as enrolled,
    (select json_build_object(
        'approved', count(*) filter (where in_force is not null and ended_at is null),
        'unsettled', count(*) filter (where ended_at is null and (proposed is not null or net < total)),
        'ended', count(*) filter (where in_force is not null and ended_at is not null))
      from crm_allocations where request_id = r.id) as allocations,
    referral.request_id is not null as referred, referral.study_id, referral.answered_at,
    ${some('crm_studies')} as studied,
    ${latest(`json_build_object('suitable', suitable)`, 'crm_screenings', 'version')} as screening,
    ${some('crm_improvements')} as improving,
    appeal.id is not null as appealed, answer.outcome as appeal_answer
  from (select ?::uuid as id) as r
  left join crm_decisions decision on decision.request_id = r.id and decision.in_force
  left join lateral (
    select * from crm_referrals where request_id = r.id order by asked_at desc limit 1) as referral on true
  left join crm_requests appeal on appeal.parent_id = r.id and appeal.kind = 'appeal'
  left join crm_decisions answer
    on answer.request_id = appeal.id and answer.in_force and answer.replied_at is not null`;

/** Gathers what the rules need to know. `actingStaff`: the person who acts, or null. */
export async function factsOf(
  crm: Crm,
  db: Knex,
  row: RequestRow,
  now: Date,
  actingStaff: number | null,
): Promise<RequestFacts> {
  const [gathered] = await runPrepared<Gathered>(db, { text: gathering, values: [row.id] });
  if (!gathered) throw new Error('facts are one row');
  const { outcome, replied_at: repliedAt, in_order: inOrder } = gathered;
  const decision = outcome && { outcome, repliedAt };
  const answers = openAnswers(crm, row);
  const documentKeys = presentPapers(gathered.documents, gathered.judgements);
  const facts: RequestFacts = {
    kind: row.kind,
    status: row.status,
    complete: isComplete(row.form, answers, documentKeys).missing.length === 0,
    checklistDone: checklistKeys(row, answers, documentKeys).every((key) => inOrder.includes(key)),
    declaration: declarationState(row, gathered.declaration),
    needsStudy: row.form.service?.needsStudy ?? false,
    needsCommittee: row.form.service?.needsCommittee ?? false,
    needsEnrolment: row.form.service?.needsEnrolment ?? false,
    studyPresent: gathered.study_id !== null,
    earlierStudy:
      gathered.studied && gathered.referred && !gathered.answered_at && !gathered.study_id,
    promiseTold: row.promise_told,
    decision,
    replyAllowed: mayReply(readClock(row.clock), row.clock_settings, now),
    appealUntil: appealUntil(
      row.kind,
      outcome && { outcome, replied_at: repliedAt },
      row.workflow.appealDays,
    ),
    appealed: gathered.appealed,
    appealAnswer: gathered.appeal_answer,
    panel: 'not_asked',
    // Not by the file: a person who has one is enrolled anew for each request (S6).
    enrolled: gathered.enrolled,
    deliveries: row.deliveries,
    allocations: gathered.allocations,
    answerDeadline: row.owed_deadline,
    reminders: {
      due: row.owed_deadline
        ? remindersDue(row.workflow.reminderDaysBefore, row.owed_deadline, now)
        : 0,
      sent: row.reminders_sent,
      all: row.workflow.reminderDaysBefore.length,
      lastAt: row.reminded_at,
    },
    stage: row.stage,
    firstStageHandler: row.first_handler_id,
    aboutStaff: row.about_staff_id,
    offeredAsFaq: row.faq_id !== null,
    improvementStarted: gathered.improving,
    screening: screeningState(gathered.screening),
    actingStaff,
  };
  for (const room of crm.rooms) Object.assign(facts, await room.facts?.(crm, db, row));
  return facts;
}
