import type {
  ImportCounts,
  ImportDetail,
  ImportList,
  ImportSummary,
  RowFinding,
} from '../../../contracts/transfer';
import type { Locale } from '../../../contracts/vocabulary';
import { toWesternDigits } from '../kernel/arabic.rules';
import { riyadhDate } from '../kernel/calendar.rules';
import type { Crm } from '../kernel/crm';
import { staffNames } from '../kernel/staff';
import { isResumable } from './attempts.service';
import { heldUntil } from './destroy.job';
import { chunkOf, importById, openHeadings, openName, openRows } from './import.repository';
import type { Finding, ImportRow } from './import.repository';

const shownFindings = 50;
const samplesOfColumn = 3;

/** The columns are told by their values; whose number it is, the screen need not say. */
const maskedSample = (text: string): string =>
  toWesternDigits(text)
    .slice(0, 80)
    .replace(/\d{7,}/g, (digits) => '•'.repeat(digits.length - 3) + digits.slice(-3));

const summaryOf = (crm: Crm, row: ImportRow, by: string | undefined): ImportSummary => ({
  id: row.id,
  state: row.state,
  name: openName(crm, row),
  size: Number(row.size),
  rows: row.rows,
  by: by ?? '',
  at: row.created_at.toISOString(),
  endedAt: row.ended_at?.toISOString() ?? null,
  result: row.result,
});

export async function listImports(
  crm: Crm,
  { page, pageSize }: { page: number; pageSize: number },
): Promise<ImportList> {
  const [rows, [counted]] = await Promise.all([
    crm
      .db('crm_imports')
      .orderBy('created_at', 'desc')
      .limit(pageSize)
      .offset((page - 1) * pageSize) as Promise<ImportRow[]>,
    crm.db('crm_imports').count<{ n: string }[]>('* as n'),
  ]);
  const names = await staffNames(
    crm,
    rows.map((row) => row.created_by),
  );
  return {
    rows: rows.map((row) => summaryOf(crm, row, names.get(row.created_by))),
    total: Number(counted?.n ?? 0),
    page,
    pageSize,
  };
}

/** A mistake in the words of the message files. */
export const findingText = (crm: Crm, locale: Locale, [, , code, first]: Finding): string =>
  crm.say(locale, `field.${code}`, { first: first ?? 0 });

/** @throws CrmError 404 */
export async function readImportDetail(
  crm: Crm,
  id: string,
  locale: Locale,
): Promise<ImportDetail> {
  const row = await importById(crm.db, id);
  const [names, received, findings, counts, columns] = await Promise.all([
    staffNames(crm, [row.created_by]),
    crm.db('crm_import_parts').where({ import_id: id }).sum<{ n: string | null }[]>('size as n'),
    firstFindings(crm, id),
    countFindings(crm, id),
    columnsOf(crm, row),
  ]);
  const headings = columns.map(({ header }) => header);
  return {
    ...summaryOf(crm, row, names.get(row.created_by)),
    problem: row.problem === null ? null : crm.say(locale, row.problem),
    received: Number(received[0]?.n ?? 0),
    columns,
    remembered: row.remembered,
    fillBlanks: row.fill_blanks,
    progress: row.progress,
    judged: row.judged,
    findings: findings.map((finding): RowFinding => {
      const [number, column, code] = finding;
      return {
        row: number,
        column: headings[column] ?? null,
        code,
        message: findingText(crm, locale, finding),
      };
    }),
    findingCounts: counts.map(({ code, n }) => ({
      code,
      message: crm.say(locale, `finding.${code}`),
      rows: n,
    })),
    destroyedOn: row.ended_at ? riyadhDate(heldUntil(crm, row.moved_at)) : null,
    held: row.destroyed_at === null && row.rows !== null,
    resumable: row.state === 'paused' || isResumable(row),
  };
}

async function columnsOf(crm: Crm, row: ImportRow): Promise<ImportDetail['columns']> {
  const headings = openHeadings(crm, row);
  const chunk = headings.length > 0 ? await chunkOf(crm.db, row.id, 0) : null;
  const rows = chunk ? openRows(crm, chunk) : [];
  return headings.map((header, at) => ({
    header,
    samples: rows
      .map(({ cells }) => maskedSample((cells[at] ?? '').trim()))
      .filter(Boolean)
      .slice(0, samplesOfColumn),
    field: row.columns?.[at] ?? null,
  }));
}

async function firstFindings(crm: Crm, id: string): Promise<Finding[]> {
  const { rows } = (await crm.db.raw(
    `select finding from crm_import_chunks, json_array_elements(findings) as finding
      where import_id = ? order by seq, (finding ->> 0)::int limit ${shownFindings}`,
    [id],
  )) as { rows: { finding: Finding }[] };
  return rows.map(({ finding }) => finding);
}

async function countFindings(crm: Crm, id: string): Promise<{ code: string; n: number }[]> {
  const { rows } = (await crm.db.raw(
    `select finding ->> 2 as code, count(distinct finding ->> 0)::int as n
      from crm_import_chunks, json_array_elements(findings) as finding
      where import_id = ? group by 1 order by 2 desc, 1`,
    [id],
  )) as { rows: { code: string; n: number }[] };
  return rows;
}

export type { ImportCounts };
