import { noticesQuery, readNoticesBody } from '../../../contracts/notices';
import { adminRoute } from '../kernel/room';
import { markRead, readNotices } from './notices.service';

export const noticesRoutes = [
  adminRoute({
    method: 'GET',
    path: '/notices',
    permissions: ['requests.read'],
    query: noticesQuery,
    handler: async ({ crm, query, staff }) => ({ data: await readNotices(crm, query, staff) }),
  }),
  adminRoute({
    method: 'POST',
    path: '/notices/read',
    permissions: ['requests.read'],
    body: readNoticesBody,
    handler: async ({ crm, body, staff }) => {
      await markRead(crm, body.ids, staff);
      return { data: null };
    },
  }),
] as const;
