import { randomUUID } from 'node:crypto';
import type { Locale } from '../../../contracts/vocabulary';
import type { SubmitReceipt } from '../../../contracts/website';
import { CrmError } from '../kernel/errors';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { actingApplicant } from './action';
import { appealUntil } from './appeal.rules';
import {
  answersPlace,
  decisionInForce,
  lockRequest,
  messagePlace,
  signedContentHash,
} from './request.repository';
import type { FrozenForm } from './request.types';
import { openRequest } from './submit.service';
import type { Credentials } from './submit.service';

/**
 * A new request of kind `appeal` that names the first one.
 * @throws CrmError 409 when the first cannot be appealed, its time is over, or an appeal exists
 */
export async function submitAppeal(
  unit: UnitOfWork,
  firstId: string,
  message: string,
  locale: Locale,
  credentials: Credentials,
): Promise<SubmitReceipt> {
  const { crm, trx, now } = unit;
  // The first request is locked, so that two appeals of one moment are one.
  const first = await lockRequest(trx, firstId);
  const decision = await decisionInForce(trx, first.id);
  const until = appealUntil(first.kind, decision, first.workflow.appealDays);
  const before = await trx('crm_requests')
    .where({ parent_id: first.id, kind: 'appeal' })
    .first('id');
  if (!until || until <= now || before) throw new CrmError('conflict', 'error.no_appeal');

  const id = randomUUID();
  const form: FrozenForm = {
    service: first.form.service,
    fields: [],
    documents: [],
    declares: false,
    checklist: [],
    study: [],
  };
  const receipt = await openRequest(unit, credentials, form, {
    id,
    kind: 'appeal',
    channel: 'website',
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
  unit.record({
    type: 'request.submitted',
    actor: actingApplicant.actor,
    requestId: id,
    data: { to: 'submitted', kind: 'appeal', channel: 'website', of: first.id },
  });
  return receipt;
}
