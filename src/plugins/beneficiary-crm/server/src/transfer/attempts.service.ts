import type { Crm } from '../kernel/crm';
import type { JobHandler } from '../kernel/room';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { ImportRow } from './import.repository';

/** What fails as often as this, and never moves on, will not do so the next time. */
const mostAttempts = 5;

/** Sentences by the step in which an import was given up. */
export const problems = {
  reading: 'import.stuck_reading',
  checking: 'import.stuck_checking',
  running: 'import.stuck_running',
} as const;
const isStep = (state: string): state is keyof typeof problems => state in problems;

/**
 * Counts one more attempt that came to nothing, of an import that the caller holds. The last one ends the import,
 * and says what can be done; what was taken in before stays.
 * @returns whether another attempt is worth making
 */
export async function countAttempt({ trx, now }: UnitOfWork, held: ImportRow): Promise<boolean> {
  const { state } = held;
  const attempts = held.attempts + 1;
  const worth = attempts < mostAttempts || !isStep(state);
  const failed = { state: 'failed', ended_at: now, moved_at: now };
  await trx('crm_imports')
    .where({ id: held.id })
    .update({ attempts, ...(worth ? {} : { ...failed, problem: problems[state] }) });
  return worth;
}

/** A job of an import that is tried a few times and not for days; what it had written by then is undone already. */
export const withAttempts =
  (job: JobHandler): JobHandler =>
  async (crm, payload) => {
    try {
      await job(crm, payload);
    } catch (error) {
      if (await mayGoOn(crm, String(payload.import), Number(payload.turn))) throw error;
      const why = error instanceof Error ? error.name : typeof error;
      crm.strapi.log.error(`import ${String(payload.import)} was given up: ${why}`);
    }
  };

async function mayGoOn(crm: Crm, id: string, turn: number): Promise<boolean> {
  return crm.transaction(async (unit) => {
    const held: ImportRow | undefined = await unit
      .trx('crm_imports')
      .where({ id, turn })
      .forUpdate()
      .first();
    // Somebody else works at it by now, or it was stopped.
    if (!held || !isStep(held.state)) return false;
    return countAttempt(unit, held);
  });
}

/** Whether an import that failed can be taken up where it stopped: its rows are here, and could be read. */
export const isResumable = (row: ImportRow): boolean =>
  row.state === 'failed' &&
  row.destroyed_at === null &&
  (row.problem === problems.checking || row.problem === problems.running);
