import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { IdentityState, IdentityType } from '../../../contracts/vocabulary';
import { riyadhDate } from '../kernel/calendar.rules';
import type { Crm } from '../kernel/crm';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { holdLikeness, traitsOfPerson } from './candidates';
import { actorOf } from './entry.rules';
import { identityIndex } from './identity.index';
import { noteMatches } from './matching.service';
import type {
  Entry,
  IdentityRow,
  NewPerson,
  SightedIdentity,
  StatedIdentity,
} from './person.types';
import { validityOf } from './validity.rules';

export { actorOf, identityIndex };

/** Files of people: one for each person, found by what identifies them, opened when there is none. */

/** What was sealed before identities had a table of their own stays readable: the place kept its name. */
export const identityPlace = (identityId: string) => ({
  table: 'crm_beneficiaries',
  field: 'id_number',
  id: identityId,
});

const isSighted = (identity: StatedIdentity | SightedIdentity): identity is SightedIdentity =>
  'sightedBy' in identity;

export interface FileKey {
  id: string;
  fileNumber: string;
}

/** The file that speaks for the person with this number; null when nobody has it. */
export async function findByIdentity(
  crm: Pick<Crm, 'vault'>,
  db: Knex,
  identity: StatedIdentity,
): Promise<(FileKey & { branch: string | null }) | null> {
  const row = await db('crm_identities as i')
    .join('crm_beneficiaries as own', 'own.id', 'i.beneficiary_id')
    .join('crm_beneficiaries as root', 'root.id', 'own.root_id')
    .where('i.number_index', identityIndex(crm, identity))
    .first<{ id: string; file_number: string; branch: string | null } | undefined>(
      'root.id',
      'root.file_number',
      'root.branch',
    );
  return row ? { id: row.id, fileNumber: row.file_number, branch: row.branch } : null;
}

/** Ids of the file that speaks and of every file merged into it, that one first. Unknown id: empty. */
export async function filesOfPerson(db: Knex, id: string): Promise<string[]> {
  const root = db('crm_beneficiaries').select('root_id').where({ id });
  // The index on `root_id` holds merged files only: of a million, few are.
  const rows: { id: string; root_id: string }[] = await db('crm_beneficiaries')
    .where('id', root)
    .orWhere((merged) => void merged.where('root_id', root.clone()).whereRaw('root_id <> id'))
    .select('id', 'root_id')
    .orderBy('created_at');
  return [
    ...rows.filter((row) => row.id === row.root_id),
    ...rows.filter((row) => row.id !== row.root_id),
  ].map((row) => row.id);
}

export async function nextFileNumbers(trx: Knex, count: number): Promise<string[]> {
  const { rows } = (await trx.raw(
    `select nextval('crm_file_numbers')::text as number from generate_series(1, ?::integer)`,
    [count],
  )) as { rows: { number: string }[] };
  return rows.map(({ number }) => `B-${number.padStart(6, '0')}`);
}

const seenState = (
  identity: Pick<SightedIdentity, 'expiresOn' | 'state'>,
  now: Date,
): IdentityState =>
  identity.state ??
  (validityOf(identity.expiresOn, riyadhDate(now), 0) === 'expired' ? 'expired' : 'valid');

/** The row of a number, stated or sighted, for the file of a person. */
export function identityColumns(
  crm: Pick<Crm, 'vault'>,
  beneficiaryId: string,
  identity: StatedIdentity | SightedIdentity,
  now: Date,
): Record<string, unknown> & { id: string; number_index: string } {
  const id = randomUUID();
  return {
    id,
    beneficiary_id: beneficiaryId,
    type: identity.type,
    number_sealed: crm.vault.seal(identityPlace(id), identity.number),
    number_index: identityIndex(crm, identity),
    last3: identity.number.slice(-3),
    ...(isSighted(identity) ? sightedColumns(identity, now) : { state: 'pending' }),
    created_at: now,
    updated_at: now,
  };
}

const sightedColumns = (identity: SightedIdentity, now: Date) => ({
  issuing_place: identity.issuingPlace ?? null,
  issued_on: identity.issuedOn ?? null,
  expires_on: identity.expiresOn,
  state: seenState(identity, now),
  sighted_by: identity.sightedBy,
  sighted_at: now,
  sighted_how: identity.how,
});

/** The columns of a new file, without its contact points, identity and categories. */
export function fileColumns(
  id: string,
  fileNumber: string,
  person: NewPerson,
  entry: Entry,
  now: Date,
): Record<string, unknown> {
  return {
    id,
    root_id: id,
    file_number: fileNumber,
    name: person.name,
    sex: person.sex ?? null,
    birth_date: person.birthDate ?? null,
    birth_year: person.birthDate
      ? Number(person.birthDate.slice(0, 4))
      : (person.birthYear ?? null),
    city: person.city ?? null,
    district: person.district ?? null,
    address: person.address ?? null,
    latitude: person.latitude ?? null,
    longitude: person.longitude ?? null,
    branch: person.branch ?? null,
    preferred_channel: person.preferredChannel ?? null,
    preferred_times: JSON.stringify(person.preferredTimes ?? []),
    source: entry.path,
    opened_by: entry.staffId,
    import_id: entry.importId ?? null,
    created_at: now,
    updated_at: now,
  };
}

/**
 * Opens a file, looks for whom it resembles, and says so; all in the caller's transaction. The caller has
 * looked for the identity: a number that has a file already is refused by the database.
 */
