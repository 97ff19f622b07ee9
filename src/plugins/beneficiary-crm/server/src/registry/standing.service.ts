import type { Knex } from 'knex';
import type { FileStatus } from '../../../contracts/vocabulary';
import { conflict } from '../kernel/errors';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { mayTake } from './standing.rules';
import type { StandingStep } from './standing.rules';

/** How the file that speaks for this one stands; null when there is none. */
export async function statusOfPerson(db: Knex, fileId: string): Promise<FileStatus | null> {
  const row = await db('crm_beneficiaries as own')
    .join('crm_beneficiaries as root', 'root.id', 'own.root_id')
    .where('own.id', fileId)
    .first<{ status: FileStatus } | undefined>('root.status');
  return row?.status ?? null;
}

/**
 * Refuses a step that the file's standing does not allow, with a sentence that says what to do. The status
 * cannot change until the caller's transaction ends.
 * @throws CrmError 409 `error.file_paused`, `error.file_archived` or `error.file_deceased`
 */
export async function refuseByStanding(
  { trx }: Pick<UnitOfWork, 'trx'>,
  fileId: string,
  what: StandingStep,
): Promise<void> {
  const row = await trx('crm_beneficiaries')
    .where('id', trx('crm_beneficiaries').select('root_id').where({ id: fileId }))
    .forShare()
    .first<{ status: FileStatus } | undefined>('status');
  if (!row || mayTake(row.status, what)) return;
  throw conflict(`error.file_${row.status}`, { status: row.status, step: what });
}
