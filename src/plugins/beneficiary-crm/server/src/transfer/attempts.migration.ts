import type { Migration } from '../kernel/migrate';

/** How often a step of an import was tried since it last moved on; the officer who sets it going begins at none. */
export const attemptsMigration: Migration = {
  name: '0099-import-attempts',
  async up(trx) {
    await trx.raw('alter table crm_imports add column attempts integer not null default 0');
  },
};