export async function openFile(
  unit: UnitOfWork,
  person: NewPerson,
  entry: Entry,
  /** the request at whose enrolment the document was seen */
  requestId: string | null = null,
): Promise<FileKey> {
  const { crm, trx, now } = unit;
  const id = randomUUID();
  // Before the number is written: who holds that and waits here could be waited for from here.
  await holdLikeness(trx, [traitsOfPerson(crm, person)]);
  const [fileNumber = ''] = await nextFileNumbers(trx, 1);
  await trx('crm_beneficiaries').insert(fileColumns(id, fileNumber, person, entry, now));
  if (person.contacts.length > 0) {
    await trx('crm_contact_points').insert(
      person.contacts.map(({ kind, value, preferred, label }) => ({
        id: randomUUID(),
        beneficiary_id: id,
        kind,
        value,
        label: label ?? null,
        preferred: preferred ?? false,
        created_at: now,
      })),
    );
  }
  if (person.categories && person.categories.length > 0) {
    await trx('crm_beneficiary_categories_held').insert(
      person.categories.map((category) => ({
        beneficiary_id: id,
        category,
        since: riyadhDate(now),
      })),
    );
  }
  if (person.identity) {
    const row = identityColumns(crm, id, person.identity, now);
    await trx('crm_identities').insert(row);
    if (isSighted(person.identity)) await keepSighting(unit, row.id, person.identity, requestId);
  }
  unit.record({
    type: 'file.opened',
    actor: actorOf(entry.staffId),
    subject: { kind: 'beneficiary', id },
    data: { path: entry.path },
  });
  await noteMatches(unit, [id], entry, person.household ?? null);
  return { id, fileNumber };
}

/** What an officer saw, for good: a later sighting adds a row and changes none (S2). */
export async function keepSighting(
  unit: UnitOfWork,
  identityId: string,
  seen: Omit<SightedIdentity, 'type' | 'number'>,
  requestId: string | null,
  note: string | null = null,
): Promise<void> {
  await unit.trx('crm_sightings').insert({
    id: randomUUID(),
    identity_id: identityId,
    request_id: requestId,
    state: seenState(seen, unit.now),
    expires_on: seen.expiresOn,
    seen_by: seen.sightedBy,
    seen_at: unit.now,
    how: seen.how,
    note,
  });
}

/**
 * Keeps what was seen of a document whose number a person has already.
 * @returns whether the number was known
 */
export async function sightAgain(
  unit: UnitOfWork,
  seen: SightedIdentity,
  requestId: string | null,
): Promise<boolean> {
  const { crm, trx, now } = unit;
  const held: IdentityRow | undefined = await trx('crm_identities')
    .where({ number_index: identityIndex(crm, seen) })
    .forUpdate()
    .first();
  if (!held) return false;
  // What is not said again stays as it was seen before.
  const again = {
    ...seen,
    expiresOn: seen.expiresOn ?? held.expires_on,
    issuedOn: seen.issuedOn ?? held.issued_on,
    issuingPlace: seen.issuingPlace ?? held.issuing_place,
  };
  await trx('crm_identities')
    .where({ id: held.id })
    .update({
      ...sightedColumns(again, now),
      ...(again.expiresOn === held.expires_on ? {} : { announced_for: null }),
      updated_at: now,
    });
  await keepSighting(unit, held.id, again, requestId);
  return true;
}

/**
 * The one file of the person whose document was seen: found by its number; else the one that an officer gave the
 * request to, if it has no number of this kind yet; else opened with what the request says.
 * Two officers who enrol one person at the same moment get the same file: the second waits for the first.
 */
export async function fileOf(
  unit: UnitOfWork,
  person: NewPerson,
  seen: SightedIdentity,
  entry: Entry,
  requestId: string | null,
  linked: string | null = null,
): Promise<FileKey> {
  const { crm, trx } = unit;
  await holdIdentity(trx, identityIndex(crm, seen));
  const known = await findByIdentity(crm, trx, seen);
  const found = known ?? (linked && (await withoutNumber(trx, linked, seen.type)));
  if (!found) return openFile(unit, { ...person, identity: seen }, entry, requestId);
  if (known) await sightAgain(unit, seen, requestId);
  else await addIdentity(unit, found.id, seen, requestId);
  for (const { kind, value } of person.contacts) {
    await trx('crm_contact_points')
      .insert({
        id: randomUUID(),
        beneficiary_id: found.id,
        kind,
        value,
        preferred: false,
        created_at: unit.now,
      })
      .onConflict(['beneficiary_id', 'kind', 'value'])
      .ignore();
  }
  // A number or an address that is new to this file may be another's.
  await noteMatches(unit, [found.id], entry);
  return { id: found.id, fileNumber: found.fileNumber };
}

/** The person's file that speaks, if none of the person's files has a number of this kind. */
async function withoutNumber(
  trx: Knex.Transaction,
  file: string,
  type: IdentityType,
): Promise<FileKey | null> {
  const files = await filesOfPerson(trx, file);
  const held = await trx('crm_identities')
    .whereIn('beneficiary_id', files)
    .where({ type })
    .first('id');
  const root = await trx('crm_beneficiaries')
    .where({ id: files[0] ?? null })
    .forUpdate()
    .first<{ id: string; file_number: string } | undefined>('id', 'file_number');
  return root && !held ? { id: root.id, fileNumber: root.file_number } : null;
}

async function addIdentity(
  unit: UnitOfWork,
  file: string,
  seen: SightedIdentity,
  requestId: string | null,
): Promise<void> {
  const row = identityColumns(unit.crm, file, seen, unit.now);
  await unit.trx('crm_identities').insert(row);
  await keepSighting(unit, row.id, seen, requestId);
}

/** Until the transaction ends, whoever comes with the same number waits. */
export async function holdIdentity(trx: Knex.Transaction, index: string): Promise<void> {
  await trx.raw('select pg_advisory_xact_lock(hashtextextended(?, 60))', [index]);
}
