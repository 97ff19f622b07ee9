import type { z } from 'zod';
import type { sightingBody } from '../../../contracts/registry';
import type { IdentityState, Locale } from '../../../contracts/vocabulary';
import { riyadhDate } from '../kernel/calendar.rules';
import type { Crm } from '../kernel/crm';
import { conflict, invalid } from '../kernel/errors';
import type { FieldIssue } from '../kernel/errors';
import { isId } from '../kernel/http';
import type { Staff } from '../kernel/room';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { onFile } from './file.service';
import type { FileChange } from './file.service';
import { readIdentity } from './person.rules';
import type { FileRow, IdentityRow, StatedIdentity } from './person.types';
import {
  filesOfPerson,
  findByIdentity,
  holdIdentity,
  identityColumns,
  identityIndex,
  keepSighting,
} from './registry.service';
import { summariesOf } from './summary.service';
import { datesOfPaper, validityOf } from './validity.rules';

type SightingBody = z.output<typeof sightingBody>;

/** What an officer makes of a document: what they say, else by its date (S2). */
const foundState = (
  said: SightingBody['state'],
  expiresOn: string | null,
  today: string,
): IdentityState => said ?? (validityOf(expiresOn, today, 0) === 'expired' ? 'expired' : 'valid');

/**
 * POST /beneficiaries/:id/sightings: an identity document was seen; an unknown number is added to the file.
 * @throws CrmError 404; 409 when the number is another person's, or the file changed meanwhile; 422
 */
export async function recordSighting(
  unit: UnitOfWork,
  id: string,
  body: SightingBody,
  staff: Staff,
  locale: Locale,
): Promise<void> {
  const { trx, crm, now } = unit;
  const issues: FieldIssue[] = datesOfPaper(
    { issuedOn: body.issuedOn, until: body.expiresOn },
    riyadhDate(now),
  ).map(({ field, code }) => ({ path: field === 'until' ? 'expiresOn' : field, code }));
  const stated = typedNumber(body, issues);
  if (issues.length > 0) throw invalid(issues);

  // The number before the file, as everywhere: who holds one and waits for the other, waits for ever.
  const known = body.identity === undefined ? null : await knownIdentity(trx, body.identity);
  const index = known?.number_index ?? (stated && identityIndex(crm, stated));
  if (!index) throw invalid([{ path: 'identity', code: 'not_found' }]);
  await holdIdentity(trx, index);
  await onFile(unit, { id, expectedVersion: body.expectedVersion, staff }, async (file) => {
    const ids = await filesOfPerson(trx, file.id);
    const held: IdentityRow | undefined = await trx('crm_identities')
      .where({ number_index: index })
      .first();
    if (held && !ids.includes(held.beneficiary_id)) {
      if (body.identity !== undefined || !stated)
        throw invalid([{ path: 'identity', code: 'not_found' }]);
      throw await takenBy(crm, trx, stated, staff, locale);
    }
    if (held) return seeAgain(unit, held, body, staff);
    if (!stated) throw invalid([{ path: 'identity', code: 'not_found' }]);
    return addSeen(unit, file, stated, body, staff);
  });
}

function typedNumber(body: SightingBody, issues: FieldIssue[]): StatedIdentity | null {
  if (body.number === undefined) {
    if (body.identity === undefined) issues.push({ path: 'number', code: 'required' });
    return null;
  }
  const read = readIdentity(body.type, body.number);
  if (read.ok) return read.identity;
  issues.push({ path: 'number', code: read.code });
  return null;
}

const knownIdentity = async (
  trx: UnitOfWork['trx'],
  id: string,
): Promise<Pick<IdentityRow, 'number_index'> | null> =>
  isId(id)
    ? ((await trx<IdentityRow>('crm_identities').where({ id }).first('number_index')) ?? null)
    : null;

/** The refusal of a number that has a file; whose it is, is told within the branch only. */
async function takenBy(
  crm: Crm,
  trx: UnitOfWork['trx'],
  identity: StatedIdentity,
  staff: Pick<Staff, 'branch'>,
  locale: Locale,
) {
  const found = await findByIdentity(crm, trx, identity);
  const file: FileRow | undefined = found
    ? await trx('crm_beneficiaries').where({ id: found.id }).first()
    : undefined;
  const mayKnow = file && (staff.branch === null || file.branch === staff.branch);
  const [summary] = mayKnow
    ? await summariesOf({ strapi: crm.strapi, db: trx }, [file], locale)
    : [];
  return conflict('error.file_exists', { file: summary ?? null });
}

async function seeAgain(
  unit: UnitOfWork,
  held: IdentityRow,
  body: SightingBody,
  staff: Staff,
): Promise<FileChange> {
  const { trx, now } = unit;
  if (held.type !== body.type) throw invalid([{ path: 'type', code: 'id.kind' }]);
  // What is not said again stays as it was seen before.
  const expiresOn = body.expiresOn ?? held.expires_on;
  const state = foundState(body.state, expiresOn, riyadhDate(now));
  await trx('crm_identities')
    .where({ id: held.id })
    .update({
      ...columnsOf(body, staff, now),
      issuing_place: body.issuingPlace ?? held.issuing_place,
      issued_on: body.issuedOn ?? held.issued_on,
      expires_on: expiresOn,
      state,
      ...(expiresOn === held.expires_on ? {} : { announced_for: null }),
    });
  const seen = { expiresOn, state, how: body.how, sightedBy: staff.id };
  await keepSighting(unit, held.id, seen, null, body.note ?? null);
  return { event: 'file.identity_sighted', data: { identity: held.id, state } };
}

async function addSeen(
  unit: UnitOfWork,
  file: FileRow,
  stated: StatedIdentity,
  body: SightingBody,
  staff: Staff,
): Promise<FileChange> {
  const { crm, trx, now } = unit;
  const expiresOn = body.expiresOn ?? null;
  const state = foundState(body.state, expiresOn, riyadhDate(now));
  const row = {
    ...identityColumns(crm, file.id, stated, now),
    ...columnsOf(body, staff, now),
    issuing_place: body.issuingPlace ?? null,
    issued_on: body.issuedOn ?? null,
    expires_on: expiresOn,
    state,
  };
  await trx('crm_identities').insert(row);
  const seen = { expiresOn, state, how: body.how, sightedBy: staff.id };
  await keepSighting(unit, row.id, seen, null, body.note ?? null);
  return { event: 'file.identity_sighted', data: { identity: row.id, state, added: true } };
}

const columnsOf = (body: SightingBody, staff: Staff, now: Date) => ({
  state_note: body.note ?? null,
  sighted_by: staff.id,
  sighted_at: now,
  sighted_how: body.how,
  updated_at: now,
});
