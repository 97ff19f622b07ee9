import type { Migration } from '../kernel/migrate';

/** In which order files were merged, and which pairs only a merge made alike. */
export const mergeMigration: Migration = {
  name: '0076-merges',
  async up(trx) {
    await trx.raw(`
      alter table crm_merges add column seq bigint generated always as identity;
      alter table crm_file_matches add column merge_id uuid references crm_merges (id);
      create index crm_file_matches_unsettled on crm_file_matches (found_at) where state <> 'different';
      create index crm_file_matches_merge on crm_file_matches (merge_id) where merge_id is not null;
    `);
  },
};
