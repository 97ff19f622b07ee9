import type { Migration } from '../kernel/migrate';

/**
 * A contact that has ended may be judged once, through whichever door: the link of the invitation or of its reminder,
 * the kiosk, the receipt, or somebody who writes down what is said. Which of them was taken is kept nowhere.
 */
export const invitationsMigration: Migration = {
  name: '0180-invitations',
  async up(trx) {
    await trx.raw(`
      alter table crm_invitations
        alter column request_id drop not null,
        -- Null: nobody was written to, yet or at all.
        alter column message_id drop not null,
        -- Null: a visitor who left no number.
        alter column person_index drop not null,
        add column visit_id uuid unique references crm_visits (id),
        add column event_seq bigint,
        add column reminder_days smallint,
        add column remind_at timestamptz,
        add constraint crm_invitations_contact check ((request_id is null) <> (visit_id is null));
      create index crm_invitations_remind on crm_invitations (remind_at) where remind_at is not null;

      create table crm_evaluation_doors (
        token_hash text primary key,
        invitation_id uuid not null references crm_invitations (id) on delete cascade,
        mode text not null check (mode in ('self', 'kiosk'))
      );
      create index crm_evaluation_doors_invitation on crm_evaluation_doors (invitation_id);
      insert into crm_evaluation_doors select token_hash, id, 'self' from crm_invitations;
      alter table crm_invitations drop column token_hash;
    `);
  },
};
