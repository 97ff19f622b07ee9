import type { Room } from '../kernel/room';
import { contentRoutes } from './content.routes';
import { requestRoutes } from './requests.routes';

/** What the association's website is fed from. */
export const websiteRoom: Room = {
  name: 'website',
  publicRoutes: [...contentRoutes, ...requestRoutes],
};
