import type { Knex } from 'knex';
import type { ImportCounts } from '../../../contracts/transfer';
import type { ImportField, ImportState } from '../../../contracts/vocabulary';
import type { Crm } from '../kernel/crm';
import { notFound } from '../kernel/errors';
import { isId } from '../kernel/http';
import type { SheetRow, SheetShape } from './read/sheet.reader';

export const importLimits = {
  bytes: 50 * 1024 * 1024,
  partBytes: 4 * 1024 * 1024,
  rows: 100_000,
  columns: 100,
  /** rows that are judged, and taken in, together */
  chunk: 500,
} as const;

export interface ImportRow {
  id: string;
  state: ImportState;
  /** code of the sentence that says why it failed */
  problem: string | null;
  name_sealed: string;
  size: string;
  shape: SheetShape | null;
  headings_sealed: string | null;
  headings_hash: string | null;
  first_row: number | null;
  remembered: boolean;
  columns: (ImportField | null)[] | null;
  fill_blanks: boolean;
  rows: number | null;
  progress: number;
  judged: ImportCounts | null;
  result: ImportCounts | null;
  turn: number;
  /** tries of the present step since it last moved on */
  attempts: number;
  created_by: number;
  created_at: Date;
  moved_at: Date;
  ended_at: Date | null;
  destroyed_at: Date | null;
}

/** Row number, index of the column (-1: the row as a whole), code, and the row of which it is a copy. */
export type Finding = [row: number, column: number, code: string, first?: number];

export interface ChunkRow {
  import_id: string;
  seq: number;
  rows: number;
  rows_sealed: string;
  findings: Finding[];
  done_at: Date | null;
}

export const noCounts: ImportCounts = {
  opened: 0,
  known: 0,
  filled: 0,
  resembling: 0,
  refused: 0,
};
export const addCounts = (a: ImportCounts, b: ImportCounts): ImportCounts => ({
  opened: a.opened + b.opened,
  known: a.known + b.known,
  filled: a.filled + b.filled,
  resembling: a.resembling + b.resembling,
  refused: a.refused + b.refused,
});

type Vaulted = Pick<Crm, 'vault'>;

const placeOf = (field: 'name' | 'headings', id: string) => ({ table: 'crm_imports', field, id });
const rowsPlace = (id: string, seq: number) => ({
  table: 'crm_import_chunks',
  field: 'rows',
  id: `${id}/${seq}`,
});

export const sealName = ({ vault }: Vaulted, id: string, name: string): string =>
  vault.seal(placeOf('name', id), name);
export const openName = ({ vault }: Vaulted, row: ImportRow): string =>
  vault.open(placeOf('name', row.id), row.name_sealed);

/** Headings may be anything, a person's row where somebody forgot them. */
export const sealHeadings = ({ vault }: Vaulted, id: string, headings: readonly string[]): string =>
  vault.seal(placeOf('headings', id), JSON.stringify(headings));
export const openHeadings = ({ vault }: Vaulted, row: ImportRow): string[] =>
  row.headings_sealed === null
    ? []
    : (JSON.parse(vault.open(placeOf('headings', row.id), row.headings_sealed)) as string[]);

export const sealRows = (
  { vault }: Vaulted,
  id: string,
  seq: number,
  rows: readonly SheetRow[],
): string =>
  vault.seal(
    rowsPlace(id, seq),
    JSON.stringify(rows.map(({ number, cells }) => [number, ...cells])),
  );
export function openRows({ vault }: Vaulted, chunk: ChunkRow): SheetRow[] {
  const held = JSON.parse(vault.open(rowsPlace(chunk.import_id, chunk.seq), chunk.rows_sealed)) as [
    number,
    ...string[],
  ][];
  return held.map(([number, ...cells]) => ({ number, cells }));
}

/** @throws CrmError 404 */
export async function importById(db: Knex, id: string): Promise<ImportRow> {
  const row: ImportRow | undefined = isId(id)
    ? await db('crm_imports').where({ id }).first()
    : undefined;
  if (!row) throw notFound();
  return row;
}

/** The same, held until the transaction ends. */
export async function holdImport(trx: Knex.Transaction, id: string): Promise<ImportRow> {
  const row: ImportRow | undefined = isId(id)
    ? await trx('crm_imports').where({ id }).forUpdate().first()
    : undefined;
  if (!row) throw notFound();
  return row;
}

export async function chunkOf(db: Knex, id: string, seq: number): Promise<ChunkRow | null> {
  const row: ChunkRow | undefined = await db('crm_import_chunks')
    .where({ import_id: id, seq })
    .first();
  return row ?? null;
}
