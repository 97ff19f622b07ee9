import type { Room } from '../kernel/room';
import { allocationActions } from './allocation.actions';
import { allocationsMigration } from './allocations.migration';
import { deliveryActions } from './delivery.actions';
import { deliveryMigration } from './delivery.migration';
import { deliveryRoutes } from './delivery.routes';
import { endAllocations } from './ending.subscriber';
import { enrolmentActions } from './enrolment.actions';

/** Enrolment, what is allocated, and the service itself (S6, S7). */
export const deliveryRoom: Room = {
  name: 'delivery',
  migrations: [deliveryMigration, allocationsMigration],
  adminRoutes: deliveryRoutes,
  actions: { ...enrolmentActions, ...allocationActions, ...deliveryActions },
  subscribers: [endAllocations],
};

export { helpByRequest, helpSince } from './help.service';
export { readLimits } from './limits.service';
