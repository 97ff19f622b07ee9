import { savedViewBody } from '../../../contracts/queue';
import { adminRoute } from '../kernel/room';
import { changeView, deleteView, keepView, readSavedViews } from './saved.service';

export const savedRoutes = [
  adminRoute({
    method: 'GET',
    path: '/queue/views',
    permissions: ['requests.read'],
    handler: async ({ crm, staff }) => ({ data: await readSavedViews(crm, staff) }),
  }),
  adminRoute({
    method: 'POST',
    path: '/queue/views',
    permissions: ['requests.read'],
    body: savedViewBody,
    async handler({ crm, body, staff }) {
      const id = await crm.transaction((unit) => keepView(unit, body, staff));
      return { status: 201, data: { id, ...(await readSavedViews(crm, staff)) } };
    },
  }),
  adminRoute({
    method: 'POST',
    path: '/queue/views/:id',
    permissions: ['requests.read'],
    body: savedViewBody,
    async handler({ crm, params, body, staff }) {
      await crm.transaction((unit) => changeView(unit, params.id ?? '', body, staff));
      return { data: await readSavedViews(crm, staff) };
    },
  }),
  adminRoute({
    method: 'POST',
    path: '/queue/views/:id/delete',
    permissions: ['requests.read'],
    async handler({ crm, params, staff }) {
      await crm.transaction((unit) => deleteView(unit, params.id ?? '', staff));
      return { data: await readSavedViews(crm, staff) };
    },
  }),
];
