import type { Knex } from 'knex';
import { mergeFields } from '../../../contracts/duplicates';
import type { FileSide, MatchDetail, MatchSide, MergeField } from '../../../contracts/duplicates';
import type { ContactKind, Locale } from '../../../contracts/vocabulary';
import type { Crm } from '../kernel/crm';
import { notFound } from '../kernel/errors';
import { hiddenFrom } from '../kernel/hidden';
import { isId } from '../kernel/http';
import type { Staff } from '../kernel/room';
import { staffNames } from '../kernel/staff';
import { maskLast3 } from './identity.rules';
import {
  filePairColumns,
  filePairs,
  requestPairColumns,
  requestPairs,
  requestSide,
} from './matches.service';
import type { FilePairRow, RequestPairRow } from './matches.service';
import { mergeView } from './merge.view';
import type { FileRow } from './person.types';
import { filesOfPerson } from './registry.service';
import { summariesOf } from './summary.service';

/** Two sides of a pair, side by side. */

interface Reading {
  staff: Staff;
  locale: Locale;
}

const fieldsOf = (file: FileRow): Record<MergeField, string | null> => ({
  name: file.name,
  sex: file.sex,
  birth: file.birth_date ?? (file.birth_year === null ? null : String(file.birth_year)),
  city: file.city,
  district: file.district,
  address: file.address,
  coordinates: file.latitude === null ? null : `${file.latitude}, ${file.longitude ?? ''}`,
  branch: file.branch,
  preferredChannel: file.preferred_channel,
  preferredTimes: file.preferred_times.length === 0 ? null : file.preferred_times.join(' '),
});

const differing = (a: MatchSide['fields'], b: MatchSide['fields']): MergeField[] =>
  mergeFields.filter((field) => a[field] !== b[field]);

/** What hangs on any file of the person. */
async function holdsOf(
  db: Knex,
  files: readonly string[],
  reader: Pick<Staff, 'id'>,
): Promise<FileSide['holds']> {
  const { rows } = (await db.raw(
    `with files as (select unnest(?::uuid[]) as id), hidden as (${hiddenFrom()} as id)
    select
      (select count(*)::int from crm_requests where beneficiary_id in (select id from files)
        and id not in (select id from hidden)) as requests,
      (select count(*)::int from crm_person_documents
        where beneficiary_id in (select id from files) and removed_at is null) as documents,
      (select count(*)::int from crm_deliveries d join crm_requests q on q.id = d.request_id
        where q.beneficiary_id in (select id from files) and q.id not in (select id from hidden)) as deliveries,
      (select count(*)::int from crm_interactions where beneficiary_id in (select id from files)
        and (request_id is null or request_id not in (select id from hidden))) as interactions,
      (select count(distinct other.beneficiary_id)::int from crm_household_members own
        join crm_household_members other on other.household_id = own.household_id and other.until is null
        where own.beneficiary_id in (select id from files) and own.until is null
          and other.beneficiary_id not in (select id from files)) as household`,
    [[...files], reader.id],
  )) as { rows: FileSide['holds'][] };
  const [row] = rows;
  if (!row) throw new Error('a count gave no row');
  return row;
}

async function sideOf(
  crm: Crm,
  id: string,
  { staff, locale }: Reading,
): Promise<FileSide & { row: FileRow }> {
  const { db } = crm;
  const row = await db<FileRow>('crm_beneficiaries').where({ id }).first();
  if (!row) throw notFound();
  const files = await filesOfPerson(db, id);
  const [file] = await summariesOf(crm, [row], locale);
  if (!file) throw notFound();
  const contacts = await db('crm_contact_points')
    .whereIn('beneficiary_id', files)
    .orderBy([{ column: 'kind' }, { column: 'value' }])
    .distinct<{ kind: ContactKind; value: string }[]>('kind', 'value');
  const identities = await db('crm_identities')
    .whereIn('beneficiary_id', files)
    .orderBy('created_at')
    .pluck<string[]>('last3');
  return {
    row,
    file,
    fields: fieldsOf(row),
    contacts: contacts.map(({ kind, value }) => ({ kind, value })),
    identities: identities.map(maskLast3),
    categories: file.categories.map(({ name }) => name),
    openedAt: row.created_at.toISOString(),
    source: row.source,
    holds: await holdsOf(db, files, staff),
  };
}

const shown = ({ row: _row, ...side }: FileSide & { row: FileRow }): FileSide => side;

/** GET /matches/:id. @throws CrmError not_found, also for a pair with another branch's file */
export async function readMatch(
  crm: Crm,
  id: string,
  staff: Staff,
  locale: Locale,
): Promise<MatchDetail> {
  if (!isId(id)) throw notFound();
  const pair = (await filePairs(crm.db, staff).where('m.id', id).first(filePairColumns)) as
    FilePairRow | undefined;
  if (pair) return filesDetail(crm, pair, { staff, locale });
  const asked = (await requestPairs(crm.db, staff).where('m.id', id).first(requestPairColumns)) as
    RequestPairRow | undefined;
  if (!asked) throw notFound();
  return requestDetail(crm, asked, { staff, locale });
}

async function judgement(
  crm: Crm,
  row: Pick<
    FilePairRow,
    'id' | 'reasons' | 'state' | 'found_at' | 'note' | 'judged_at' | 'judged_by'
  >,
) {
  const names = await staffNames(crm, row.judged_by === null ? [] : [row.judged_by]);
  return {
    id: row.id,
    reasons: row.reasons,
    state: row.state,
    foundAt: row.found_at.toISOString(),
    note: row.note,
    judgedBy: row.judged_by === null ? null : (names.get(row.judged_by) ?? '—'),
    judgedAt: row.judged_at?.toISOString() ?? null,
  };
}

async function filesDetail(crm: Crm, pair: FilePairRow, reading: Reading): Promise<MatchDetail> {
  const merged = pair.left_root === pair.right_root;
  // What was merged is shown as it was written down: each file by itself.
  const left = await sideOf(crm, merged ? pair.left_id : pair.left_root, reading);
  const right = await sideOf(crm, merged ? pair.right_id : pair.right_root, reading);
  const gone = [left, right].find(({ row }) => row.merged_into !== null);
  return {
    ...(await judgement(crm, pair)),
    kind: 'files',
    foundOn: pair.found_on,
    sides: [shown(left), shown(right)],
    differs: differing(left.fields, right.fields),
    merge: gone ? await mergeView(crm, { gone_id: gone.row.id }) : null,
  };
}

async function requestDetail(
  crm: Crm,
  row: RequestPairRow,
  reading: Reading,
): Promise<MatchDetail> {
  const side = await sideOf(crm, row.root, reading);
  const request = {
    ...requestSide(row),
    fields: {
      name: row.applicant_name,
      sex: null,
      birth: null,
      city: row.applicant_city,
      district: null,
      address: null,
      coordinates: null,
      branch: row.request_branch,
      preferredChannel: row.preferred_channel,
      preferredTimes: null,
    },
    contacts: [
      { kind: 'mobile' as const, value: row.applicant_phone },
      ...(row.applicant_email ? [{ kind: 'email' as const, value: row.applicant_email }] : []),
    ],
    identities: row.id_last3 === null ? [] : [maskLast3(row.id_last3)],
    categories: [],
  };
  const said = differing(request.fields, side.fields).filter((field) => request.fields[field]);
  return {
    ...(await judgement(crm, row)),
    kind: 'request',
    request,
    side: shown(side),
    differs: said,
    linked: row.linked_to !== null,
  };
}
