import { dueQuery, fieldDeliveryBody, limitBody } from '../../../contracts/delivery';
import { forbidden } from '../kernel/errors';
import { once } from '../kernel/idempotency';
import { adminRoute } from '../kernel/room';
import { act, countAttempt, findForStaff } from '../requests';
import { findTransition, mayAct } from '../requests/transitions.rules';
import type { ActingAs } from '../requests/transitions.rules';
import { receiveUpload } from '../requests/uploads';
import { readDeliverySignature } from './acknowledgement.service';
import { listDue } from './due.service';
import { listLimits, setLimit } from './limits.service';
import { readAllocationsOfPerson, readService } from './service.view';

export const deliveryRoutes = [
  adminRoute({
    method: 'GET',
    path: '/requests/:id/service',
    permissions: ['requests.read'],
    handler: async ({ crm, params, staff, locale }) => ({
      data: await readService(crm, params.id ?? '', staff, locale),
    }),
  }),
  // Without the version that was looked at: in the field an answer gets lost, and the key makes it once.
  adminRoute({
    method: 'POST',
    path: '/requests/:id/deliveries',
    permissions: ['delivery.record'],
    body: fieldDeliveryBody,
    async handler({ crm, params, body, headers, staff, locale }) {
      const request = await findForStaff(crm, params.id ?? '', staff);
      const as: ActingAs = { kind: 'staff', permissions: staff.permissions };
      const transition = findTransition(request, 'record_delivery');
      if (transition && !mayAct(transition, as)) throw forbidden();
      if (body.acknowledgement.way === 'code')
        await countAttempt(crm, body.acknowledgement, staff.id);
      const route = `POST /requests/${request.id}/deliveries|${staff.id}`;
      const data = await once(crm, route, headers, body, async (unit) => {
        const acting = { as, actor: { kind: 'staff', id: staff.id } } as const;
        const after = await act(unit, request.id, 'record_delivery', acting, { body, locale });
        return { version: after.version };
      });
      return { status: 201, data };
    },
  }),
  adminRoute({
    method: 'POST',
    path: '/deliveries/uploads',
    permissions: ['delivery.record'],
    takesFile: true,
    handler: async ({ crm, file }) => ({ status: 201, data: await receiveUpload(crm, file) }),
  }),
  adminRoute({
    method: 'GET',
    path: '/deliveries',
    permissions: ['delivery.record', 'delivery.approve'],
    query: dueQuery,
    handler: async ({ crm, query, staff }) => ({ data: await listDue(crm, query, staff) }),
  }),
  adminRoute({
    method: 'GET',
    path: '/deliveries/:id/signature',
    permissions: ['requests.read'],
    handler: async ({ crm, params, staff }) => ({
      data: await readDeliverySignature(crm, params.id ?? '', staff),
    }),
  }),
  adminRoute({
    method: 'GET',
    path: '/beneficiaries/:id/allocations',
    permissions: ['registry.read'],
    handler: async ({ crm, params, staff, locale }) => ({
      data: await readAllocationsOfPerson(crm, params.id ?? '', staff, locale),
    }),
  }),
  adminRoute({
    method: 'GET',
    path: '/service-limits',
    permissions: ['delivery.approve', 'delivery.record'],
    handler: async ({ crm, locale }) => ({ data: await listLimits(crm, locale) }),
  }),
  adminRoute({
    method: 'POST',
    path: '/service-limits',
    permissions: ['delivery.approve'],
    body: limitBody,
    async handler({ crm, body, staff, locale }) {
      await crm.transaction((unit) => setLimit(unit, body, staff));
      return { data: await listLimits(crm, locale) };
    },
  }),
];
