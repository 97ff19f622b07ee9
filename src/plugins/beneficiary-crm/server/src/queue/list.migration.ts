import type { Migration } from '../kernel/migrate';

const open = 'ended_at is null';

/** What the queue is narrowed to stands beside the order, so that a count does not go to the rows. */
const narrowing = 'status kind service_slug channel branch assignee_id submitted_at ended_at'.split(
  ' ',
);
const index = (name: string, order: string, where = ''): string => {
  const beside = narrowing.filter((column) => !order.split(', ').includes(column));
  return `create index crm_requests_${name} on crm_requests (${order}) include (${beside.join(', ')}) ${where};`;
};

/**
 * One index for each way in which the queue is walked, each in the order of its rows: a page is read from where it
 * begins, and a view is counted without its rows. The open ones are few beside those that have ended.
 */
export const queueMigration: Migration = {
  name: '0120-queue',
  async up(trx) {
    await trx.raw(`
      -- nothing is promised any more: it has its reply, or has ended without one
      alter table crm_requests add column settled boolean not null
        generated always as (replied or ended_at is not null) stored;

      drop index crm_requests_queue, crm_requests_promise, crm_requests_newest, crm_requests_assignee,
        crm_requests_branch;
      create index crm_requests_newest on crm_requests (submitted_at desc, id desc);
      create index crm_requests_longest on crm_requests (settled, submitted_at, id);
      create index crm_requests_branch on crm_requests (branch, settled, due_latest, id) where branch is not null;
      ${index('promise', 'settled, due_latest, id')}
      ${index('late', 'settled, due_latest, id', 'where not settled and not paused')}
      ${index('open', 'status, settled, due_latest, id', `where ${open}`)}
      ${index('hands', 'assignee_id, settled, due_latest, id', `where ${open} and assignee_id is not null`)}
      ${index('free', 'settled, due_latest, id', `where ${open} and assignee_id is null and status = 'submitted'`)}

      -- an index alone answers for what has been vacuumed, so that is done often and little each time
      alter table crm_requests set (autovacuum_vacuum_scale_factor = 0.01,
        autovacuum_vacuum_insert_scale_factor = 0.01, autovacuum_analyze_scale_factor = 0.02);
    `);
  },
};

/** A status that few have, or none, is found without walking through all that have ended. */
export const statusMigration: Migration = {
  name: '0122-queue-by-status',
  async up(trx) {
    await trx.raw(
      'create index crm_requests_status on crm_requests (status, settled, due_latest, id)',
    );
  },
};
