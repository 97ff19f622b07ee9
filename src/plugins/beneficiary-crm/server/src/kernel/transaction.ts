import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';

/**
 * Runs `work` in Strapi's own transaction, so that what is read and written through Strapi meanwhile takes the same
 * connection; within another one it is a part of that.
 * @throws also when the database refuses the COMMIT or is lost with it: Strapi by itself answers as if all were kept
 */
export async function inTransaction<T>(
  { db }: Pick<Core.Strapi, 'db'>,
  work: (trx: Knex.Transaction) => Promise<T>,
): Promise<T> {
  const { result, trx } = await db.transaction(async (given) => ({
    result: await work(given.trx),
    trx: given.trx,
  }));
  // Knex's `commit()` never rejects; what became of it is told here alone.
  if (trx.isCompleted()) await trx.executionPromise;
  return result;
}
