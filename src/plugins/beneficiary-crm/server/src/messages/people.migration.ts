import type { Migration } from '../kernel/migrate';

/** Messages to people about their file, which belong to no request. */
export const peopleMessagesMigration: Migration = {
  name: '0070-messages-of-people',
  async up(trx) {
    await trx.raw(`
      alter table crm_messages add column beneficiary_id uuid references crm_beneficiaries (id);
      create index crm_messages_person on crm_messages (beneficiary_id, created_at)
        where beneficiary_id is not null;
    `);
  },
};
