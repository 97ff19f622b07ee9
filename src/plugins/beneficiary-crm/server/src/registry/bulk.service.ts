import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { FileStatus } from '../../../contracts/vocabulary';
import { riyadhDate } from '../kernel/calendar.rules';
import type { Crm } from '../kernel/crm';
import { insertMany } from '../kernel/sql';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { holdLikeness, resembling, traitsOfPerson } from './candidates';
import { actorOf } from './entry.rules';
import { identityIndex } from './identity.index';
import { resemblingAmong } from './among.rules';
import { keepMatches } from './matching.service';
import type { Entry, FileRow, NewPerson, StatedIdentity } from './person.types';
import { fileColumns, identityColumns, nextFileNumbers } from './registry.service';
import type { FileKey } from './registry.service';

/** Many people at once, as an import brings them: a few statements for each batch. */

export interface KnownFile {
  id: string;
  name: string;
  status: FileStatus;
}

/** Until the transaction ends, whoever comes with one of these numbers waits. Taken in one order by everybody. */
export async function holdIdentities(
  { crm, trx }: UnitOfWork,
  identities: readonly StatedIdentity[],
): Promise<void> {
  const indexes = identities.map((identity) => identityIndex(crm, identity)).sort();
  await trx.raw(
    `select pg_advisory_xact_lock(hashtextextended(index, 60)) from unnest(?::text[]) as held(index)`,
    [indexes],
  );
}

/** The files that speak for the people with these numbers, each under the number as it was given. */
export async function filesByNumber(
  crm: Pick<Crm, 'vault'>,
  db: Knex,
  identities: readonly StatedIdentity[],
): Promise<Map<string, KnownFile>> {
  const numberOf = new Map(
    identities.map((identity) => [identityIndex(crm, identity), identity.number]),
  );
  const { rows } = (await db.raw(
    `select i.number_index as index, root.id, root.name, root.status
      from crm_identities i
      join crm_beneficiaries own on own.id = i.beneficiary_id
      join crm_beneficiaries root on root.id = own.root_id
      where i.number_index = any(?::text[])`,
    [[...numberOf.keys()]],
  )) as { rows: (KnownFile & { index: string })[] };
  return new Map(rows.map(({ index, ...file }) => [numberOf.get(index) ?? '', file] as const));
}

/**
 * Opens a file for each of these people and puts those whom they resemble before a person, all in the caller's
 * transaction. The caller holds the numbers, has looked for them, and says what happened in one event.
 */
export async function openFiles(
  unit: UnitOfWork,
  people: readonly NewPerson[],
  entry: Entry,
): Promise<FileKey[]> {
  if (people.length === 0) return [];
  const { crm, trx } = unit;
  const numbers = await nextFileNumbers(trx, people.length);
  const files = people.map((person, at) => ({
    person,
    id: randomUUID(),
    fileNumber: numbers[at] ?? '',
  }));
  const traits = files.map(({ id, person }) => ({ ...traitsOfPerson(crm, person), id, root: id }));
  await holdLikeness(trx, traits);
  // Whoever may resemble them is held, so what another connection sees is all there is, and both work at once.
  const [known] = await Promise.all([resembling(crm.db, traits), insertFiles(unit, files, entry)]);
  const among = resemblingAmong(traits);
  await keepMatches(
    unit,
    traits,
    traits.map((_, at) => [...(known[at] ?? []), ...(among[at] ?? [])]),
    entry,
  );
  return files.map(({ id, fileNumber }) => ({ id, fileNumber }));
}

interface NewFile {
  person: NewPerson;
  id: string;
  fileNumber: string;
}

async function insertFiles(
  { crm, trx, now }: UnitOfWork,
  files: readonly NewFile[],
  entry: Entry,
): Promise<void> {
  await insertMany(
    trx,
    'crm_beneficiaries',
    files.map(({ id, fileNumber, person }) => ({
      ...fileColumns(id, fileNumber, person, entry, now),
      preferred_times: person.preferredTimes ?? [],
    })),
  );
  const contacts = files.flatMap(({ id, person }) => contactRows(id, person, now));
  await insertMany(trx, 'crm_contact_points', contacts);
  const since = riyadhDate(now);
  const held = files.flatMap(({ id, person }) =>
    (person.categories ?? []).map((category) => ({ beneficiary_id: id, category, since })),
  );
  await insertMany(trx, 'crm_beneficiary_categories_held', held);
  const identities = files.flatMap(({ id, person }) =>
    person.identity ? [identityColumns(crm, id, person.identity, now)] : [],
  );
  await insertMany(trx, 'crm_identities', identities);
}

