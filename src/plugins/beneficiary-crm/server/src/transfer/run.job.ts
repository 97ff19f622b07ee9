import type { ImportCounts } from '../../../contracts/transfer';
import type { Crm } from '../kernel/crm';
import type { JobHandler } from '../kernel/room';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { countWaitingMatches, fillBlanks, holdIdentities, openFiles } from '../registry';
import { countAttempt } from './attempts.service';
import { addCounts, chunkOf, holdImport, noCounts, openRows } from './import.repository';
import type { ChunkRow, Finding, ImportRow } from './import.repository';
import { judgePeople, readRows } from './judge.service';
import type { JudgedRow } from './judge.service';
import { knownWords } from './known-words';
import type { KnownWords } from './row.rules';

/**
 * Job: takes one chunk in, whole or not at all, and asks for the next. The import's row is held meanwhile, so a
 * pause waits for the chunk, and of two that come for the same chunk the second finds it done.
 */
export const takeChunk: JobHandler = async (crm, payload) => {
  const id = String(payload.import);
  const turn = Number(payload.turn);
  const seq = Number(payload.chunk);
  // Read before the transaction, which holds what others wait for.
  const known = await knownWords(crm);
  await crm.transaction(async (unit) => {
    const held = await holdImport(unit.trx, id);
    if (held.state !== 'running' || held.turn !== turn) return;
    const chunk = await chunkOf(unit.trx, id, seq);
    if (!chunk || chunk.done_at !== null) return;
    const { counts, findings } = await takeIn(unit, held, chunk, known);
    await unit
      .trx('crm_import_chunks')
      .where({ import_id: id, seq })
      .update({ done_at: unit.now, findings: JSON.stringify(findings) });
    await moveOn(unit, held, chunk, counts);
    unit.record({
      type: 'file.imported',
      actor: { kind: 'staff', id: held.created_by },
      subject: { kind: 'import', id },
      data: { import: id, chunk: seq, rows: chunk.rows, ...counts },
    });
  });
};

async function takeIn(
  unit: UnitOfWork,
  held: ImportRow,
  chunk: ChunkRow,
  known: KnownWords,
): Promise<{ counts: ImportCounts; findings: Finding[] }> {
  const { crm, trx } = unit;
  const columns = held.columns ?? [];
  const entry = { path: 'import', staffId: held.created_by, importId: held.id } as const;
  const { findings, people } = readRows(crm, openRows(crm, chunk), {
    columns,
    known,
    shape: held.shape,
  });
  // Copies within the file were found when all of it was looked at.
  const copies = chunk.findings.filter(([, , code]) => code === 'import.twice');
  const copied = new Set(copies.map(([row]) => row));
  findings.push(...copies);
  const once = people.filter(({ row }) => !copied.has(row));
  await holdIdentities(
    unit,
    once.flatMap(({ person }) => person.identity ?? []),
  );
  const judgement = await judgePeople(crm, trx, once, columns);
  findings.push(...judgement.findings);
  const fresh = judgement.judged.filter((row) => row.known === null);
  const opened = await openFiles(
    unit,
    fresh.map(({ person }) => person),
    entry,
  );
  await keepPrints(
    unit,
    fresh.map(({ print }, at) => ({ print, fileId: opened[at]?.id ?? '' })),
    held.id,
  );
  const counts: ImportCounts = {
    opened: opened.length,
    known: judgement.judged.length - fresh.length,
    filled: held.fill_blanks ? await fillBlanks(unit, open(judgement.judged), entry) : 0,
    resembling: await countWaitingMatches(
      trx,
      opened.map(({ id }) => id),
    ),
    refused: new Set(findings.map(([row]) => row)).size,
  };
  return { counts, findings };
}

/** Known people whose files are still written in. */
const open = (judged: readonly JudgedRow[]) =>
  judged.flatMap(({ known, person }) =>
    known && (known.status === 'active' || known.status === 'paused')
      ? [{ fileId: known.id, person }]
      : [],
  );

async function keepPrints(
  { trx }: UnitOfWork,
  people: readonly { print: string | null; fileId: string }[],
  importId: string,
): Promise<void> {
  const rows = people.flatMap(({ print, fileId }) =>
    print === null ? [] : [{ print, beneficiary_id: fileId, import_id: importId }],
  );
  if (rows.length > 0) await trx('crm_import_prints').insert(rows).onConflict('print').ignore();
}

async function moveOn(
  { trx, now, enqueue }: UnitOfWork,
  held: ImportRow,
  chunk: ChunkRow,
  counts: ImportCounts,
): Promise<void> {
  const progress = held.progress + chunk.rows;
  const last = progress >= (held.rows ?? 0);
  await trx('crm_imports')
    .where({ id: held.id })
    .update({
      progress,
      attempts: 0,
      result: JSON.stringify(addCounts(held.result ?? noCounts, counts)),
      moved_at: now,
      ...(last ? { state: 'done', ended_at: now } : {}),
    });
  if (!last)
    enqueue('take_import_chunk', { import: held.id, turn: held.turn, chunk: chunk.seq + 1 });
}

/** Puts the first chunk that is not done before a worker; whoever worked until now stops. */
export async function setGoing(unit: UnitOfWork, held: ImportRow): Promise<void> {
  const turn = held.turn + 1;
  const next = await unit
    .trx('crm_import_chunks')
    .where({ import_id: held.id })
    .whereNull('done_at')
    .min<{ seq: number | null }[]>('seq as seq');
  await unit
    .trx('crm_imports')
    .where({ id: held.id })
    .update({ state: 'running', turn, moved_at: unit.now });
  unit.enqueue('take_import_chunk', { import: held.id, turn, chunk: next[0]?.seq ?? 0 });
}

/** An import that has not moved for this long has lost its worker (a crash: its job stays locked for hours). */
const stillAfter = 3 * 60_000;

/** Job: sets going what stands still; a worker that was lost is an attempt that came to nothing. */
export const wakeImports = async (crm: Crm): Promise<void> => {
  const before = new Date(crm.now().getTime() - stillAfter);
  await crm.transaction(async (unit) => {
    const still = (await unit
      .trx('crm_imports')
      .whereIn('state', ['reading', 'checking', 'running'])
      .where('moved_at', '<', before)
      .forUpdate()
      .skipLocked()) as ImportRow[];
    for (const held of still) {
      if (!(await countAttempt(unit, held))) continue;
      if (held.state === 'running') await setGoing(unit, held);
      else {
        const turn = held.turn + 1;
        await unit.trx('crm_imports').where({ id: held.id }).update({ turn, moved_at: unit.now });
        unit.enqueue(held.state === 'reading' ? 'read_import' : 'check_import', {
          import: held.id,
          turn,
        });
      }
    }
  });
};
