import type { Migration } from '../kernel/migrate';

/** What members write while they study an item, all of it sealed. Notes belong to the request: a later round finds them. */
export const deliberationMigration: Migration = {
  name: '0161-deliberation',
  async up(trx) {
    await trx.raw(`
      create table crm_private_notes (
        request_id uuid not null references crm_requests (id),
        member_id integer not null,
        version integer not null check (version > 0),
        text_sealed text not null,
        saved_at timestamptz not null,
        primary key (request_id, member_id)
      );

      create table crm_remarks (
        id uuid primary key,
        item_id uuid not null references crm_agenda_items (id),
        member_id integer not null,
        text_sealed text not null,
        said_at timestamptz not null,
        said_as bigint generated always as identity
      );
      create index crm_remarks_item on crm_remarks (item_id, said_as);
    `);
  },
};
