import type { Migration } from '../kernel/migrate';

/** A code that was sent for one thing signs no other. */
export const codePurposeMigration: Migration = {
  name: '0136-purpose-of-codes',
  async up(trx) {
    await trx.raw(`
      alter table crm_declaration_codes add column purpose text not null default 'declaration'
        check (purpose in ('declaration', 'delivery'))`);
  },
};
