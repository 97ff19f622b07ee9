import { localeQuery } from '../../../contracts/common';
import {
  dropImprovementBody,
  finishImprovementBody,
  improvementBody,
  improvementsQuery,
  newImprovementBody,
  publishImprovementBody,
} from '../../../contracts/improvements';
import { adminRoute } from '../kernel/room';
import {
  changeImprovement,
  dropImprovement,
  finishImprovement,
  openImprovement,
  publishImprovement,
  withdrawImprovement,
} from './improvement.service';
import { listImprovements, readImprovement } from './improvement.view';

/** Whoever may own one, besides those who read and keep all. */
const concerned = ['satisfaction.read', 'improvements.keep', 'requests.read'] as const;

export const improvementRoutes = [
  adminRoute({
    method: 'GET',
    path: '/improvements',
    permissions: concerned,
    query: improvementsQuery,
    handler: async ({ crm, query, staff }) => ({ data: await listImprovements(crm, query, staff) }),
  }),
  adminRoute({
    method: 'GET',
    path: '/improvements/:id',
    permissions: concerned,
    query: localeQuery,
    handler: async ({ crm, params, locale, staff }) => ({
      data: await readImprovement(crm, params.id ?? '', locale, staff),
    }),
  }),
  adminRoute({
    method: 'POST',
    path: '/improvements',
    permissions: ['improvements.keep'],
    body: newImprovementBody,
    async handler({ crm, body, staff }) {
      return { status: 201, data: { id: await openImprovement(crm, body, staff) } };
    },
  }),
  adminRoute({
    method: 'PUT',
    path: '/improvements/:id',
    permissions: concerned,
    body: improvementBody,
    async handler({ crm, params, body, locale, staff }) {
      const id = params.id ?? '';
      await crm.transaction((unit) => changeImprovement(unit, id, body, staff));
      return { data: await readImprovement(crm, id, locale, staff) };
    },
  }),
  adminRoute({
    method: 'POST',
    path: '/improvements/:id/finish',
    permissions: concerned,
    body: finishImprovementBody,
    async handler({ crm, params, body, locale, staff }) {
      const id = params.id ?? '';
      await crm.transaction((unit) => finishImprovement(unit, id, body, staff));
      return { data: await readImprovement(crm, id, locale, staff) };
    },
  }),
  adminRoute({
    method: 'POST',
    path: '/improvements/:id/drop',
    permissions: ['improvements.keep'],
    body: dropImprovementBody,
    async handler({ crm, params, body, locale, staff }) {
      const id = params.id ?? '';
      await crm.transaction((unit) => dropImprovement(unit, id, body, staff));
      return { data: await readImprovement(crm, id, locale, staff) };
    },
  }),
  ...(
    [
      ['publish', publishImprovement],
      ['withdraw', withdrawImprovement],
    ] as const
  ).map(([name, act]) =>
    adminRoute({
      method: 'POST',
      path: `/improvements/:id/${name}`,
      permissions: ['improvements.keep'],
      body: publishImprovementBody,
      async handler({ crm, params, body, locale, staff }) {
        const id = params.id ?? '';
        await crm.transaction((unit) => act(unit, id, body.version, staff));
        return { data: await readImprovement(crm, id, locale, staff) };
      },
    }),
  ),
] as const;
