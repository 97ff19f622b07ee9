import type { Knex } from 'knex';

const key = `hashtext('crm_committees')`;

/**
 * Held by who opens an item, until its transaction ends: rules and seats stay as they were read. Many may open at once.
 */
export async function holdCommittees(trx: Knex.Transaction): Promise<void> {
  await trx.raw(`select pg_advisory_xact_lock_shared(${key})`);
}

/** Held by who changes a committee: nobody opens an item meanwhile, and who did is seen. */
export async function lockCommittees(trx: Knex.Transaction): Promise<void> {
  await trx.raw(`select pg_advisory_xact_lock(${key})`);
}
