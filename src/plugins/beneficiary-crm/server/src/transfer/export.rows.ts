import type {
  ContactChannel,
  EntryPath,
  ExportColumn,
  FileStatus,
  IdentityState,
  IdentityType,
  Locale,
  Sex,
} from '../../../contracts/vocabulary';
import { riyadhDate } from '../kernel/calendar.rules';
import type { Crm } from '../kernel/crm';
import { filteredFiles } from '../registry';
import type { FileFilters } from '../registry';

const batchSize = 1_000;

interface PersonRow {
  id: string;
  file_number: string;
  name: string;
  status: FileStatus;
  sex: Sex | null;
  birth_year: number | null;
  birth_date: string | null;
  id_type: IdentityType | null;
  id_last3: string | null;
  identity_state: IdentityState | null;
  identity_expires: string | null;
  phone: string | null;
  email: string | null;
  preferred_channel: ContactChannel | null;
  city: string | null;
  district: string | null;
  address: string | null;
  branch: string | null;
  categories: string[] | null;
  household_number: string | null;
  source: EntryPath;
  created_at: Date;
}

/** One value of the person's files together: of all that were merged, the best first. */
const of = (select: string, from: string, order: string) =>
  `(select ${select} from crm_beneficiaries own join ${from} on x.beneficiary_id = own.id
    where own.root_id = b.id ${order} limit 1)`;
const bestIdentity = `order by (x.state = 'valid') desc, (x.state = 'pending') desc, x.created_at desc`;

/** What each column is read from; only what was asked for is read at all. */
const sources: Readonly<Record<ExportColumn, string>> = {
  file_number: 'b.file_number',
  name: 'b.name',
  status: 'b.status',
  sex: 'b.sex',
  birth_year: 'b.birth_year',
  birth_date: 'b.birth_date',
  id_type: of('x.type', 'crm_identities x', bestIdentity),
  id_last3: of('x.last3', 'crm_identities x', bestIdentity),
  identity_state: of('x.state', 'crm_identities x', bestIdentity),
  identity_expires: of('x.expires_on', 'crm_identities x', bestIdentity),
  phone: of(
    'x.value',
    'crm_contact_points x',
    `and x.kind <> 'email' order by (x.kind = 'mobile') desc, x.preferred desc, x.created_at`,
  ),
  email: of(
    'x.value',
    'crm_contact_points x',
    `and x.kind = 'email' order by x.preferred desc, x.created_at`,
  ),
  preferred_channel: 'b.preferred_channel',
  city: 'b.city',
  district: 'b.district',
  address: 'b.address',
  branch: 'b.branch',
  categories: `(select json_agg(distinct x.category order by x.category) from crm_beneficiaries own
    join crm_beneficiary_categories_held x on x.beneficiary_id = own.id where own.root_id = b.id)`,
  household_number: of(
    'h.number',
    'crm_household_members x',
    'and x.until is null order by x.since desc',
  ).replace(
    'where own.root_id',
    'join crm_households h on h.id = x.household_id where own.root_id',
  ),
  source: 'b.source',
  opened_on: 'b.created_at',
};

export interface Names {
  categories: ReadonlyMap<string, string>;
  branches: ReadonlyMap<string, string>;
}

/** `+966551234567` → `0551234567`: as people dial it, and no formula to a spreadsheet. */
const dialled = (phone: string): string => phone.replace(/^\+966/, '0');

function cellOf(
  crm: Crm,
  locale: Locale,
  names: Names,
  column: ExportColumn,
  row: PersonRow,
): string {
  const word = (list: string, value: string | null) =>
    value === null ? '' : crm.say(locale, `${list}.${value}`);
  switch (column) {
    case 'status':
      return word('file_status', row.status);
    case 'sex':
      return word('sex', row.sex);
    case 'id_type':
      return word('identity', row.id_type);
    case 'identity_state':
      return word('identity-state', row.identity_state);
    case 'preferred_channel':
      return word('contact', row.preferred_channel);
    case 'source':
      return word('entry', row.source);
    case 'phone':
      return dialled(row.phone ?? '');
    case 'branch':
      return names.branches.get(row.branch ?? '') ?? row.branch ?? '';
    case 'categories':
      return (row.categories ?? [])
        .map((slug) => names.categories.get(slug) ?? slug)
        .join(locale === 'ar' ? '، ' : ', ');
    case 'opened_on':
      return riyadhDate(row.created_at);
    default:
      return String(row[column] ?? '');
  }
}

/** Batches of rows in the order of the file numbers; one batch is in memory at a time. */
export async function* exportRows(
  crm: Crm,
  what: { columns: readonly ExportColumn[]; filters: FileFilters; branch: string | null },
  names: Names,
  locale: Locale,
): AsyncGenerator<string[][]> {
  const selected = what.columns
    .map((column) => `${sources[column]} as ${column === 'opened_on' ? 'created_at' : column}`)
    .concat(what.columns.includes('file_number') ? [] : ['b.file_number']);
  let after = '';
  for (;;) {
    const rows = (await filteredFiles(crm, what.filters, what)
      .where('b.file_number', '>', after)
      .orderBy('b.file_number')
      .limit(batchSize)
      .select(crm.db.raw(selected.join(', ')))) as unknown as PersonRow[];
    yield rows.map((row) => what.columns.map((column) => cellOf(crm, locale, names, column, row)));
    const last = rows.at(-1);
    if (!last || rows.length < batchSize) return;
    after = last.file_number;
  }
}
