import { judgeRequestMatchBody } from '../../../contracts/duplicates';
import { stalledQuery } from '../../../contracts/stalled';
import { adminRoute } from '../kernel/room';
import { judgeRequestMatch } from './matches.service';
import { readStalled } from './stalled.service';

export const requestsRoutes = [
  adminRoute({
    method: 'GET',
    path: '/stalled',
    permissions: ['requests.oversee'],
    query: stalledQuery,
    handler: async ({ crm, query, staff }) => ({ data: await readStalled(crm, query, staff) }),
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
