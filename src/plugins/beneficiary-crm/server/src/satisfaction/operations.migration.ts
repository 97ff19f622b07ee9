import type { Migration } from '../kernel/migrate';

/** The work is counted once, and a month again only where one of its requests has changed since. */
export const operationsMigration: Migration = {
  name: '0185-operations-counts',
  async up(trx) {
    await trx.raw(`
      create table crm_operations_counts (
        month date not null check (extract(day from month) = 1),
        measure text not null,
        dimension text not null,
        value text not null,
        -- how long it took, in the steps of the measure; 0 where nothing took time
        step integer not null,
        n integer not null,
        primary key (month, measure, dimension, value, step)
      );
      create table crm_operations_runs (
        singleton boolean primary key default true check (singleton),
        -- of which moment everything is counted
        counted_at timestamptz not null,
        -- requests that some may not know of: they are in no count, and are added for whoever may
        apart uuid[] not null
      );
      create index crm_requests_changed on crm_requests (updated_at);
      create index crm_requests_waiting on crm_requests (submitted_at)
        include (service_slug, channel, paused, due_latest, id) where ended_at is null and not replied;
      create index crm_requests_ended on crm_requests (ended_at) where ended_at is not null;
      create index crm_decisions_replied on crm_decisions (replied_at) where replied_at is not null;
    `);
  },
};
