import { randomUUID } from 'node:crypto';
import type { ChannelSlug, ConsentWay, Locale, RequestKind } from '../../../contracts/vocabulary';
import type { SubmitBody, SubmitReceipt } from '../../../contracts/website';
import { CrmError, invalid, notFound } from '../kernel/errors';
import type { FieldIssue } from '../kernel/errors';
import type { Crm } from '../kernel/crm';
import { insertTogether } from '../kernel/sql';
import type { NewRow } from '../kernel/sql';
import { readerIn } from '../kernel/unit-of-work';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { hashAccessCode, newAccessCode, newReference } from '../kernel/vault';
import type { RequestFacts } from '../policy/guards.policy';
import { currentLegalText, formForKind, getService } from '../services/catalogue.service';
import { isComplete, validateAnswers } from '../services/form.rules';
import { withOwnTimes } from '../services/times.rules';
import type { OwnTimes } from '../services/times.rules';
import { currentWorkflow } from '../services/workflow.service';
import type { Workflow } from '../services/workflow.service';
import { refuse, staffId } from './action';
import type { Acting } from './action';
import { attachDocuments } from './answering';
import { signedRows } from './declaration.service';
import type { Signed } from './declaration.service';
import { identityIndex, consentOfRequest } from '../registry';
import { readApplicant } from './applicant.rules';
import { promisedDates, startReplyClock } from './clock.rules';
import type { ReplyClockSettings } from './clock.rules';
import { lookForFile } from './matches.service';
import {
  answersPlace,
  clockColumns,
  identityPlace,
  messagePlace,
  signedContentHash,
} from './request.repository';
import type { FrozenForm, RequestRow } from './request.types';
import { firstStepClock } from './step-clock.service';
import { judge } from './transitions.rules';

type Asked = Omit<SubmitBody, 'declaration'>;

export interface Submission {
  body: Asked & { declaration?: Signed | undefined };
  channel: ChannelSlug;
  branch: string | null;
  locale: Locale;
  /** the file of the person, where the desk knows it */
  beneficiary?: string | null;
  visit?: string | null;
  acting: Acting;
}

/** A reference and a code. */
export interface Credentials {
  reference: string;
  accessCode: string;
  accessCodeHash: string;
}

export function newCredentials(): Credentials {
  const accessCode = newAccessCode();
  return {
    reference: newReference(),
    accessCode,
    accessCodeHash: hashAccessCode(accessCode),
  };
}

/**
 * What is asked for, frozen, and the times of the service where it has its own.
 * @throws CrmError 422 when the service is not published or not named
 */
async function freezeForm(
  crm: Pick<Crm, 'strapi' | 'db'>,
  body: Asked,
): Promise<{ form: FrozenForm; times?: OwnTimes }> {
  if (body.kind !== 'assistance') {
    if (body.service !== undefined) throw invalid([{ path: 'service', code: 'service_not_here' }]);
    const form = formForKind(body.kind);
    if (!form) throw notFound();
    const { fields, documents } = form;
    return {
      form: { service: null, fields, documents, declares: false, checklist: [], study: [] },
    };
  }
  if (body.service === undefined) throw invalid([{ path: 'service', code: 'service_missing' }]);
  const service = await getService(crm, body.service);
  if (!service) throw new CrmError('not_found', 'error.service_unpublished');
  const { slug, name, needsStudy, needsCommittee, needsEnrolment } = service;
  return {
    form: {
      service: { slug, name, needsStudy, needsCommittee, needsEnrolment },
      fields: service.fields,
      documents: service.documents,
      declares: true,
      checklist: service.checklist,
      study: service.study,
    },
    times: service.times,
  };
}

/** Whose request the staff take down agrees by word of mouth: on the phone, or face to face. */
function consentWayOf(channel: ChannelSlug, byStaff: boolean): ConsentWay {
  if (!byStaff) return 'website';
  return channel === 'phone' ? 'phone' : 'in_person';
}

