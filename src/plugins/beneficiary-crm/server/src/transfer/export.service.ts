import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { ExportChoices, NewExport, NewExportBody } from '../../../contracts/transfer';
import { exportColumns } from '../../../contracts/vocabulary';
import type { ExportColumn, Locale, SheetFormat } from '../../../contracts/vocabulary';
import { riyadhDate } from '../kernel/calendar.rules';
import type { Crm } from '../kernel/crm';
import { invalid, notFound } from '../kernel/errors';
import { isId } from '../kernel/http';
import { once } from '../kernel/idempotency';
import type { Staff } from '../kernel/room';
import { staffNames } from '../kernel/staff';
import { exportPolicy } from '../policy/export.policy';
import { branches } from '../reception';
import { categories, filteredFiles } from '../registry';
import type { FileFilters } from '../registry';
import { exportRows } from './export.rows';
import type { Names } from './export.rows';
import { sheetFile } from './write/sheet.writer';

interface ExportRow {
  id: string;
  staff_id: number;
  branch: string | null;
  columns: ExportColumn[];
  filters: FileFilters;
  format: SheetFormat;
  reason_sealed: string;
  locale: Locale;
  rows: number;
  created_at: Date;
}

const shownExports = 20;
const reasonPlace = (id: string) => ({ table: 'crm_exports', field: 'reason', id });

const permitted = (staff: Pick<Staff, 'permissions'>): ExportColumn[] =>
  exportColumns.filter((column) => staff.permissions.has(exportPolicy[column]));

/** The columns open to this person; and which lists were taken out, by whom and why, for all to see who may. */
export async function exportChoices(crm: Crm, staff: Staff): Promise<ExportChoices> {
  const rows = (await crm
    .db('crm_exports')
    .modify((query) => void (staff.branch !== null && query.where('branch', staff.branch)))
    .orderBy('created_at', 'desc')
    .limit(shownExports)) as ExportRow[];
  const names = await staffNames(
    crm,
    rows.map((row) => row.staff_id),
  );
  return {
    columns: permitted(staff),
    recent: rows.map((row) => ({
      id: row.id,
      by: names.get(row.staff_id) ?? '',
      at: row.created_at.toISOString(),
      rows: row.rows,
      format: row.format,
      columns: row.columns,
      reason: crm.vault.open(reasonPlace(row.id), row.reason_sealed),
    })),
  };
}

const nameOf = (crm: Crm, locale: Locale, at: Date): string =>
  `${crm.say(locale, 'export.name')} ${riyadhDate(at)}`;

/**
 * Asks for a list. It is recorded before the first row leaves, with the columns, the filters and how many people
 * it holds; the reason, which is free text, stays out of the chain.
 * @throws CrmError 422 for a column that this person may not take out
 */
export async function beginExport(
  crm: Crm,
  body: NewExportBody,
  headers: IncomingHttpHeaders,
  staff: Staff,
  locale: Locale,
): Promise<NewExport> {
  const open = permitted(staff);
  const closed = body.columns.findIndex((column) => !open.includes(column));
  if (closed !== -1) throw invalid([{ path: `columns.${closed}`, code: 'export.column' }]);
  const { columns, format, reason, ...filters } = body;
  return once(crm, `export ${staff.id}`, headers, body, async ({ trx, now, record }) => {
    const [counted] = (await filteredFiles(crm, filters, staff)
      .transacting(trx)
      .count('* as n')) as { n: string }[];
    const rows = Number(counted?.n ?? 0);
    const id = randomUUID();
    const chosen = exportColumns.filter((column) => columns.includes(column));
    await trx('crm_exports').insert({
      id,
      staff_id: staff.id,
      branch: staff.branch,
      columns: JSON.stringify(chosen),
      filters: JSON.stringify(filters),
      format,
      reason_sealed: crm.vault.seal(reasonPlace(id), reason),
      locale,
      rows,
      created_at: now,
    });
    record({
      type: 'file.exported',
      actor: { kind: 'staff', id: staff.id },
      subject: { kind: 'export', id },
      data: { export: id, columns: chosen, filters, format, rows },
    });
    return { id, rows, name: `${nameOf(crm, locale, now)}.${format}` };
  });
}

async function namesIn(crm: Crm, locale: Locale): Promise<Names> {
  const bySlug = (named: readonly { slug: string; name: string }[]) =>
    new Map(named.map(({ slug, name }) => [slug, name]));
  const [groups, places] = await Promise.all([categories(crm, locale), branches(crm, locale)]);
  return { categories: bySlug(groups), branches: bySlug(places) };
}

/** The list itself, for who asked for it and while it is fresh. @throws CrmError 404 */
export async function exportFile(crm: Crm, id: string, staff: Staff) {
  const since = new Date(crm.now().getTime() - crm.settings.clocks.exportMinutes * 60_000);
  const held: ExportRow | undefined = isId(id)
    ? await crm
        .db('crm_exports')
        .where({ id, staff_id: staff.id })
        .where('created_at', '>', since)
        .first()
    : undefined;
  if (!held) throw notFound();
  // What this person may have by now, should a permission have been taken back meanwhile.
  const open = permitted(staff);
  const columns = held.columns.filter((column) => open.includes(column));
  await crm.db('crm_exports').where({ id }).update({ fetched_at: crm.now() });
  const { locale } = held;
  return sheetFile(
    held.format,
    nameOf(crm, locale, held.created_at),
    columns.map((column) => crm.say(locale, `export_column.${column}`)),
    exportRows(
      crm,
      { columns, filters: held.filters, branch: staff.branch },
      await namesIn(crm, locale),
      locale,
    ),
    locale,
  );
}
