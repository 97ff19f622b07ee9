import type { Migration } from '../kernel/migrate';

export const assignMigration: Migration = {
  name: '0121-assignment',
  async up(trx) {
    await trx.raw(`
      create table crm_absences (
        id uuid primary key,
        person_id integer not null,
        from_day date not null,
        to_day date not null check (to_day >= from_day),
        deputy_id integer check (deputy_id <> person_id),
        recorded_by integer not null,
        recorded_at timestamptz not null,
        ended_by integer,
        ended_at timestamptz
      );
      create index crm_absences_lasting on crm_absences (to_day) where ended_at is null;

      -- each version is the whole list in its order, and is never changed
      create table crm_assignment_rules (
        version integer primary key,
        rules json not null,
        changed_by integer not null,
        changed_at timestamptz not null
      );

      create table crm_saved_views (
        id uuid primary key,
        owner_id integer not null,
        name text not null,
        filters json not null,
        shared boolean not null,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        unique (owner_id, name)
      );
    `);
  },
};
