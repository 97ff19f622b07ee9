import type { Room } from '../kernel/room';
import { registryMigration } from './registry.migration';

/** People's files: one for each person. */
export const registryRoom: Room = { name: 'registry', migrations: [registryMigration] };

export { fileOf, identityDomain } from './registry.service';
export type { PersonDetails, SightedIdentity } from './registry.service';
