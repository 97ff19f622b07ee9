import type { Migration } from '../kernel/migrate';

/** One-time links by which an applicant answers what was asked, and only that. */
export const answerLinkMigration: Migration = {
  name: '0126-answer-links',
  async up(trx) {
    await trx.raw(`
      create table crm_answer_links (
        id uuid primary key,
        request_id uuid not null references crm_requests (id),
        token_hash text not null unique,
        owed_since timestamptz not null,
        created_at timestamptz not null,
        used_at timestamptz
      );
      create index crm_answer_links_request on crm_answer_links (request_id);
    `);
  },
};
