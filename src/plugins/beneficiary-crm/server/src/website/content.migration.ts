import type { Migration } from '../kernel/migrate';
import { uniquePublished } from '../kernel/unique-published';

/** Addresses of the application's pages: one published page each. */
export const contentMigration: Migration = {
  name: '0014-website-content',
  async up(trx) {
    await uniquePublished(trx, 'topics', ['slug']);
    await uniquePublished(trx, 'faqs', ['slug']);
    await uniquePublished(trx, 'policy_documents', ['slug']);
  },
};
