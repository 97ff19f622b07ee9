import type {
  ContactChannel,
  EntryPath,
  ExportColumn,
  FileStatus,
  Locale,
  Sex,
} from '../../../contracts/vocabulary';
import { riyadhDate } from '../kernel/calendar.rules';
import type { Crm } from '../kernel/crm';
import { filteredFiles } from '../registry';
import type { FileFilters } from '../registry';
import { heldBy, heldColumns } from './export.held';
import type { Held } from './export.held';

const batchSize = 1_000;

/** A person's file, and what the person's files hold; only what was asked for is read at all. */
interface PersonRow extends Partial<Held> {
  id: string;
  file_number: string;
  name: string;
  status: FileStatus;
  sex: Sex | null;
  birth_year: number | null;
  birth_date: string | null;
  preferred_channel: ContactChannel | null;
  city: string | null;
  district: string | null;
  address: string | null;
  branch: string | null;
  source: EntryPath;
  created_at: Date;
}

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
  const word = (list: string, value: string | null | undefined) =>
    value ? crm.say(locale, `${list}.${value}`) : '';
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
  const own = what.columns
    .filter((column) => !heldColumns.has(column))
    .map((column) => (column === 'opened_on' ? 'b.created_at' : `b.${column}`));
  const selected = [...new Set(['b.id', 'b.file_number', ...own])];
  let after = '';
  for (;;) {
    const files = (await filteredFiles(crm, what.filters, what)
      .where('b.file_number', '>', after)
      .orderBy('b.file_number')
      .limit(batchSize)
      .select(crm.db.raw(selected.join(', ')))) as unknown as PersonRow[];
    const held = await heldBy(
      crm.db,
      files.map(({ id }) => id),
      what.columns,
    );
    yield files.map((file) => {
      const row = { ...file, ...held.get(file.id) };
      return what.columns.map((column) => cellOf(crm, locale, names, column, row));
    });
    const last = files.at(-1);
    if (!last || files.length < batchSize) return;
    after = last.file_number;
  }
}
