import { Client } from 'pg';
import type { TestCrm } from './crm';

type Racer<T> = () => Promise<T>;

/**
 * Lets all of them do their work at the same moment, each on a connection of its own: nobody goes on past the barrier
 * before everybody has come to it, waits for another, or is done. So where a lock is missing the race is lost each
 * time, and not now and then.
 * @param before the table before whose next update everybody waits; left out, it is the chain's head, which every
 *   transaction that records something takes last
 * @throws Error when somebody neither comes to the barrier, nor waits for another, nor is done
 */
export function atOnce<A, B>(
  t: TestCrm,
  racers: readonly [Racer<A>, Racer<B>],
  before?: string,
): Promise<[A, B]>;
export function atOnce<T>(t: TestCrm, racers: readonly Racer<T>[], before?: string): Promise<T[]>;
export async function atOnce(
  t: TestCrm,
  racers: readonly Racer<unknown>[],
  before?: string,
): Promise<unknown[]> {
  const barrier = new Client({ connectionString: t.databaseUrl });
  await barrier.connect();
  try {
    if (before !== undefined) await placeBarrier(barrier, before);
    await barrier.query('begin');
    await barrier.query(
      before === undefined
        ? 'select 1 from crm_event_head for update'
        : `select pg_advisory_xact_lock(${place})`,
    );
    let done = 0;
    const running = racers.map((race) => race().finally(() => (done += 1)));
    // Whoever fails is heard of at the end, with the others.
    const all = Promise.allSettled(running);
    const since = Date.now();
    while (done + (await waiting(barrier)) < racers.length)
      if (Date.now() - since > patience) throw new Error('somebody never came to the barrier');
    await barrier.query('rollback');
    await all;
    if (before !== undefined) await barrier.query(`drop trigger barrier on ${before}`);
    return await Promise.all(running);
  } finally {
    await barrier.end();
  }
}

const patience = 20_000;
const place = 7_204_110_099;

/** Whoever updates the table has read by then what its statement reads, and waits. */
async function placeBarrier(client: Client, table: string): Promise<void> {
  await client.query(`
    create or replace function wait_at_barrier() returns trigger language plpgsql as $$
      begin perform pg_advisory_xact_lock_shared(${place}); return null; end $$;
    create trigger barrier before update on ${table}
      for each statement execute function wait_at_barrier()`);
}

/** How many connections to this database wait for a lock. */
async function waiting(client: Client): Promise<number> {
  const { rows } = await client.query<{ n: number }>(
    `select count(*)::int as n from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`,
  );
  return rows[0]?.n ?? 0;
}
