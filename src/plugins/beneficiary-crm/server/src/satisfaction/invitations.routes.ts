import { callBody, declineBody, kioskBody, previewBody } from '../../../contracts/evaluation';
import { evaluationTokenBody } from '../../../contracts/website';
import { adminRoute, publicRoute } from '../kernel/room';
import { declineCall, listCalls, openCall, takeCall } from './calls.service';
import { openKiosk } from './kiosk.service';
import { openPreview, previewLink } from './preview.service';

export const previewRoute = publicRoute({
  method: 'POST',
  path: '/evaluations/preview',
  limit: 'credentials',
  body: evaluationTokenBody,
  handler: async ({ crm, body, locale }) => ({ data: await openPreview(crm, body.token, locale) }),
});

export const invitationRoutes = [
  adminRoute({
    method: 'POST',
    path: '/surveys/:id/preview',
    permissions: ['content.answer', 'satisfaction.read'],
    body: previewBody,
    handler: async ({ crm, params, locale }) => ({
      data: await previewLink(crm, params.id ?? '', locale),
    }),
  }),
  adminRoute({
    method: 'POST',
    path: '/visits/:id/evaluation',
    permissions: ['reception.serve'],
    body: kioskBody,
    handler: async ({ crm, params, staff, locale }) => ({
      status: 201,
      data: await openKiosk(crm, params.id ?? '', staff, locale),
    }),
  }),
  adminRoute({
    method: 'GET',
    path: '/evaluations/calls',
    permissions: ['evaluations.take'],
    handler: async ({ crm, staff, locale }) => ({ data: await listCalls(crm, staff, locale) }),
  }),
  adminRoute({
    method: 'GET',
    path: '/evaluations/calls/:id',
    permissions: ['evaluations.take'],
    handler: async ({ crm, params, staff }) => ({
      data: await openCall(crm, params.id ?? '', staff),
    }),
  }),
  adminRoute({
    method: 'POST',
    path: '/evaluations/calls/:id',
    permissions: ['evaluations.take'],
    body: callBody,
    async handler({ crm, params, body, staff }) {
      await takeCall(crm, params.id ?? '', body.answers, staff);
      return { status: 201, data: { received: true } };
    },
  }),
  adminRoute({
    method: 'POST',
    path: '/evaluations/calls/:id/decline',
    permissions: ['evaluations.take'],
    body: declineBody,
    async handler({ crm, params, staff }) {
      await declineCall(crm, params.id ?? '', staff);
      return { data: { declined: true } };
    },
  }),
] as const;
