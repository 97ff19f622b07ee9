import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { riyadhDate } from '../../kernel/calendar.rules';
import type { Crm } from '../../kernel/crm';
import { inTransaction } from '../../kernel/transaction';
import { improvements } from '../content/casework';
import { movedIn } from './moved';
import type { Clock } from './moved';
import { planRequests } from './plan';
import { day, later } from './plan.time';
import { play } from './play';
import { withStage } from './stage';

/** Two instances that start together: one fills the demo, the other waits and finds it filled. */
const advisoryLock = 7_204_110_022;

/**
 * Two years of requests, made by the product's own services at a clock that is moved. All in one transaction:
 * a process that is killed leaves nothing behind, and the next start begins anew. Where there are requests
 * already, nothing happens.
 */
export async function seedRequests(crm: Crm): Promise<void> {
  const now = crm.now();
  // Those of the services within it are this one.
  await inTransaction(crm.strapi, async (trx) => {
    await trx.raw('select pg_advisory_xact_lock(?)', [advisoryLock]);
    if (await trx('crm_requests').first('id')) return;
    await startNumbers(trx);
    const started = Date.now();
    const plan = planRequests(now);
    const clock: Clock = { now, tells: false, events: [] };
    const moved = movedIn(crm, trx, clock);
    await withStage(moved, (stage) => play(moved, clock, stage, plan, now));
    await releaseComments(trx);
    await seedImprovements(trx, now);
    const seconds = ((Date.now() - started) / 1_000).toFixed(1);
    crm.strapi.log.info(`demo: ${plan.requests.length} requests, ${seconds} s`);
  });
}

/** A run that was cut short has used numbers up, and a sequence takes nothing back. */
async function startNumbers(trx: Knex.Transaction): Promise<void> {
  await trx.raw(
    `select setval('crm_file_numbers', 1, false) where not exists (select from crm_beneficiaries)`,
  );
  await trx.raw(
    `select setval(pg_get_serial_sequence('crm_sessions', 'number'), 1, false)
      where not exists (select from crm_sessions)`,
  );
}

/** Comments of past weeks were read by the quality officer, all but the last ones. */
async function releaseComments(trx: Knex.Transaction): Promise<void> {
  await trx('crm_comments').whereRaw(`week < current_date - 35`).update({ state: 'released' });
}

/** Improvement actions of months gone by: rows, since an action is opened today. */
async function seedImprovements(trx: Knex.Transaction, now: Date): Promise<void> {
  const accounts: { id: number; email: string }[] = await trx('admin_users').select('id', 'email');
  const idOf = (owner: string) => accounts.find(({ email }) => email.startsWith(`${owner}@`))?.id;
  await trx('crm_improvements').insert(
    improvements.map(({ title, said, result, due, owner }) => ({
      id: randomUUID(),
      title_ar: title.ar,
      title_en: title.en,
      owner_id: idOf(owner),
      said_ar: said.ar,
      said_en: said.en,
      result_ar: result?.ar ?? null,
      result_en: result?.en ?? null,
      due_on: riyadhDate(later(now, due * day)),
      done_on: result ? riyadhDate(later(now, (due - 4) * day)) : null,
      published: result !== null,
    })),
  );
}
