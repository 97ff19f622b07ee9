import { z } from 'zod';
import { queueQuery, receiveBody } from '../../../contracts/admin';
import { once } from '../kernel/idempotency';
import { adminRoute } from '../kernel/room';
import { readQueue } from './queue.service';
import { newCredentials, submitRequest } from './submit.service';

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
  // With an Idempotency-Key: a second click opens no second request. A delegate's belongs to the own branch (C8).
  adminRoute({
    method: 'POST',
    path: '/requests',
    permissions: ['requests.receive'],
    body: receiveBody,
    async handler({ crm, body, headers, staff, locale }) {
      const credentials = await newCredentials();
      const receipt = await once(crm, `staff ${staff.id}`, headers, body, (unit) =>
        submitRequest(
          unit,
          {
            body: body.request,
            channel: body.channel,
            branch: staff.branch,
            locale,
            acting: {
              as: { kind: 'staff', permissions: staff.permissions },
              actor: { kind: 'staff', id: staff.id },
            },
          },
          credentials,
        ),
      );
      return { status: 201, data: receipt };
    },
  }),
];
