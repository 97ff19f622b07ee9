import type { Migration } from '../kernel/migrate';

/** What kinds other than assistance need: whom a complaint is about, what was led to, reminders, screenings. */
export const kindsMigration: Migration = {
  name: '0145-kinds',
  async up(trx) {
    await trx.raw(`
      alter table crm_requests
        add column about_staff_id integer,
        add column faq_id text,
        add column reminders_sent smallint not null default 0,
        add column reminded_at timestamptz;
      create index crm_requests_duplicates on crm_requests (duplicate_of) where duplicate_of is not null;

      create table crm_screenings (
        request_id uuid not null references crm_requests (id),
        version integer not null,
        skills json not null,
        days json not null,
        times json not null,
        identity_seen boolean not null,
        guardian_agreed boolean,
        notes_sealed text not null,
        suitable boolean not null,
        screened_by integer not null,
        screened_at timestamptz not null,
        primary key (request_id, version)
      );
    `);
  },
};

/** Complaints about one of the staff, who sees none of them. */
export const complainedAboutMigration: Migration = {
  name: '0147-complained-about',
  async up(trx) {
    await trx.raw(`
      create index crm_requests_about on crm_requests (about_staff_id) include (id)
        where about_staff_id is not null`);
  },
};
