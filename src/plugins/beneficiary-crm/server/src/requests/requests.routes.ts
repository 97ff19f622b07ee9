import { z } from 'zod';
import { queueQuery } from '../../../contracts/admin';
import { adminRoute } from '../kernel/room';
import { readQueue } from './queue.service';

export const requestsRoutes = [
  adminRoute({
    method: 'GET',
    path: '/requests',
    permissions: ['requests.read'],
    query: queueQuery,
    handler: async ({ crm, query, staff }) => ({ data: await readQueue(crm, query, staff) }),
  }),
  // The same with the search words in the body: a name or an ID does not stand in an address.
  adminRoute({
    method: 'POST',
    path: '/requests/search',
    permissions: ['requests.read'],
    query: z.strictObject({ locale: z.string().optional() }),
    body: queueQuery,
    handler: async ({ crm, body, staff, locale }) => ({
      data: await readQueue(crm, { ...body, locale }, staff),
    }),
  }),
];
