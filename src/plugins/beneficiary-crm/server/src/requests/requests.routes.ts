import { z } from 'zod';
import { queueQuery } from '../../../contracts/admin';
import { judgeRequestMatchBody } from '../../../contracts/duplicates';
import { stalledQuery } from '../../../contracts/stalled';
import { adminRoute } from '../kernel/room';
import { judgeRequestMatch } from './matches.service';
import { readQueue } from './queue.service';
import { readStalled } from './stalled.service';

export const requestsRoutes = [
  adminRoute({
    method: 'GET',
    path: '/requests',
    permissions: ['requests.read'],
    query: queueQuery,
    handler: async ({ crm, query, staff }) => ({ data: await readQueue(crm, query, staff) }),
  }),
  adminRoute({
    method: 'GET',
    path: '/stalled',
    permissions: ['requests.oversee'],
    query: stalledQuery,
    handler: async ({ crm, query, staff }) => ({ data: await readStalled(crm, query, staff) }),
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
  adminRoute({
    method: 'POST',
    path: '/request-matches/:id/judge',
    permissions: ['registry.write'],
    body: judgeRequestMatchBody,
    handler: async ({ crm, params, body, staff }) => ({
      data: await crm.transaction((unit) => judgeRequestMatch(unit, params.id ?? '', body, staff)),
    }),
  }),
];
