import type { Knex } from 'knex';
import type {
  AuthorityKind,
  AuthorityProof,
  ConsentPurpose,
  ConsentWay,
  IdentityState,
  LegalBasis,
  PersonDocumentKind,
  FileStatus,
  Relationship,
  SightingWay,
} from '../../../contracts/vocabulary';
import { notHidden } from '../kernel/hidden';
import type { Staff } from '../kernel/room';
import type { ContactRow, IdentityRow } from './person.types';

type Reader = Pick<Staff, 'id'>;

/** Everything that the registry holds of one person, read at once: a fixed number of queries for any file. */

export interface SightingRow {
  identity_id: string;
  state: IdentityState;
  expires_on: string | null;
  seen_by: number;
  seen_at: Date;
  how: SightingWay;
  note: string | null;
  reference: string | null;
}
export interface MemberRow {
  household_id: string;
  number: string;
  city: string | null;
  district: string | null;
  /** the file that speaks for the member */
  id: string;
  file_number: string;
  name: string;
  branch: string | null;
  relationship: Relationship;
  dependant: boolean;
  birth_date: string | null;
  birth_year: number | null;
  status: FileStatus;
}
export interface AuthorityRow {
  id: string;
  beneficiary_id: string;
  holder_id: string | null;
  holder_name: string;
  holder_phone: string | null;
  kind: AuthorityKind;
  relationship: Relationship | null;
  proof: AuthorityProof;
  proof_number: string | null;
  issued_by: string | null;
  valid_from: string | null;
  valid_until: string | null;
  sighted_by: number;
  sighted_at: Date;
  ended_at: Date | null;
  ended_reason: string | null;
}
/** With the file that speaks for the other side: the holder, or the person acted for. */
export type AuthorityWithOther = AuthorityRow & {
  other_id: string | null;
  other_number: string | null;
  other_name: string | null;
  other_branch: string | null;
  other_status: FileStatus | null;
};
export interface DocumentRow {
  id: string;
  kind: PersonDocumentKind;
  title: string | null;
  file_id: string;
  name: string;
  size: number;
  mime: string;
  issued_on: string | null;
  valid_until: string | null;
  legal_basis: LegalBasis | null;
  legal_reference: string | null;
  recorded_by: number;
  recorded_at: Date;
}
export interface ConsentRow {
  id: string;
  purpose: ConsentPurpose;
  notice_version: string;
  given_at: Date;
  given_how: ConsentWay;
  authority_name: string | null;
  recorded_by: number | null;
  request_id: string | null;
  reference: string | null;
  withdrawn_at: Date | null;
  withdrawn_how: ConsentWay | null;
}
export interface MergedRow {
  id: string;
  file_number: string;
  name: string;
  merge_id: string;
  merged_at: Date;
  merged_by: number;
}

/**
 * Consents of these files, and those that came with a request which is linked to one of them.
 * @param reader from whom what came with a hidden request is left out; without one everything counts
 */
export const consentsOf = (db: Knex, ids: readonly string[], reader?: Reader) =>
  db('crm_consents as c')
    .leftJoin('crm_requests as r', 'r.id', 'c.request_id')
    .leftJoin('crm_authorities as a', 'a.id', 'c.authority_id')
    .where(
      (of) =>
        void of.whereIn('c.beneficiary_id', [...ids]).orWhereIn(
          'c.request_id',
          db('crm_requests')
            .whereIn('beneficiary_id', [...ids])
            .select('id'),
        ),
    )
    .modify((query) => void (reader && query.modify(notHidden(reader.id, 'c.request_id'))))
    .orderBy('c.given_at', 'desc')
    .select<ConsentRow[]>(
      'c.id',
      'c.purpose',
      'c.notice_version',
      'c.given_at',
      'c.given_how',
      'c.recorded_by',
      'c.request_id',
      'c.withdrawn_at',
      'c.withdrawn_how',
      'r.reference',
      db.raw('a.holder_name as authority_name'),
    );

