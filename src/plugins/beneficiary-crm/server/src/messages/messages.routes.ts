import { messagesQuery } from '../../../contracts/admin';
import { deliveryCodeBody } from '../../../contracts/delivery';
import { declarationCodeBody } from '../../../contracts/receiving';
import { adminRoute } from '../kernel/room';
import { sendDeclarationCode, sendDeliveryCode, signingWays } from './declaration-code.service';
import { handOverMessage, listMessages, openMessage } from './outbox.service';

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
  adminRoute({
    method: 'POST',
    path: '/requests/:id/messages/:message/hand-over',
    permissions: ['requests.receive', 'requests.check'],
    async handler({ crm, params, staff }) {
      await handOverMessage(crm, params.id ?? '', params.message ?? '', staff);
      return { data: { handedOver: true } };
    },
  }),
  adminRoute({
    method: 'GET',
    path: '/desk/signing',
    permissions: ['requests.receive', 'requests.check'],
    handler: async ({ crm }) => ({ data: await signingWays(crm) }),
  }),
  adminRoute({
    method: 'POST',
    path: '/declaration-codes',
    permissions: ['requests.receive', 'requests.check'],
    body: declarationCodeBody,
    handler: async ({ crm, body, staff }) => ({
      status: 201,
      data: await sendDeclarationCode(crm, body.contact, body.locale, staff.id),
    }),
  }),
  adminRoute({
    method: 'POST',
    path: '/requests/:id/delivery-codes',
    permissions: ['delivery.record'],
    body: deliveryCodeBody,
    handler: async ({ crm, params, body, staff }) => ({
      status: 201,
      data: await sendDeliveryCode(crm, params.id ?? '', body.by, staff),
    }),
  }),
] as const;
