import type { Migration } from '../kernel/migrate';

/** What was signed, word for word: the editors' text may be taken down, a signature stays under its words (S4). */
export const declarationTextMigration: Migration = {
  name: '0141-declaration-texts',
  async up(trx) {
    await trx.raw(`
      create table crm_declaration_texts (
        text_hash text primary key,
        version text not null,
        text json not null
      )`);
  },
};
