import type { Room } from '../kernel/room';
import { deliveryActions } from './delivery.actions';
import { deliveryMigration } from './delivery.migration';

/** Enrolment and the service itself (S6, S7). */
export const deliveryRoom: Room = {
  name: 'delivery',
  migrations: [deliveryMigration],
  actions: deliveryActions,
};