const contactRows = (id: string, person: Pick<NewPerson, 'contacts'>, now: Date) =>
  person.contacts.map(({ kind, value, preferred, label }) => ({
    id: randomUUID(),
    beneficiary_id: id,
    kind,
    value,
    label: label ?? null,
    preferred: preferred ?? false,
    created_at: now,
  }));

const filledColumns = ['sex', 'city', 'district', 'address', 'branch'] as const;

/** What a file does not say yet and the person's row does; nothing that stands there is touched. */
export function blanksOf(file: FileRow, person: NewPerson): Partial<FileRow> {
  const blanks: Record<string, unknown> = {};
  for (const column of filledColumns) {
    if (file[column] === null && person[column]) blanks[column] = person[column];
  }
  const year = person.birthDate ? Number(person.birthDate.slice(0, 4)) : (person.birthYear ?? null);
  if (file.birth_year === null && year !== null) blanks.birth_year = year;
  if (
    file.birth_date === null &&
    person.birthDate &&
    (file.birth_year === null || file.birth_year === year)
  )
    blanks.birth_date = person.birthDate;
  return blanks as Partial<FileRow>;
}

/**
 * Fills in what is empty in files that exist, one event for each that changes. Ways to reach somebody and
 * categories are added only where there are none.
 * @returns how many files changed
 */
export async function fillBlanks(
  unit: UnitOfWork,
  people: readonly { fileId: string; person: NewPerson }[],
  entry: Entry,
): Promise<number> {
  const { trx, now } = unit;
  const ids = people.map(({ fileId }) => fileId);
  const rows = (await trx('crm_beneficiaries')
    .whereIn('id', ids)
    .orderBy('id')
    .forUpdate()
    .select('*')) as FileRow[];
  const rowOf = new Map(rows.map((row) => [row.id, row]));
  const having = async (table: string, column: string): Promise<Set<string>> => {
    const found = (await trx(`${table} as held`)
      .join('crm_beneficiaries as own', 'own.id', 'held.beneficiary_id')
      .whereIn('own.root_id', ids)
      .distinct('own.root_id', `held.${column} as what`)) as { root_id: string; what: string }[];
    return new Set(found.flatMap(({ root_id, what }) => [root_id, `${root_id} ${what}`]));
  };
  const reached = await having('crm_contact_points', 'kind');
  const grouped = await having('crm_beneficiary_categories_held', 'category');
  let changed = 0;
  for (const { fileId, person } of people) {
    const row = rowOf.get(fileId);
    if (!row) continue;
    const blanks = blanksOf(row, person);
    const contacts = person.contacts.filter(({ kind }) => !reached.has(`${fileId} ${kind}`));
    const categories = grouped.has(fileId) ? [] : (person.categories ?? []);
    const fields = [
      ...Object.keys(blanks),
      ...(contacts.length > 0 ? ['contacts'] : []),
      ...(categories.length > 0 ? ['categories'] : []),
    ];
    if (fields.length === 0) continue;
    await trx('crm_beneficiaries')
      .where({ id: fileId })
      .update({ ...blanks, version: row.version + 1, updated_at: now });
    if (contacts.length > 0)
      await trx('crm_contact_points')
        .insert(contactRows(fileId, { contacts }, now))
        .onConflict(['beneficiary_id', 'kind', 'value'])
        .ignore();
    if (categories.length > 0)
      await trx('crm_beneficiary_categories_held').insert(
        categories.map((category) => ({
          beneficiary_id: fileId,
          category,
          since: riyadhDate(now),
        })),
      );
    changed += 1;
    unit.record({
      type: 'file.changed',
      actor: actorOf(entry.staffId),
      subject: { kind: 'beneficiary', id: fileId },
      data: { fields, ...(entry.importId ? { import: entry.importId } : {}) },
    });
  }
  return changed;
}

/** How many of these people, who have no file yet, resemble people who have: the queue would hold them. */
export async function countResembling(
  crm: Pick<Crm, 'vault'>,
  db: Knex,
  people: readonly NewPerson[],
): Promise<number> {
  if (people.length === 0) return 0;
  const found = await resembling(
    db,
    people.map((person) => traitsOfPerson(crm, person)),
  );
  return found.filter((others) => others.length > 0).length;
}

/** How many of these files wait, beside another, for a person to judge. */
export async function countWaitingMatches(db: Knex, files: readonly string[]): Promise<number> {
  const { rows } = (await db.raw(
    `select count(distinct held.id)::int as n from unnest(?::uuid[]) as held(id)
      where exists (select 1 from crm_file_matches m where m.left_id = held.id and m.state in ('open', 'unsure'))
        or exists (select 1 from crm_file_matches m where m.right_id = held.id and m.state in ('open', 'unsure'))`,
    [[...files]],
  )) as { rows: { n: number }[] };
  return rows[0]?.n ?? 0;
}
