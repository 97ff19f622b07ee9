import { messagesQuery } from '../../../contracts/admin';
import { adminRoute } from '../kernel/room';
import { listMessages, openMessage } from './outbox.service';

export const messagesRoutes = [
  adminRoute({
    method: 'GET',
    path: '/messages',
    permissions: ['messages.read'],
    query: messagesQuery,
    handler: async ({ crm, query, staff }) => ({ data: await listMessages(crm, query, staff) }),
  }),
  adminRoute({
    method: 'GET',
    path: '/messages/:id',
    permissions: ['messages.hand-over'],
    handler: async ({ crm, params, staff }) => ({
      data: await openMessage(crm, params.id ?? '', staff),
    }),
  }),
] as const;
