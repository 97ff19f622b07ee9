import type { Knex } from 'knex';

/** A step of the database's shape, run once and in one transaction. Never edited after release. */
export interface Migration {
  /** sorts: `0001-events` */
  name: string;
  up(trx: Knex.Transaction): Promise<void>;
}

const advisoryLock = 7_204_110_021;

/**
 * Runs what has not run yet, in the order of the names, all in one transaction: a crash leaves
 * the shape before or after, and of several instances that start together one does the work.
 */
export async function migrate(knex: Knex, migrations: readonly Migration[]): Promise<string[]> {
  const ordered = [...migrations].sort((a, b) => a.name.localeCompare(b.name, 'en'));
  return knex.transaction(async (trx) => {
    await trx.raw('select pg_advisory_xact_lock(?)', [advisoryLock]);
    await trx.raw(
      'create table if not exists crm_migrations (name text primary key, run_at timestamptz not null default now())',
    );
    const done = new Set(await trx('crm_migrations').pluck<string[]>('name'));
    const pending = ordered.filter((migration) => !done.has(migration.name));
    for (const migration of pending) {
      await migration.up(trx);
      await trx('crm_migrations').insert({ name: migration.name });
    }
    return pending.map((migration) => migration.name);
  });
}
