import type { Migration } from '../kernel/migrate';
import type { Room } from '../kernel/room';
import { uniquePublished } from '../kernel/unique-published';
import { blocksMigration } from './blocks.migration';
import { contentTypes } from './content-types';
import { matchesRoutes } from './matches.routes';
import { announceExpiries } from './expiry.job';
import { candidatesMigration } from './candidates.migration';
import { matchingMigration, nameFunctionsMigration } from './matching.migration';
import { mergeMigration } from './merge.migration';
import { openRoutes } from './open.routes';
import { peopleMigration } from './people.migration';
import { registryMigration } from './registry.migration';
import { searchMigration } from './search.migration';

const categoriesMigration: Migration = {
  name: '0062-beneficiary-categories',
  up: (trx) => uniquePublished(trx, 'crm_beneficiary_categories', ['slug']),
};

/** Why somebody left a household, and who wrote it down. */
const leavingMigration: Migration = {
  name: '0071-leaving-a-household',
  async up(trx) {
    await trx.raw(
      'alter table crm_household_members add column left_reason text, add column left_by integer',
    );
  },
};

/** People's files: one for each person. */
export const registryRoom: Room = {
  name: 'registry',
  contentTypes,
  migrations: [
    registryMigration,
    peopleMigration,
    categoriesMigration,
    leavingMigration,
    matchingMigration,
    blocksMigration,
    searchMigration,
    mergeMigration,
    candidatesMigration,
    nameFunctionsMigration,
  ],
  adminRoutes: [...openRoutes, ...matchesRoutes],
  jobs: { announce_expiries: announceExpiries },
  schedules: { announce_expiries: '0 6 * * *' },
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
export { endAuthority, recordAuthority } from './authority.service';
export { categories } from './category.service';
export { changePerson, changeStatus } from './change.service';
export { holdLikeness } from './candidates';
export {
  giveConsent,
  holdConsent,
  consentOfRequest,
  standingConsent,
  withdrawConsent,
} from './consent.service';
export { addDocument, readDocument, removeDocument } from './document.service';
export { entryPathOf } from './entry.rules';
export { householdOf, readRows } from './file.rows';
export { changeOf, findFile, onFile } from './file.service';
export { registryView, staffIn } from './file.view';
export { countExpiring, filteredFiles, listFiles } from './files.service';
export type { FileFilters } from './files.service';
export { addMember, joinHousehold, leaveHousehold, makeHead } from './household.service';
export { maskMobile, parseMobile } from './identity.rules';
export { identityDomain, identityIndex } from './identity.index';
export { merge, undoMerge } from './merge.service';
export {
  keepRequestVerdict,
  linkRequests,
  lockRequestMatch,
  matchesOfRequest,
  speakingFor,
} from './request-matching.service';
export type { ApplicantTraits } from './request-matching.service';
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
export { reachOf } from './reach.service';
export type { Reach } from './reach.service';
export { recordSighting } from './sighting.service';
export { mayTake } from './standing.rules';
export { takeStated } from './stated.service';
export { refuseByStanding, statusOfPerson } from './standing.service';
export { filesOfPeople, summariesOf } from './summary.service';
export { ageAt } from './validity.rules';
export type { Entry, NewContact, NewPerson, SightedIdentity, StatedIdentity } from './person.types';
