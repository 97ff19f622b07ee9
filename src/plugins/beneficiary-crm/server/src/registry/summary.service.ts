import type { Knex } from 'knex';
import type { PersonSummary } from '../../../contracts/registry';
import type { IdentityState, IdentityType, Locale } from '../../../contracts/vocabulary';
import type { Crm } from '../kernel/crm';
import { readTogether } from '../kernel/sql';
import { categories, named } from './category.service';
import { maskLast3, maskMobile } from './identity.rules';
import type { FileRow } from './person.types';

/**
 * Which file speaks for each file of these people, by id: the files themselves and those merged into them.
 * @param roots ids of files that speak
 */
export async function filesOfPeople(
  db: Knex,
  roots: readonly string[],
): Promise<Map<string, string>> {
  const rows = await db('crm_beneficiaries')
    .whereIn('root_id', [...roots])
    .whereRaw('root_id <> id')
    .select<{ id: string; root_id: string }[]>('id', 'root_id');
  return new Map([
    ...roots.map((id): [string, string] => [id, id]),
    ...rows.map(({ id, root_id }): [string, string] => [id, root_id]),
  ]);
}

interface IdentityBrief {
  beneficiary_id: string;
  type: IdentityType;
  last3: string;
  state: IdentityState;
}
interface HouseholdBrief {
  beneficiary_id: string;
  number: string;
  head: string | null;
  head_name: string | null;
}

/** Enough of each file to tell namesakes apart, in the order given; a fixed number of queries. */
export async function summariesOf(
  crm: Pick<Crm, 'db' | 'strapi'>,
  rows: readonly FileRow[],
  locale: Locale,
): Promise<PersonSummary[]> {
  if (rows.length === 0) return [];
  const { db } = crm;
  const rootOf = await filesOfPeople(
    db,
    rows.map(({ id }) => id),
  );
  const ids = [...rootOf.keys()];
  // Their words are read only for who holds one: a look-up by number has milliseconds.
  const readCategories = async () => {
    const held = await db('crm_beneficiary_categories_held')
      .whereIn('beneficiary_id', ids)
      .select<{ beneficiary_id: string; category: string }[]>('beneficiary_id', 'category');
    return { held, published: held.length > 0 ? await categories(crm, locale) : [] };
  };
  const [identities, phones, { held, published }, households] = await readTogether(db, [
    () =>
      db('crm_identities')
        .whereIn('beneficiary_id', ids)
        .orderByRaw(`(state = 'valid') desc, (state = 'pending') desc, created_at desc`)
        .select<IdentityBrief[]>('beneficiary_id', 'type', 'last3', 'state'),
    () =>
      db('crm_contact_points')
        .whereIn('beneficiary_id', ids)
        .where('kind', 'mobile')
        .orderBy([{ column: 'preferred', order: 'desc' }, { column: 'created_at' }])
        .select<{ beneficiary_id: string; value: string }[]>('beneficiary_id', 'value'),
    readCategories,
    () =>
      db('crm_household_members as m')
        .join('crm_households as h', 'h.id', 'm.household_id')
        .leftJoin('crm_beneficiaries as own', 'own.id', 'h.head_id')
        .leftJoin('crm_beneficiaries as head', 'head.id', 'own.root_id')
        .whereIn('m.beneficiary_id', ids)
        .whereNull('m.until')
        .select<HouseholdBrief[]>(
          'm.beneficiary_id',
          'h.number',
          db.raw('head.id as head'),
          db.raw('head.name as head_name'),
        ),
  ]);
  const of = <Row extends { beneficiary_id: string }>(list: readonly Row[], root: string): Row[] =>
    list.filter(({ beneficiary_id }) => rootOf.get(beneficiary_id) === root);
  return rows.map((row) => {
    const [identity] = of(identities, row.id);
    const [phone] = of(phones, row.id);
    const [household] = of(households, row.id);
    return {
      id: row.id,
      fileNumber: row.file_number,
      name: row.name,
      birthYear: row.birth_year,
      city: row.city,
      branch: row.branch,
      status: row.status,
      idMasked: identity ? maskLast3(identity.last3) : null,
      idType: identity?.type ?? null,
      identityState: identity?.state ?? null,
      phoneMasked: phone ? maskMobile(phone.value) : null,
      householdHead: household && household.head !== row.id ? household.head_name : null,
      householdNumber: household?.number ?? null,
      categories: named(
        of(held, row.id).map(({ category }) => category),
        published,
      ),
    };
  });
}
