import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { AppealAtDesk, Received } from '../../../contracts/receiving';
import type { ChannelSlug, Locale } from '../../../contracts/vocabulary';
import type { Crm } from '../kernel/crm';
import { once } from '../kernel/idempotency';
import type { Staff } from '../kernel/room';
import { insertTogether } from '../kernel/sql';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { act, actingSystem } from './action';
import type { Acting } from './action';
import { findForStaff } from './access';
import { putDecision } from './decisions';
import {
  answersPlace,
  appealOf,
  decisionInForce,
  findRequest,
  messagePlace,
  signedContentHash,
} from './request.repository';
import type { FrozenForm, RequestRow } from './request.types';
import { newCredentials, openRequest } from './submit.service';
import type { Credentials } from './submit.service';

export interface Appeal {
  message: string;
  channel: ChannelSlug;
  /** the language of the answer to it */
  locale: Locale;
}

/**
 * A new request of kind `appeal` that names the first one; the table says whether there may be one (S5).
 * @throws CrmError 409 when the first cannot be appealed, its time is over, or an appeal exists
 */
export async function submitAppeal(
  unit: UnitOfWork,
  firstId: string,
  { message, channel, locale }: Appeal,
  acting: Acting,
  credentials: Credentials,
  expectedVersion?: number,
): Promise<Received> {
  const { crm } = unit;
  const id = randomUUID();
  // The first request is locked by this, so that two appeals of one moment are one.
  const first = await act(unit, firstId, 'appeal', acting, {
    body: { appeal: id },
    locale,
    ...(expectedVersion === undefined ? {} : { expectedVersion }),
  });
  const form: FrozenForm = {
    service: first.form.service,
    fields: [],
    documents: [],
    declares: false,
    checklist: [],
    study: [],
  };
  const { rows, receipt } = await openRequest(unit, credentials, form, {
    id,
    kind: 'appeal',
    channel,
    branch: first.branch,
    locale,
    applicant_name: first.applicant_name,
    applicant_phone: first.applicant_phone,
    applicant_email: first.applicant_email,
    applicant_city: first.applicant_city,
    preferred_channel: first.preferred_channel,
    answers_sealed: crm.vault.seal(answersPlace(id), '{}'),
    answers_hash: signedContentHash(first.applicant_name, {}),
    message_sealed: crm.vault.seal(messagePlace(id), message),
    consent_version: first.consent_version,
    consented_at: first.consented_at,
    parent_id: first.id,
    beneficiary_id: first.beneficiary_id,
  });
  await insertTogether(unit.trx, rows);
  unit.record({
    type: 'request.submitted',
    actor: acting.actor,
    requestId: id,
    data: { to: 'submitted', kind: 'appeal', channel, of: first.id },
  });
  return { id, ...receipt };
}

/**
 * An appeal that the staff take down for the applicant, once for each key: a second click gets the first receipt.
 * @throws CrmError 404 also for a request of another branch
 */
export async function appealAtDesk(
  crm: Crm,
  requestId: string,
  staff: Staff,
  headers: IncomingHttpHeaders,
  body: AppealAtDesk,
): Promise<Received> {
  const first = await findForStaff(crm, requestId, staff);
  const { message, channel, expectedVersion } = body;
  const acting: Acting = {
    as: { kind: 'staff', permissions: staff.permissions },
    actor: { kind: 'staff', id: staff.id },
  };
  const credentials = newCredentials();
  const appeal = { message, channel, locale: first.locale };
  return once(crm, `appeal ${first.id} ${staff.id}`, headers, body, (unit) =>
    submitAppeal(unit, first.id, appeal, acting, credentials, expectedVersion),
  );
}

/**
 * What the answer to an appeal does to the first request, in the transaction that sends it: accepted, it replaces
 * the decision; rejected, the first one stands; deferred, nothing is settled yet.
 */
export async function settleAppealed(unit: UnitOfWork, appeal: RequestRow): Promise<void> {
  if (appeal.kind !== 'appeal' || appeal.parent_id === null) return;
  const first = await findRequest(unit.trx, { id: appeal.parent_id });
  const answer = await decisionInForce(unit.trx, appeal.id);
  if (first?.status !== 'rejected' || !answer || answer.outcome === 'deferred') return;
  const action = answer.outcome === 'accepted' ? 'replace_decision' : 'uphold_decision';
  await act(unit, first.id, action, actingSystem);
}

/** Puts the answer to the appeal in force on the first request; what it replaces is kept. @returns ids for the event */
export async function replaceDecision(
  unit: UnitOfWork,
  first: RequestRow,
): Promise<{ appeal: string; decision: string }> {
  const appeal = await appealOf(unit.trx, first);
  const answer = appeal && (await decisionInForce(unit.trx, appeal.id));
  if (!answer) throw new Error('an appeal is granted by a decision');
  const { outcome, reason, decided_by, item_id, amount, conditions } = answer;
  const decision = await putDecision(unit, first.id, {
    outcome,
    reason,
    decided_by,
    item_id,
    amount,
    conditions,
    appeal_id: appeal.id,
    // The answer to the appeal is the reply.
    replied_at: unit.now,
  });
  return { appeal: appeal.id, decision };
}
