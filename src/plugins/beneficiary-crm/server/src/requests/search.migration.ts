import type { Migration } from '../kernel/migrate';
import { indexedWords, searchableNames } from '../registry';
import type { NameTable } from '../registry';

/** Whoever has only asked for something, and has no file yet, is found by name as well. */
export const strangers: NameTable = {
  table: 'crm_requests',
  name: 'applicant_name',
  indexed: indexedWords(`('@' || coalesce(branch, ''))`),
  only: 'where beneficiary_id is null',
};

export const searchMigration: Migration = {
  name: '0081-search-requests',
  up: (trx) => searchableNames(trx, strangers),
};
