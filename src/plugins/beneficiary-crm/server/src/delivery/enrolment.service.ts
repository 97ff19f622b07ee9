import type { Knex } from 'knex';
import type { EnrolmentCheck } from '../../../contracts/delivery';
import { riyadhDate } from '../kernel/calendar.rules';
import type { Crm } from '../kernel/crm';
import { filesOfPerson } from '../registry';
import type { RequestRow } from '../requests';
import { documentsOf, openAnswers } from '../requests/request.repository';
import { isComplete } from '../services/form.rules';
import { accountOf } from './account.service';
import type { TermsRow } from './allocation.repository';
import { checkEnrolment } from './enrolment.rules';
import type { EnrolmentFacts } from './enrolment.rules';

/** The document of the person that was seen and is good for longest. */
async function identityOf(
  db: Knex,
  files: readonly string[],
  today: string,
): Promise<EnrolmentFacts['identity']> {
  const rows: { state: string; expires_on: string | null }[] = await db('crm_identities')
    .whereIn('beneficiary_id', [...files])
    .whereNotNull('sighted_at')
    .select('state', 'expires_on');
  const good = rows.some(
    ({ state, expires_on }) => state === 'valid' && (expires_on === null || expires_on >= today),
  );
  return good ? 'valid' : rows.length > 0 ? 'expired' : 'not_seen';
}

/** The consent that every service rests on was given, with the request or for the file, and stands. */
async function consentStands(
  db: Knex,
  requestId: string,
  files: readonly string[],
): Promise<boolean> {
  const row = await db('crm_consents')
    .where({ purpose: 'service' })
    .whereNull('withdrawn_at')
    .where(
      (own) => void own.where({ request_id: requestId }).orWhereIn('beneficiary_id', [...files]),
    )
    .first<{ id: string } | undefined>('id');
  return row !== undefined;
}

/** The terms that decide whether an account is needed: those in force and those proposed. */
const liveTerms = (db: Knex, requestId: string): Promise<TermsRow[]> =>
  db('crm_allocation_versions as v')
    .join('crm_allocations as a', (on) =>
      on
        .on('a.id', 'v.allocation_id')
        .andOn(db.raw('v.version in (a.in_force, a.proposed)') as never),
    )
    .where('a.request_id', requestId)
    .whereNull('a.ended_at')
    .select<TermsRow[]>('v.*');

/** What a complete enrolment holds and what is still missing (S6), for one request. */
export async function enrolmentCheckOf(
  crm: Crm,
  db: Knex,
  request: RequestRow,
): Promise<EnrolmentCheck> {
  // One after the other: inside a transaction there is one connection.
  const files = request.beneficiary_id ? await filesOfPerson(db, request.beneficiary_id) : [];
  const documents = await documentsOf(db, request.id);
  const transfers = (await liveTerms(db, request.id)).filter(({ pay }) => pay === 'transfer');
  const home = await db('crm_household_members')
    .whereIn('beneficiary_id', files)
    .whereNull('until')
    .first<{ id: string } | undefined>('id');
  return checkEnrolment({
    identity: await identityOf(db, files, riyadhDate(crm.now())),
    reachable: request.applicant_phone !== '' || request.applicant_email !== null,
    consent: await consentStands(db, request.id, files),
    papers:
      isComplete(
        request.form,
        openAnswers(crm, request),
        documents.map(({ key }) => key),
      ).missing.length === 0,
    needsAccount: transfers.length > 0,
    account: transfers.every((terms) => accountOf(crm, request, terms) !== null),
    household: home !== undefined,
  });
}
