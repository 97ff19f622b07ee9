import type { Room } from '../kernel/room';
import { casefileRoutes } from './casefile.routes';
import { personChanges } from './person.changes';
import { personRoutes } from './person.routes';
import { presenceMigration } from './presence.migration';

/** One request, and one person, as a whole: across the rooms that took part. */
export const casefileRoom: Room = {
  name: 'casefile',
  migrations: [presenceMigration],
  adminRoutes: [...casefileRoutes, ...personRoutes, ...personChanges],
};
