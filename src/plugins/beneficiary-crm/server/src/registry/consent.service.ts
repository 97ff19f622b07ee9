import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { z } from 'zod';
import type { giveConsentBody, withdrawConsentBody } from '../../../contracts/registry';
import type { ConsentPurpose, ConsentWay, Locale } from '../../../contracts/vocabulary';
import { riyadhDate } from '../kernel/calendar.rules';
import { conflict, invalid, notFound } from '../kernel/errors';
import type { Staff } from '../kernel/room';
import { isId } from '../kernel/http';
import type { NewRow } from '../kernel/sql';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { inForce } from './authority.rules';
import { addsNothing, pausesFile, stands } from './consent.rules';
import type { Consent } from './consent.rules';
import { authoritiesOf, consentsOf } from './file.rows';
import type { FileChange } from './file.service';
import type { FileRow } from './person.types';
import { filesOfPerson } from './registry.service';

/** The person's consents as the rules see them, those of linked requests among them. */
export async function consentRules(
  db: Knex,
  ids: readonly string[],
): Promise<(Consent & { id: string })[]> {
  const rows = await consentsOf(db, ids);
  return rows.map((row) => ({
    id: row.id,
    purpose: row.purpose,
    noticeVersion: row.notice_version,
    givenAt: row.given_at,
    withdrawnAt: row.withdrawn_at,
  }));
}

/**
 * POST /beneficiaries/:id/consents
 * @param noticeInForce version of the privacy notice that was read to the person
 * @throws CrmError 422 when the notice or the authority is not in force, 409 when the consent stands already
 */
export async function giveConsent(
  { trx, now }: UnitOfWork,
  file: FileRow,
  body: Omit<z.output<typeof giveConsentBody>, 'expectedVersion'>,
  staff: Staff,
  noticeInForce: string,
): Promise<FileChange> {
  if (body.noticeVersion !== noticeInForce)
    throw invalid([{ path: 'noticeVersion', code: 'version' }]);
  const ids = await filesOfPerson(trx, file.id);
  if (body.authority !== undefined) {
    const held = (await authoritiesOf(trx, ids)).find(({ id }) => id === body.authority);
    const stands =
      held &&
      inForce(
        {
          validFrom: held.valid_from,
          validUntil: held.valid_until,
          ended: held.ended_at !== null,
          holderStatus: held.other_status,
        },
        riyadhDate(now),
      );
    if (!stands) throw invalid([{ path: 'authority', code: 'not_in_force' }]);
  }
  if (addsNothing(await consentRules(trx, ids), body)) throw conflict('error.consent_stands');
  const id = randomUUID();
  await trx('crm_consents').insert({
    id,
    beneficiary_id: file.id,
    purpose: body.purpose,
    notice_version: body.noticeVersion,
    given_at: now,
    given_how: body.how,
    authority_id: body.authority ?? null,
    recorded_by: staff.id,
  });
  return { event: 'file.consent_given', data: { consent: id, purpose: body.purpose } };
}

/**
 * POST /beneficiaries/:id/consents/:consent/withdraw. A person takes back the purpose, so every consent to it
 * that stands is withdrawn together. @throws CrmError 404; 409 when it was withdrawn before
 */
export async function withdrawConsent(
  { crm, trx, now }: UnitOfWork,
  file: FileRow,
  consentId: string,
  body: z.output<typeof withdrawConsentBody>,
  staff: Staff,
  locale: Locale,
): Promise<FileChange> {
  const consents = await consentRules(trx, await filesOfPerson(trx, file.id));
  const consent = isId(consentId) ? consents.find(({ id }) => id === consentId) : undefined;
  if (!consent) throw notFound();
  if (consent.withdrawnAt !== null) throw conflict('error.already_withdrawn');
  const { purpose } = consent;
  const together = consents
    .filter((one) => one.purpose === purpose && one.withdrawnAt === null)
    .map(({ id }) => id);
  await trx('crm_consents')
    .whereIn('id', together)
    .update({
      withdrawn_at: now,
      withdrawn_how: body.how,
      withdrawn_by: staff.id,
      withdrawn_note: body.note ?? null,
    });
  const pauses = pausesFile(purpose) && file.status === 'active';
  return {
    event: 'file.consent_withdrawn',
    data: { consents: together, purpose, ...(pauses ? { paused: true } : {}) },
    ...(pauses
      ? {
          patch: {
            status: 'paused',
            status_reason: crm.say(locale, 'consent.paused'),
            status_since: now,
          },
        }
      : {}),
  };
}

/**
 * The consent to a purpose by which something is done with a person's data now, its withdrawal held off until the
 * transaction ends; null when there is none in force.
 */
export async function holdConsent(
  { trx }: UnitOfWork,
  fileId: string,
  purpose: ConsentPurpose,
): Promise<string | null> {
  // Whoever withdraws locks this row for himself.
  await trx('crm_beneficiaries')
    .where('id', trx('crm_beneficiaries').select('root_id').where({ id: fileId }))
    .forShare()
    .first('id');
  return standingConsent(trx, fileId, purpose);
}

/** The newest consent of the person to a purpose that is in force; null when there is none. */
export async function standingConsent(
  db: Knex,
  fileId: string,
  purpose: ConsentPurpose,
): Promise<string | null> {
  const consents = await consentRules(db, await filesOfPerson(db, fileId));
  return consents.find((one) => one.purpose === purpose && stands(one))?.id ?? null;
}

/** The row of the consent that a request comes with: on the file from when the request is linked to one. */
export const consentOfRequest = (
  now: Date,
  requestId: string,
  noticeVersion: string,
  how: ConsentWay,
  recordedBy: number | null,
): NewRow => ({
  table: 'crm_consents',
  row: {
    id: randomUUID(),
    request_id: requestId,
    purpose: 'service',
    notice_version: noticeVersion,
    given_at: now,
    given_how: how,
    recorded_by: recordedBy,
  },
});
