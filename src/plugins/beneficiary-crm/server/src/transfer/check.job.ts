import type { ImportCounts } from '../../../contracts/transfer';
import type { Crm } from '../kernel/crm';
import type { JobHandler } from '../kernel/room';
import { countResembling } from '../registry';
import {
  addCounts,
  chunkOf,
  holdImport,
  importById,
  noCounts,
  openRows,
} from './import.repository';
import type { Finding } from './import.repository';
import { judgePeople, readRows } from './judge.service';
import type { JudgedRow } from './judge.service';
import { knownWords } from './known-words';

/** Job: judges every row and writes nobody. Begun anew, it starts from the first row. */
export const checkImport: JobHandler = async (crm, payload) => {
  const id = String(payload.import);
  const turn = Number(payload.turn);
  const held = await importById(crm.db, id);
  if (held.state !== 'checking' || held.turn !== turn || held.columns === null) return;
  const reading = { columns: held.columns, shape: held.shape, known: await knownWords(crm) };
  /** the row in which each number or print stood first */
  const seen = new Map<string, number>();
  let counts = noCounts;
  let progress = 0;
  for (let seq = 0; ; seq += 1) {
    const chunk = await chunkOf(crm.db, id, seq);
    if (!chunk) break;
    const { findings, people } = readRows(crm, openRows(crm, chunk), reading);
    const once = people.filter(({ row, person, print }) => {
      const key = print ?? `${person.identity?.number}`;
      const first = seen.get(key);
      if (first === undefined) {
        seen.set(key, row);
        return true;
      }
      const column = person.identity ? reading.columns.indexOf('id_number') : -1;
      findings.push([row, column, 'import.twice', first]);
      return false;
    });
    const judgement = await judgePeople(crm, crm.db, once, reading.columns);
    findings.push(...judgement.findings);
    counts = addCounts(counts, await countsOf(crm, judgement.judged, findings));
    progress += chunk.rows;
    const mine = await crm.transaction(async ({ trx, now }) => {
      const still = await holdImport(trx, id);
      if (still.turn !== turn || still.state !== 'checking') return false;
      await trx('crm_import_chunks')
        .where({ import_id: id, seq })
        .update({ findings: JSON.stringify(findings) });
      await trx('crm_imports').where({ id }).update({ progress, attempts: 0, moved_at: now });
      return true;
    });
    if (!mine) return;
  }
  await crm
    .db('crm_imports')
    .where({ id, turn, state: 'checking' })
    .update({ state: 'checked', judged: JSON.stringify(counts), moved_at: crm.now() });
};

async function countsOf(
  crm: Crm,
  judged: readonly JudgedRow[],
  findings: readonly Finding[],
): Promise<ImportCounts> {
  const fresh = judged.filter(({ known }) => known === null).map(({ person }) => person);
  return {
    opened: fresh.length,
    known: judged.length - fresh.length,
    filled: 0,
    resembling: await countResembling(crm, crm.db, fresh),
    refused: new Set(findings.map(([row]) => row)).size,
  };
}
