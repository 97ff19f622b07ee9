import type { Knex } from 'knex';
import type { ContactKind } from '../../../contracts/vocabulary';
import type { Crm } from '../kernel/crm';
import { insertTogether } from '../kernel/sql';
import type { NewRow } from '../kernel/sql';
import { identityIndex } from './identity.index';
import { judgePair } from './matching.rules';
import type { MatchJudgement, Traits } from './matching.rules';
import type { NewPerson } from './person.types';

/** Whom an entry resembles: the database finds by index who may, the rule judges. */

export interface Resembling {
  /** the file that speaks for the person found */
  root: string;
  branch: string | null;
  judgement: MatchJudgement;
}

/**
 * Until the transaction ends, whoever comes with one of the same values waits: of two people who enter the same
 * stranger at one moment the second sees what the first wrote. Taken in one order, before looking.
 */
export async function holdLikeness(
  trx: Knex.Transaction,
  entries: readonly Traits[],
): Promise<void> {
  await trx.raw("select crm_hold_likeness('{}', ?::text[], ?::text[], ?::integer[])", [
    entries.flatMap(({ phones, emails, households }) => [...phones, ...emails, ...households]),
    entries.map(({ name }) => name),
    entries.map(({ birthYear }) => birthYear),
  ]);
}

/** What a person who has no file yet is compared by. */
export const traitsOfPerson = (crm: Pick<Crm, 'vault'>, person: NewPerson): Traits => ({
  identities: person.identity ? [identityIndex(crm, person.identity)] : [],
  phones: person.contacts.filter(({ kind }) => kind !== 'email').map(({ value }) => value),
  emails: person.contacts.filter(({ kind }) => kind === 'email').map(({ value }) => value),
  name: person.name,
  birthYear: person.birthDate ? Number(person.birthDate.slice(0, 4)) : (person.birthYear ?? null),
  households: person.household ? [person.household] : [],
});

interface Candidate extends Traits {
  id: string;
  root: string;
  branch: string | null;
}

/** One list of all values, and which entry each belongs to. */
const spread = (entries: readonly Traits[], values: (entry: Traits) => readonly string[]) => {
  const pairs = entries.flatMap((entry, at) => values(entry).map((value) => [at, value] as const));
  return [pairs.map(([at]) => at), pairs.map(([, value]) => value)];
};

/** Of whom nothing but the name and the year of birth is known. */
const byNameOnly = { identities: [], phones: [], emails: [], households: [] };

interface Pairing {
  entry: number;
  id: string;
  /** of who was found by the name; null where another value is shared */
  name: string | null;
  birth_year: number | null;
}

/**
 * For each entry, in its order, the people whom it resembles, each once: what any file of a person shares with
 * the entry, all of them share. A few statements, however many entries there are.
 * @param entries with the id of the file, where the entry has one: nobody resembles himself
 * @param hold as `holdLikeness`, and their numbers too, before looking
 * @param along rows that are written in the same statement
 */
export async function resembling(
  db: Knex,
  entries: readonly (Traits & { id?: string })[],
  { hold = false, along = [] }: { hold?: boolean; along?: readonly NewRow[] } = {},
): Promise<Resembling[][]> {
  const rows = await insertTogether<Pairing>(db, along, {
    text: `select * from crm_candidates(?::integer[], ?::text[], ?::integer[], ?::integer[], ?::text[], ?::integer[],
      ?::text[], ?::integer[], ?::text[], ?)`,
    values: [
      entries.map((_, at) => at),
      entries.map(({ name }) => name),
      entries.map(({ birthYear }) => birthYear),
      ...spread(entries, ({ phones, emails }) => [...phones, ...emails]),
      ...spread(entries, ({ identities }) => identities),
      ...spread(entries, ({ households }) => households),
      hold,
    ],
  });
  // Most who share a block share no more than that: what else they hold is not read.
  const pairings = rows.filter(({ entry, id, name, birth_year: birthYear }) => {
    const traits = entries[entry];
    if (!traits || traits.id === id) return false;
    return (
      name === null || judgePair(traits, { ...byNameOnly, name, birthYear }).verdict !== 'none'
    );
  });
  const candidates = await traitsOf(db, new Set(pairings.map(({ id }) => id)));
  const found: Map<string, Resembling>[] = entries.map(() => new Map());
  for (const { entry, id } of pairings) {
    const traits = entries[entry];
    const candidate = candidates.get(id);
    if (!traits || !candidate) continue;
    const { verdict, reasons } = judgePair(traits, candidate);
    if (verdict === 'none') continue;
    const { root, branch } = candidate;
    const before = found[entry]?.get(root)?.judgement;
    found[entry]?.set(root, {
      root,
      branch,
      judgement: {
        verdict: before?.verdict === 'same' ? 'same' : verdict,
        reasons: [...new Set([...(before?.reasons ?? []), ...reasons])],
      },
    });
  }
  return found.map((people) => [...people.values()]);
}

interface TraitsRow {
  id: string;
  root: string;
  branch: string | null;
  name: string;
  birth_year: number | null;
  identities: string[];
  contacts: { kind: ContactKind; value: string }[];
  households: string[];
}

/** What files say of their people, by id; `root` and `branch` of the file that speaks. */
export async function traitsOf(
  db: Knex,
  ids: ReadonlySet<string>,
): Promise<Map<string, Candidate>> {
  if (ids.size === 0) return new Map();
  const { rows } = (await db.raw(
    `select f.id, root.id as root, root.branch, f.name, f.birth_year,
        array(select number_index from crm_identities where beneficiary_id = f.id) as identities,
        array(select household_id::text from crm_household_members
          where beneficiary_id = f.id and until is null) as households,
        (select coalesce(json_agg(json_build_object('kind', kind, 'value', value)), '[]'::json)
          from crm_contact_points where beneficiary_id = f.id) as contacts
      from crm_beneficiaries f
      join crm_beneficiaries root on root.id = f.root_id
      where f.id = any(?::uuid[])`,
    [[...ids]],
  )) as { rows: TraitsRow[] };
  return new Map(
    rows.map((row) => [
      row.id,
      {
        id: row.id,
        root: row.root,
        branch: row.branch,
        name: row.name,
        birthYear: row.birth_year,
        identities: row.identities,
        households: row.households,
        phones: row.contacts.filter(({ kind }) => kind !== 'email').map(({ value }) => value),
        emails: row.contacts.filter(({ kind }) => kind === 'email').map(({ value }) => value),
      },
    ]),
  );
}
