import type { Migration } from '../kernel/migrate';
import type { Room } from '../kernel/room';
import { uniquePublished } from '../kernel/unique-published';
import { contentTypes } from './content-types';
import { questionsMigration } from './questions.migration';
import { deskMigration } from './reception.migration';
import { receptionRoutes } from './reception.routes';

const migration: Migration = {
  name: '0011-reception',
  async up(trx) {
    await uniquePublished(trx, 'crm_channels', ['slug']);
    await uniquePublished(trx, 'crm_branches', ['slug']);
  },
};

/** How people reach the association: its channels (C1 to C8) and branches. */
export const receptionRoom: Room = {
  name: 'reception',
  contentTypes,
  migrations: [migration, deskMigration, questionsMigration],
  publicRoutes: receptionRoutes,
};

export { associationProfile } from './association.service';
export type { AssociationProfile } from './association.service';
export { bestFaqs, faqs } from './faq.service';
export { interactionsOf, keepInteraction } from './interactions.service';
export type { NewInteraction } from './interactions.service';
export { branches, channels } from './reception.service';