/** Everybody who lives in the household of one of these files, the head first. */
export const householdOf = (db: Knex, ids: readonly string[]) =>
  db('crm_household_members as mine')
    .join('crm_households as h', 'h.id', 'mine.household_id')
    .join('crm_household_members as m', 'm.household_id', 'h.id')
    .join('crm_beneficiaries as own', 'own.id', 'm.beneficiary_id')
    .join('crm_beneficiaries as b', 'b.id', 'own.root_id')
    .whereIn('mine.beneficiary_id', [...ids])
    .whereNull('mine.until')
    .whereNull('m.until')
    .orderByRaw(`(m.relationship = 'head') desc, b.birth_year nulls last, b.created_at, b.id`)
    .select<MemberRow[]>(
      db.raw('h.id as household_id'),
      'h.number',
      'h.city',
      'h.district',
      'b.id',
      'b.file_number',
      'b.name',
      'b.branch',
      'm.relationship',
      'm.dependant',
      'b.birth_date',
      'b.birth_year',
      'b.status',
    );

const authorities = (db: Knex, mine: string, other: string, ids: readonly string[]) =>
  db('crm_authorities as a')
    .leftJoin('crm_beneficiaries as o', 'o.id', `a.${other}`)
    .leftJoin('crm_beneficiaries as root', 'root.id', 'o.root_id')
    .whereIn(`a.${mine}`, [...ids])
    .orderByRaw('a.ended_at is not null, a.sighted_at desc')
    .select<AuthorityWithOther[]>(
      'a.*',
      db.raw(
        `root.id as other_id, root.file_number as other_number, root.name as other_name,
          root.branch as other_branch, root.status as other_status`,
      ),
    );
export const authoritiesOf = (db: Knex, ids: readonly string[]) =>
  authorities(db, 'beneficiary_id', 'holder_id', ids);

/** @param ids the file that speaks and those merged into it, see `filesOfPerson` */
export async function readRows(db: Knex, ids: readonly string[], reader: Reader) {
  const all = [...ids];
  const [
    contacts,
    categories,
    identities,
    sightings,
    household,
    holders,
    actsFor,
    documents,
    consents,
    merged,
    matches,
  ] = await Promise.all([
    db<ContactRow>('crm_contact_points')
      .whereIn('beneficiary_id', all)
      .orderBy([{ column: 'preferred', order: 'desc' }, { column: 'created_at' }]),
    db('crm_beneficiary_categories_held')
      .whereIn('beneficiary_id', all)
      .distinct<{ category: string }[]>('category'),
    db<IdentityRow>('crm_identities')
      .whereIn('beneficiary_id', all)
      .orderByRaw(`(state = 'valid') desc, created_at desc`),
    db('crm_sightings as s')
      .join('crm_identities as i', 'i.id', 's.identity_id')
      .leftJoin('crm_requests as r', 'r.id', 's.request_id')
      .whereIn('i.beneficiary_id', all)
      .modify(notHidden(reader.id, 's.request_id'))
      .orderBy('s.seen_at', 'desc')
      .limit(100)
      .select<SightingRow[]>('s.*', 'r.reference'),
    householdOf(db, all),
    authoritiesOf(db, all),
    authorities(db, 'holder_id', 'beneficiary_id', all),
    db('crm_person_documents as d')
      .join('crm_files as f', 'f.id', 'd.file_id')
      .whereIn('d.beneficiary_id', all)
      .whereNull('d.removed_at')
      .orderBy('d.recorded_at', 'desc')
      .select<DocumentRow[]>('d.*', 'f.name', 'f.size', 'f.mime'),
    consentsOf(db, all, reader),
    db('crm_merges as m')
      .join('crm_beneficiaries as b', 'b.id', 'm.gone_id')
      .whereIn('m.gone_id', all)
      .whereNull('m.undone_at')
      .orderBy('m.merged_at', 'desc')
      .select<MergedRow[]>(
        'b.id',
        'b.file_number',
        'b.name',
        db.raw('m.id as merge_id'),
        'm.merged_at',
        'm.merged_by',
      ),
    db('crm_file_matches')
      .whereIn('state', ['open', 'unsure'])
      .where((pair) => void pair.whereIn('left_id', all).orWhereIn('right_id', all))
      .whereNot((both) => void both.whereIn('left_id', all).whereIn('right_id', all))
      .count<{ n: string }[]>('* as n'),
  ]);
  return {
    contacts,
    categories: categories.map(({ category }) => category),
    identities,
    sightings,
    household,
    holders,
    actsFor,
    documents,
    consents,
    merged,
    openMatches: Number(matches[0]?.n ?? 0),
  };
}
export type RegistryRows = Awaited<ReturnType<typeof readRows>>;
