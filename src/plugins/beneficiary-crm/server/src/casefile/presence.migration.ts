import type { Migration } from '../kernel/migrate';

/** Who looks at a request just now. Worth nothing after a crash, so it is not logged. */
export const presenceMigration: Migration = {
  name: '0127-presence',
  async up(trx) {
    await trx.raw(`
      create unlogged table crm_presence (
        request_id uuid not null,
        staff_id integer not null,
        doing text not null check (doing in ('looking', 'writing')),
        since timestamptz not null,
        seen_at timestamptz not null,
        primary key (request_id, staff_id)
      );
      create index crm_presence_seen on crm_presence (seen_at);
    `);
  },
};
