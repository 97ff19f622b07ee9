import type { Migration } from '../kernel/migrate';

/**
 * What a visitor asks may tell of a family, so question and answer are sealed like all that is said at the desk;
 * and who asks by phone has no visit that would hold the name and the number to call back.
 */
export const questionsMigration: Migration = {
  name: '0090-questions',
  async up(trx) {
    await trx.raw(`
      alter table crm_questions rename column question to question_sealed;
      alter table crm_questions rename column answer to answer_sealed;
      alter table crm_questions add column name text, add column phone text;
      create index crm_questions_visit on crm_questions (visit_id) where visit_id is not null;
      create index crm_interactions_visit on crm_interactions (visit_id) where visit_id is not null;
    `);
  },
};
