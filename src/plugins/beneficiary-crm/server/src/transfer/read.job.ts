import type { Crm } from '../kernel/crm';
import { CrmError } from '../kernel/errors';
import type { JobHandler } from '../kernel/room';
import { findHeadings, headingsHash, suggestColumns } from './mapping.rules';
import { holdImport, importById, importLimits, sealHeadings, sealRows } from './import.repository';
import { rowsOf, shapeOf } from './read/sheet.reader';
import type { SheetRow } from './read/sheet.reader';
import type { ImportField } from '../../../contracts/vocabulary';

/** Headings stand among the first rows that hold something. */
const rowsAboveHeadings = 12;

/** Somebody else has taken over, or the officer has cancelled. */
class Overtaken extends Error {}

/** Job: reads the file into sealed chunks and destroys it. Done twice, it begins anew. */
export const readImport: JobHandler = async (crm, payload) => {
  const id = String(payload.import);
  const turn = Number(payload.turn);
  const held = await importById(crm.db, id);
  if (held.state !== 'reading' || held.turn !== turn) return;
  const parts = await crm
    .db('crm_import_parts')
    .where({ import_id: id })
    .orderBy('at')
    .pluck<string[]>('at');
  try {
    await crm.staging.read(id, parts.map(Number), (path) => readSheet(crm, id, turn, path));
  } catch (error) {
    if (error instanceof Overtaken) return;
    if (!(error instanceof CrmError)) throw error;
    const now = crm.now();
    await crm
      .db('crm_imports')
      .where({ id, turn, state: 'reading' })
      .update({ state: 'failed', problem: error.code, ended_at: now, moved_at: now });
  }
  await crm.staging.destroy(id);
};

async function readSheet(crm: Crm, id: string, turn: number, path: string): Promise<void> {
  const shape = await shapeOf(path);
  await crm.db('crm_import_chunks').where({ import_id: id }).delete();
  const first: SheetRow[] = [];
  let headings: { at: number; cells: string[] } | null = null;
  let waiting: SheetRow[] = [];
  let seq = 0;
  let rows = 0;

  const take = async (row: SheetRow) => {
    rows += 1;
    if (rows > importLimits.rows) throw new CrmError('invalid', 'import.too_many_rows');
    waiting.push(row);
    if (waiting.length < importLimits.chunk) return;
    await keep();
  };
  const keep = async () => {
    if (waiting.length === 0) return;
    const chunk = waiting;
    waiting = [];
    await crm.transaction(async ({ trx, now }) => {
      const held = await holdImport(trx, id);
      if (held.turn !== turn || held.state !== 'reading') throw new Overtaken();
      await trx('crm_import_chunks').insert({
        import_id: id,
        seq,
        rows: chunk.length,
        rows_sealed: sealRows(crm, id, seq, chunk),
      });
      await trx('crm_imports').where({ id }).update({ progress: rows, attempts: 0, moved_at: now });
    });
    seq += 1;
  };
  const settleHeadings = async () => {
    const at = findHeadings(first.map(({ cells }) => cells));
    const cells = [...(first[at]?.cells ?? [])].slice(0, importLimits.columns);
    headings = { at: first[at]?.number ?? 1, cells };
    for (const row of first.slice(at + 1)) await take(row);
  };

  for await (const row of rowsOf(path, shape)) {
    if (headings !== null) await take(row);
    else {
      first.push(row);
      if (first.length === rowsAboveHeadings) await settleHeadings();
    }
  }
  if (headings === null) await settleHeadings();
  await keep();
  if (rows === 0) throw new CrmError('invalid', 'import.no_rows');

  const { at, cells } = headings as unknown as { at: number; cells: string[] };
  const hash = headingsHash(cells);
  const kept: { columns: (ImportField | null)[] } | undefined = await crm
    .db('crm_import_mappings')
    .where({ headings_hash: hash })
    .first();
  await crm
    .db('crm_imports')
    .where({ id, turn, state: 'reading' })
    .update({
      state: 'mapping',
      shape: JSON.stringify(shape),
      headings_sealed: sealHeadings(crm, id, cells),
      headings_hash: hash,
      first_row: at + 1,
      remembered: kept !== undefined,
      columns: JSON.stringify(kept?.columns ?? suggestColumns(cells)),
      rows,
      progress: 0,
      moved_at: crm.now(),
    });
}
