import type { Room } from '../kernel/room';
import { contentMigration } from './content.migration';
import { contentRoutes } from './content.routes';
import { requestRoutes } from './requests.routes';

/** What the association's website is fed from. */
export const websiteRoom: Room = {
  name: 'website',
  migrations: [contentMigration],
  publicRoutes: [...contentRoutes, ...requestRoutes],
};