/** S5's clock where a committee decides; elsewhere the reply has a latest date only. */
export function clockSettingsFor(
  workflow: Workflow,
  request: { kind: RequestKind; needsCommittee: boolean },
): ReplyClockSettings {
  if (request.needsCommittee || request.kind === 'appeal') {
    return {
      earliestDays: workflow.replyEarliestDays,
      latestDays: workflow.replyLatestDays,
      checkingDays: workflow.checkingDays,
      holdUntilEarliest: workflow.holdUntilEarliest,
    };
  }
  return {
    earliestDays: 0,
    latestDays: workflow.otherKindsLatestDays,
    checkingDays: 0,
    holdUntilEarliest: false,
  };
}

/** A request without a service may say everything in `message`: it answers the form's first long question. */
function withMessage(form: FrozenForm, { answers, message }: Asked): SubmitBody['answers'] {
  if (form.service || !message) return answers;
  const long = form.fields.find((field) => field.type === 'textarea');
  return long && answers[long.key] == null ? { ...answers, [long.key]: message } : answers;
}

/** S2 at the moment of submission: everything that is missing or wrong, at once. */
async function judgeSubmission(
  crm: Pick<Crm, 'strapi' | 'db'>,
  form: FrozenForm,
  body: Submission['body'],
) {
  const applicant = readApplicant(body.applicant);
  const answers = validateAnswers(form, withMessage(form, body));
  const issues: FieldIssue[] = [
    ...(applicant.ok ? [] : applicant.issues),
    ...(answers.ok ? [] : answers.issues),
  ];
  const consent = await currentLegalText(crm, 'consent');
  if (body.consent.version !== consent.version)
    issues.push({ path: 'consent.version', code: 'version' });
  if (form.declares && !body.declaration)
    issues.push({ path: 'declaration', code: 'declaration_missing' });
  const attached = body.documents.map((paper) => paper.key);
  for (const paper of form.documents) {
    if (paper.required && !attached.includes(paper.key)) {
      issues.push({ path: `documents.${paper.key}`, code: 'document_missing' });
    }
  }
  if (!applicant.ok || !answers.ok || issues.length > 0) throw invalid(issues);
  return { applicant: applicant.applicant, answers: answers.answers };
}

/**
 * The rows of a new request with its clocks, and its receipt: told to the applicant in the same breath, it carries both
 * dates (S5). From here on the request keeps the settings of this moment, with the service's own times.
 */
export async function openRequest(
  unit: UnitOfWork,
  credentials: Credentials,
  form: FrozenForm,
  columns: { id: string; kind: RequestKind } & Partial<Record<keyof RequestRow, unknown>>,
  times: OwnTimes = { stepDays: {} },
): Promise<{ rows: NewRow[]; receipt: SubmitReceipt }> {
  const { trx, now } = unit;
  const { reference, accessCode, accessCodeHash } = credentials;
  const clock = startReplyClock(now);
  const workflow = withOwnTimes(await currentWorkflow({ db: trx }), times);
  const settings = clockSettingsFor(workflow, {
    kind: columns.kind,
    needsCommittee: form.service?.needsCommittee ?? false,
  });
  const { id, kind } = columns;
  const step = await firstStepClock(unit, { id, kind, workflow });
  const row = {
    ...columns,
    reference,
    access_code_hash: accessCodeHash,
    status: 'submitted',
    service_slug: form.service?.slug ?? null,
    form,
    promise_told: true,
    clock_settings: settings,
    workflow,
    ...clockColumns(clock, settings, now),
    clock,
    step_due_at: step?.dueAt ?? null,
    submitted_at: now,
    updated_at: now,
  };
  const promised = promisedDates(clock, settings, now);
  return {
    rows: [{ table: 'crm_requests', row }, ...(step ? [step.row] : [])],
    receipt: {
      reference,
      accessCode,
      status: 'submitted',
      promise: { earliest: promised.earliest.toISOString(), latest: promised.latest.toISOString() },
      receipt: {
        method: 'POST',
        path: '/api/crm/requests/receipt',
        name: `receipt-${reference}.pdf`,
      },
    },
  };
}

/**
 * Takes in a request: one transaction, one event, nothing half-written.
 * @throws CrmError 404 (service not published), 422 naming every field that is wrong
 */
