import type { Knex } from 'knex';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { CrmError } from './errors';
import type { Migration } from './migrate';
import type { Settings } from './settings';
import type { Vault } from './vault';

export type Budget = keyof Settings['limits'];

export interface Limits {
  /**
   * Spends one request of a budget for a subject (an address, or what the server resolved; never
   * something that the body merely claims).
   * @throws CrmError `rate_limited` with `details.retryAfter` in seconds
   */
  spend(budget: Budget, subject: string): Promise<void>;
}

export const limitsMigration: Migration = {
  name: '0003-limits',
  async up(trx) {
    await trx.raw(
      'create table crm_limits (key varchar(255) primary key, points integer not null default 0, expire bigint)',
    );
  },
};

/** What was counted in the last minute is worth no write-ahead log: after a crash it is counted anew. */
export const unloggedLimitsMigration: Migration = {
  name: '0198-unlogged-limits',
  async up(trx) {
    await trx.raw('alter table crm_limits set unlogged');
  },
};

/** Counts in PostgreSQL, so that all instances share them; subjects are stored as blind indexes. */
export function createLimits(knex: Knex, settings: Settings, vault: Vault): Limits {
  const budgets = Object.fromEntries(
    Object.entries(settings.limits).map(([budget, points]) => [
      budget,
      new RateLimiterPostgres({
        storeClient: knex,
        storeType: 'knex',
        tableName: 'crm_limits',
        tableCreated: true,
        keyPrefix: budget,
        points,
        duration: 60,
        clearExpiredByTimeout: false,
      }),
    ]),
  ) as Record<Budget, RateLimiterPostgres>;
  return {
    async spend(budget, subject) {
      try {
        await budgets[budget].consume(vault.blindIndex('limit:v1', subject));
      } catch (refusal) {
        if (refusal instanceof RateLimiterRes) {
          const retryAfter = Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
          throw new CrmError('rate_limited', 'error.rate_limited', { details: { retryAfter } });
        }
        throw refusal;
      }
    },
  };
}
