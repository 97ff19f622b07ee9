import type { Room } from '../kernel/room';
import { assignMigration } from './assign.migration';
import { assignRoutes } from './assign.routes';
import { queueMigration, statusMigration } from './list.migration';
import { listRoutes } from './list.routes';
import { giveByRule } from './rules.service';
import { savedRoutes } from './saved.routes';

/** What waits for whom, and how work is handed from one to another. */
export const queueRoom: Room = {
  name: 'queue',
  migrations: [queueMigration, assignMigration, statusMigration],
  adminRoutes: [...listRoutes, ...assignRoutes, ...savedRoutes],
  subscribers: [giveByRule],
};

export { countQueue, readQueue } from './list.service';
