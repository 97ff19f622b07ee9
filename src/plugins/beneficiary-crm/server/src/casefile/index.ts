import type { Room } from '../kernel/room';
import { casefileRoutes } from './casefile.routes';

/** One request as a whole, across the rooms that took part in it. */
export const casefileRoom: Room = { name: 'casefile', adminRoutes: casefileRoutes };
