import type { Migration } from '../kernel/migrate';

/** Messages that nobody is to get at night. */
export const byDayMigration: Migration = {
  name: '0102-messages-by-day',
  async up(trx) {
    await trx.raw('alter table crm_messages add column by_day boolean not null default false');
  },
};
