import type { Migration } from '../kernel/migrate';
import type { Room } from '../kernel/room';
import { uniquePublished } from '../kernel/unique-published';
import { contentTypes } from './content-types';
import { matchingMigration } from './matching.migration';
import { openRoutes } from './open.routes';
import { peopleMigration } from './people.migration';
import { registryMigration } from './registry.migration';
import { searchMigration } from './search.migration';

const categoriesMigration: Migration = {
  name: '0062-beneficiary-categories',
  up: (trx) => uniquePublished(trx, 'crm_beneficiary_categories', ['slug']),
};

/** People's files: one for each person. */
export const registryRoom: Room = {
  name: 'registry',
  contentTypes,
  migrations: [
    registryMigration,
    peopleMigration,
    categoriesMigration,
    matchingMigration,
    searchMigration,
  ],
  adminRoutes: openRoutes,
};

export {
  countResembling,
  countWaitingMatches,
  fillBlanks,
  filesByNumber,
  holdIdentities,
  openFiles,
} from './bulk.service';
export type { KnownFile } from './bulk.service';
export { categoryUid } from './content-types';
export { identityDomain } from './identity.index';
export { entryPathOf } from './entry.rules';
export { maskMobile, parseMobile } from './identity.rules';
export { holdLikeness } from './candidates';
export { noteMatches } from './matching.service';
export { findMatches, openCheckedFile } from './open.service';
export { fileOf, filesOfPerson, findByIdentity, openFile } from './registry.service';
export { bestFirst, readTyped } from './search.rules';
export type { Hit, Typed } from './search.rules';
export { identityIndexes, searchPeople } from './search.service';
export { findByName } from './search.names';
export type { NameRow } from './search.names';
export { indexedWords, searchableNames } from './search.sql';
export type { NameTable } from './search.sql';
export type { Entry, NewContact, NewPerson, SightedIdentity, StatedIdentity } from './person.types';
