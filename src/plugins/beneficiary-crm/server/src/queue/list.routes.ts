import { z } from 'zod';
import { boardQuery, queueQuery } from '../../../contracts/queue';
import { adminRoute } from '../kernel/room';
import { readBoard, readQueue } from './list.service';

const onlyLocale = z.strictObject({ locale: z.string().optional() });

/** Each of them twice: with search words in the body, since a name or an ID does not stand in an address. */
export const listRoutes = [
  adminRoute({
    method: 'GET',
    path: '/requests',
    permissions: ['requests.read'],
    query: queueQuery.omit({ q: true }),
    handler: async ({ crm, query, staff }) => ({ data: await readQueue(crm, query, staff) }),
  }),
  adminRoute({
    method: 'POST',
    path: '/requests/search',
    permissions: ['requests.read'],
    query: onlyLocale,
    body: queueQuery,
    handler: async ({ crm, body, staff, locale }) => ({
      data: await readQueue(crm, { ...body, locale }, staff),
    }),
  }),
  adminRoute({
    method: 'GET',
    path: '/queue/board',
    permissions: ['requests.read'],
    query: boardQuery.omit({ q: true }),
    handler: async ({ crm, query, staff }) => ({ data: await readBoard(crm, query, staff) }),
  }),
  adminRoute({
    method: 'POST',
    path: '/queue/board',
    permissions: ['requests.read'],
    query: onlyLocale,
    body: boardQuery,
    handler: async ({ crm, body, staff, locale }) => ({
      data: await readBoard(crm, { ...body, locale }, staff),
    }),
  }),
];
