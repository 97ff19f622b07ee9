import { judgeMatchBody, matchesQuery, undoMergeBody } from '../../../contracts/duplicates';
import { adminRoute } from '../kernel/room';
import { readMatch } from './compare.service';
import { judgeMatch, listMatches } from './matches.service';
import { undo } from './merge.view';

export const matchesRoutes = [
  adminRoute({
    method: 'GET',
    path: '/matches',
    permissions: ['registry.merge'],
    query: matchesQuery,
    handler: async ({ crm, query, staff }) => ({ data: await listMatches(crm, query, staff) }),
  }),
  adminRoute({
    method: 'GET',
    path: '/matches/:id',
    permissions: ['registry.merge'],
    handler: async ({ crm, params, staff, locale }) => ({
      data: await readMatch(crm, params.id ?? '', staff, locale),
    }),
  }),
  adminRoute({
    method: 'POST',
    path: '/matches/:id/judge',
    permissions: ['registry.merge'],
    body: judgeMatchBody,
    handler: async ({ crm, params, body, staff }) => ({
      data: await crm.transaction((unit) => judgeMatch(unit, params.id ?? '', body, staff)),
    }),
  }),
  adminRoute({
    method: 'POST',
    path: '/merges/:id/undo',
    permissions: ['registry.merge'],
    body: undoMergeBody,
    handler: async ({ crm, params, body, staff }) => ({
      data: await crm.transaction((unit) => undo(unit, params.id ?? '', body.reason, staff)),
    }),
  }),
];
