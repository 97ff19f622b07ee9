import type { PersonHit } from '../../../contracts/registry';
import type { Locale } from '../../../contracts/vocabulary';
import type { Crm } from '../kernel/crm';
import { hiddenFrom } from '../kernel/hidden';
import type { Staff } from '../kernel/room';
import type { FileRow } from './person.types';
import { identityDomain } from './identity.index';
import { bestFirst, fromTheEnd } from './search.rules';
import type { Hit, Typed } from './search.rules';
import { findByName } from './search.names';
import type { NameRow } from './search.names';
import { people } from './search.sql';
import { summariesOf } from './summary.service';

type By = PersonHit['by'];

/** Whoever has died or whose file is put away stands behind those who can be served. */
const GONE = `root.status in ('archived', 'deceased')`;

/** Blind indexes of every number that the text can be. */
export const identityIndexes = (crm: Pick<Crm, 'vault'>, typed: Typed): string[] => [
  ...(typed.nationalId === null
    ? []
    : [crm.vault.blindIndex(identityDomain('national_id'), typed.nationalId)]),
  ...(typed.otherId === null ? [] : [crm.vault.blindIndex(identityDomain('other'), typed.otherId)]),
];

/** One number may be that of many: a family's telephone. */
const MOST_OF_ONE_NUMBER = 50;

interface Exact {
  by: By;
  sql: string;
  bindings: (string | string[] | number)[];
}

/** Queries of files by what identifies them, the surest first; each gives `id`. */
function exactly(crm: Crm, typed: Typed, staff: Staff): Exact[] {
  const indexes = identityIndexes(crm, typed);
  const asked: Exact[] = [];
  const ask = (by: By, sql: string, ...bindings: Exact['bindings']) =>
    asked.push({ by, sql, bindings });
  if (indexes.length > 0)
    ask(
      'id',
      'select beneficiary_id as id from crm_identities where number_index = any(?)',
      indexes,
    );
  if (typed.fileNumber !== null)
    ask('file_number', 'select id from crm_beneficiaries where file_number = ?', typed.fileNumber);
  if (typed.reference !== null)
    ask(
      'reference',
      `select beneficiary_id as id from crm_requests
        where reference = ? and beneficiary_id is not null and id <> all(array(${hiddenFrom()}))`,
      typed.reference,
      staff.id,
    );
  if (typed.phone !== null)
    ask(
      'phone',
      'select beneficiary_id as id from crm_contact_points where value = ?',
      typed.phone,
    );
  if (typed.phoneEnd !== null)
    ask(
      'phone',
      `select beneficiary_id as id from crm_contact_points
        where reverse(value) collate "C" >= ? and reverse(value) collate "C" < ? and kind <> 'email'`,
      ...fromTheEnd(typed.phoneEnd),
    );
  if (typed.email !== null)
    ask(
      'email',
      'select beneficiary_id as id from crm_contact_points where lower(value) = lower(?)',
      typed.email,
    );
  return asked;
}

type Found = Hit & { id: string; by: By };

async function byNumbers(crm: Crm, typed: Typed, staff: Staff): Promise<Found[]> {
  const asked = exactly(crm, typed, staff);
  if (asked.length === 0) return [];
  const each = asked.map(
    ({ by, sql }, rank) =>
      `(select id, '${by}' as by, ${rank} as rank from (${sql} limit ${MOST_OF_ONE_NUMBER}) one)`,
  );
  const { rows } = (await crm.db.raw(
    `select distinct on (root.id) root.id, found.by, found.rank, root.name, ${GONE} as gone
      from (${each.join(' union all ')}) found
      join crm_beneficiaries own on own.id = found.id
      join crm_beneficiaries root on root.id = own.root_id
      ${staff.branch === null ? '' : 'where root.branch = ?'}
      order by root.id, found.rank`,
    [
      ...asked.flatMap(({ bindings }) => bindings),
      ...(staff.branch === null ? [] : [staff.branch]),
    ],
  )) as { rows: Found[] };
  return rows;
}

/** Of a merged file the name is found, and the file that speaks for it is named. */
const byName = (crm: Crm, words: readonly string[], wanted: number, { branch }: Staff) =>
  findByName<NameRow & { name: string; gone: boolean }>(crm.db, words, wanted, {
    indexed: people.indexed,
    branch,
    sql: (condition) => `
      select root.id, root.name, own.name_words, ${GONE} as gone
      from (select root_id, name_words from crm_beneficiaries where ${condition}) own
      join crm_beneficiaries root on root.id = own.root_id
      ${branch === null ? '' : 'where root.branch = ?'}`,
    bindings: branch === null ? [] : [branch],
  });

export interface PeopleFound {
  people: PersonHit[];
  more: boolean;
}

/**
 * Files of people by anything that was typed, best first: by number when one has it, else by name. A delegate
 * finds those of the own branch.
 */
export async function searchPeople(
  crm: Crm,
  typed: Typed,
  staff: Staff,
  limit: number,
  locale: Locale,
): Promise<PeopleFound> {
  const numbered = await byNumbers(crm, typed, staff);
  const found: Found[] =
    numbered.length > 0 ? numbered : await byName(crm, typed.words, limit, staff);
  const shown = bestFirst(found).slice(0, limit);
  const rows: FileRow[] = await crm
    .db<FileRow>('crm_beneficiaries')
    .whereIn(
      'id',
      shown.map(({ id }) => id),
    )
    .select('*');
  const ordered = shown.flatMap(({ id, by }) =>
    rows.flatMap((row) => (row.id === id ? [{ row, by }] : [])),
  );
  const summaries = await summariesOf(
    crm,
    ordered.map(({ row }) => row),
    locale,
  );
  return {
    people: summaries.map((summary, place) => ({ ...summary, by: ordered[place]?.by ?? 'name' })),
    more: found.length > limit,
  };
}
