import type { Migration } from '../kernel/migrate';

/**
 * What an improvement is about, where it came from and what it aims at. Its theme and the figure before it are kept as
 * they were published when it was opened: a figure that was withheld then is withheld here.
 */
export const improvementMigration: Migration = {
  name: '0190-improvements',
  async up(trx) {
    await trx.raw(`
      alter table crm_improvements
        add column version integer not null default 1,
        add column source text not null default 'own' check (source in ('request', 'theme', 'comment', 'own')),
        add column said_ar text,
        add column said_en text,
        add column question text,
        add column service_slug text,
        add column target real check (target > 0 and target <= 1),
        add column before json,
        add column theme_period text,
        add column comment_id uuid,
        add column dropped_on date,
        add column dropped_reason text,
        add check (dropped_on is null or done_on is null),
        add check ((dropped_on is null) = (dropped_reason is null));
      update crm_improvements set source = 'request' where request_id is not null;
      -- A comment leads to one action, and so does a theme in a period, however often somebody tries.
      create unique index crm_improvements_comment on crm_improvements (comment_id) where comment_id is not null;
      create unique index crm_improvements_theme
        on crm_improvements (question, coalesce(service_slug, ''), theme_period) where theme_period is not null;
      create index crm_improvements_owner on crm_improvements (owner_id) where done_on is null and dropped_on is null;
    `);
  },
};
