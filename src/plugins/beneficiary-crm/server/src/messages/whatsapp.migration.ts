import type { Migration } from '../kernel/migrate';

/** A message may go out by WhatsApp. */
export const whatsappMigration: Migration = {
  name: '0195-whatsapp',
  async up(trx) {
    await trx.raw(`
      alter table crm_messages drop constraint crm_messages_transport_check;
      alter table crm_messages add constraint crm_messages_transport_check
        check (transport in ('email', 'sms', 'whatsapp'));
    `);
  },
};
