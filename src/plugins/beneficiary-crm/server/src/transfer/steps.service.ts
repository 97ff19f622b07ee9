import type { ImportField, ImportState } from '../../../contracts/vocabulary';
import type { Crm } from '../kernel/crm';
import { conflict, CrmError, invalid } from '../kernel/errors';
import type { Staff } from '../kernel/room';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { isResumable, problems } from './attempts.service';
import { holdImport, noCounts } from './import.repository';
import type { ImportRow } from './import.repository';
import { columnsProblem } from './mapping.rules';
import { setGoing } from './run.job';

/** What an officer does with an import, and in which state. A second click finds it done and changes nothing. */

async function step(
  crm: Crm,
  id: string,
  from: readonly ImportState[],
  already: readonly ImportState[],
  run: (unit: UnitOfWork, held: ImportRow) => Promise<void>,
): Promise<void> {
  await crm.transaction(async (unit) => {
    const held = await holdImport(unit.trx, id);
    if (already.includes(held.state)) return;
    if (!from.includes(held.state)) throw conflict('import.not_now');
    await run(unit, held);
  });
}

/** @throws CrmError 404, 409, 422 when the columns name nobody, or one thing twice */
export async function checkColumns(
  crm: Crm,
  id: string,
  chosen: { columns: (ImportField | null)[]; fillBlanks: boolean },
  staff: Staff,
): Promise<void> {
  await step(crm, id, ['mapping', 'checked'], [], async (unit, held) => {
    const { trx, now } = unit;
    if (chosen.columns.length !== held.columns?.length)
      throw invalid([{ path: 'columns', code: 'import.columns' }]);
    const problem = columnsProblem(chosen.columns);
    if (problem) throw new CrmError('invalid', problem);
    const columns = JSON.stringify(chosen.columns);
    await trx('crm_imports').where({ id }).update({ columns, fill_blanks: chosen.fillBlanks });
    await trx('crm_import_mappings')
      .insert({
        headings_hash: held.headings_hash,
        columns,
        chosen_by: staff.id,
        chosen_at: now,
      })
      .onConflict('headings_hash')
      .merge();
    await checkAgain(unit, held);
  });
}

export const startImport = (crm: Crm, id: string): Promise<void> =>
  step(crm, id, ['checked'], ['running', 'done'], async (unit, held) => {
    await unit
      .trx('crm_imports')
      .where({ id })
      .update({ progress: 0, attempts: 0, result: JSON.stringify(noCounts) });
    await setGoing(unit, held);
  });

export const pauseImport = (crm: Crm, id: string): Promise<void> =>
  step(crm, id, ['running'], ['paused', 'done'], async ({ trx, now }) => {
    await trx('crm_imports').where({ id }).update({ state: 'paused', moved_at: now });
  });

/** Goes on from the first chunk that is not in: after a pause, and after an import was given up. */
export const resumeImport = (crm: Crm, id: string): Promise<void> =>
  step(crm, id, ['paused', 'failed'], ['running', 'done'], async (unit, held) => {
    if (held.state === 'failed' && !isResumable(held)) throw conflict('import.not_now');
    await unit
      .trx('crm_imports')
      .where({ id })
      .update({ attempts: 0, problem: null, ended_at: null });
    if (held.problem === problems.checking) await checkAgain(unit, held);
    else await setGoing(unit, held);
  });

async function checkAgain({ trx, now, enqueue }: UnitOfWork, held: ImportRow): Promise<void> {
  const turn = held.turn + 1;
  await trx('crm_imports')
    .where({ id: held.id })
    .update({ state: 'checking', progress: 0, judged: null, attempts: 0, turn, moved_at: now });
  enqueue('check_import', { import: held.id, turn });
}

/** What was taken in stays; the rest is left. */
export const cancelImport = (crm: Crm, id: string): Promise<void> =>
  step(
    crm,
    id,
    ['uploading', 'reading', 'mapping', 'checking', 'checked', 'running', 'paused'],
    ['cancelled'],
    async ({ trx, now }, held) => {
      await trx('crm_imports')
        .where({ id })
        .update({ state: 'cancelled', turn: held.turn + 1, ended_at: now, moved_at: now });
    },
  );