export async function submitRequest(
  unit: UnitOfWork,
  { body, channel, branch, locale, beneficiary = null, visit = null, acting }: Submission,
  credentials: Credentials,
): Promise<SubmitReceipt & { id: string }> {
  const { crm, now } = unit;
  const { form, times } = await freezeForm(readerIn(unit), body);
  const { applicant, answers } = await judgeSubmission(readerIn(unit), form, body);

  const id = randomUUID();
  const answersHash = signedContentHash(applicant.name, answers);
  const number = applicant.identity?.number ?? null;
  const identityIndexed = applicant.identity && identityIndex(crm, applicant.identity);
  const taker = acting.actor.kind === 'staff' ? acting.actor.id : null;
  const how = consentWayOf(channel, taker !== null);
  const signing = {
    id,
    answers_hash: answersHash,
    applicant_phone: applicant.phone,
    applicant_email: applicant.email,
  };
  const along = [
    consentOfRequest(now, id, body.consent.version, how, taker),
    ...(form.declares && body.declaration
      ? await signedRows(unit, signing, body.declaration, staffId(acting))
      : []),
  ];
  const { rows, receipt } = await openRequest(
    unit,
    credentials,
    form,
    {
      id,
      kind: body.kind,
      channel,
      branch,
      locale,
      applicant_name: applicant.name,
      applicant_phone: applicant.phone,
      applicant_email: applicant.email,
      applicant_city: applicant.city,
      preferred_channel: applicant.preferredChannel,
      id_type: applicant.identity?.type ?? body.applicant.idType ?? null,
      id_sealed: number && crm.vault.seal(identityPlace(id), number),
      id_index: identityIndexed,
      id_last3: number?.slice(-3) ?? null,
      answers_sealed: crm.vault.seal(answersPlace(id), JSON.stringify(answers)),
      answers_hash: answersHash,
      message_sealed: body.message ? crm.vault.seal(messagePlace(id), body.message) : null,
      consent_version: body.consent.version,
      consented_at: now,
      beneficiary_id: beneficiary,
      visit_id: visit,
    },
    times,
  );

  // The table has the last word, also on what was checked field by field above.
  const documentKeys = body.documents.map((paper) => paper.key);
  const facts: RequestFacts = {
    kind: body.kind,
    status: 'new',
    complete: isComplete(form, answers, documentKeys).missing.length === 0,
    checklistDone: false,
    declaration: form.declares ? (body.declaration ? 'stands' : 'missing') : 'not_needed',
    needsStudy: form.service?.needsStudy ?? false,
    needsCommittee: form.service?.needsCommittee ?? false,
    needsEnrolment: form.service?.needsEnrolment ?? false,
    studyPresent: false,
    earlierStudy: false,
    promiseTold: true,
    decision: null,
    replyAllowed: false,
    appealUntil: null,
    appealed: false,
    appealAnswer: null,
    panel: 'not_asked',
    enrolled: false,
    deliveries: 0,
    allocations: { approved: 0, unsettled: 0, ended: 0 },
    answerDeadline: null,
    reminders: { due: 0, sent: 0, all: 0, lastAt: null },
    stage: 1,
    firstStageHandler: null,
    aboutStaff: null,
    offeredAsFaq: false,
    improvementStarted: false,
    screening: 'missing',
    actingStaff: acting.actor.kind === 'staff' ? acting.actor.id : null,
  };
  const verdict = judge(facts, 'submit', acting.as, now);
  if (!verdict.ok) refuse(unit, verdict.refusals, locale);
  unit.record({
    type: verdict.transition.event,
    actor: acting.actor,
    requestId: id,
    data: {
      to: 'submitted',
      kind: body.kind,
      channel,
      documents: documentKeys,
      consent: body.consent.version,
      ...(form.declares && body.declaration ? { signed: body.declaration.way } : {}),
      ...(visit ? { visit } : {}),
    },
  });

  // Who opened it on someone's behalf has named the file; else it is looked for.
  const all = [...rows, ...along];
  if (beneficiary !== null) await insertTogether(unit.trx, all);
  else
    await lookForFile(
      unit,
      {
        requestId: id,
        name: applicant.name,
        phone: applicant.phone,
        email: applicant.email,
        identity: identityIndexed,
      },
      all,
    );
  await attachDocuments(unit, { id, form }, body.documents);
  return { id, ...receipt };
}
