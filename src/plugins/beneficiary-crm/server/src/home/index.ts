import type { Room } from '../kernel/room';
import { homeRoutes } from './home.routes';

/** What each person of the staff sees first: what waits for them. */
export const homeRoom: Room = { name: 'home', adminRoutes: homeRoutes };
