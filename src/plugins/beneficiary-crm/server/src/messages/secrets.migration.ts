import type { Migration } from '../kernel/migrate';

/** Messages that hold a code: shown to nobody of the staff, and forgotten with the code. */
export const secretsMigration: Migration = {
  name: '0094-message-secrets',
  async up(trx) {
    await trx.raw('alter table crm_messages add column secret_until timestamptz');
  },
};
