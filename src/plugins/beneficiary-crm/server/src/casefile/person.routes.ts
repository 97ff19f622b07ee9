import { filesQuery } from '../../../contracts/registry';
import { adminRoute } from '../kernel/room';
import { listFiles } from '../registry';
import { readChoices } from './person.choices';
import { readPerson } from './person.service';

/** A person's file as a whole. */
export const personRoutes = [
  adminRoute({
    method: 'GET',
    path: '/beneficiaries',
    permissions: ['registry.read'],
    query: filesQuery,
    handler: async ({ crm, query, staff }) => ({ data: await listFiles(crm, query, staff) }),
  }),
  adminRoute({
    method: 'GET',
    path: '/registry/choices',
    permissions: ['registry.read'],
    handler: async ({ crm, locale }) => ({ data: await readChoices(crm, locale) }),
  }),
  adminRoute({
    method: 'GET',
    path: '/beneficiaries/:id',
    permissions: ['registry.read'],
    handler: async ({ crm, params, staff, locale }) => ({
      data: await readPerson(crm, params.id ?? '', staff, locale),
    }),
  }),
];
