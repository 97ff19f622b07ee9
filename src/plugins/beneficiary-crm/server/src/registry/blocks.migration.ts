import type { Migration } from '../kernel/migrate';

/**
 * Blocks of names are written into their index at once. Gathered for later, as this kind of index does by itself,
 * they are read through from first to last by every look-up: during an import each is followed by thousands.
 */
export const blocksMigration: Migration = {
  name: '0086-blocks-at-once',
  async up(trx) {
    await trx.raw('alter index crm_beneficiaries_blocks set (fastupdate = off)');
    await trx.raw(`select gin_clean_pending_list('crm_beneficiaries_blocks')`);
  },
};
