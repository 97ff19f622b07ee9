import { appealAtDeskBody, deskReceiptBody, receiveBody } from '../../../contracts/receiving';
import { adminRoute } from '../kernel/room';
import { findForStaff } from './access';
import { appealAtDesk } from './appeal.service';
import { renderDeclaration } from './declaration.paper';
import { readSignature } from './declaration.service';
import { renderLetter } from './letters';
import { receiptAtDesk, receiveRequest } from './receive.service';
import { receiveUpload } from './uploads';

export const receiveRoutes = [
  adminRoute({
    method: 'POST',
    path: '/requests',
    permissions: ['requests.receive'],
    body: receiveBody,
    handler: async ({ crm, body, headers, staff, locale }) => ({
      status: 201,
      data: await receiveRequest(crm, staff, headers, body, locale),
    }),
  }),
  adminRoute({
    method: 'POST',
    path: '/requests/:id/appeals',
    permissions: ['requests.receive'],
    body: appealAtDeskBody,
    handler: async ({ crm, params, body, headers, staff }) => ({
      status: 201,
      data: await appealAtDesk(crm, params.id ?? '', staff, headers, body),
    }),
  }),
  adminRoute({
    method: 'POST',
    path: '/desk/uploads',
    permissions: ['requests.receive'],
    takesFile: true,
    handler: async ({ crm, file }) => ({ status: 201, data: await receiveUpload(crm, file) }),
  }),
  adminRoute({
    method: 'POST',
    path: '/desk/receipts',
    permissions: ['requests.receive'],
    body: deskReceiptBody,
    async handler({ crm, body, staff, locale }) {
      const paper = await receiptAtDesk(crm, staff, body, locale);
      return { file: { ...paper, mime: 'application/pdf' } };
    },
  }),
  // To be printed for who has the reply brought.
  adminRoute({
    method: 'GET',
    path: '/requests/:id/letter',
    permissions: ['requests.read'],
    async handler({ crm, params, staff }) {
      const request = await findForStaff(crm, params.id ?? '', staff);
      const paper = await renderLetter(crm, request);
      await crm.transaction(async (unit) => {
        unit.record({
          type: 'request.file_read',
          actor: { kind: 'staff', id: staff.id },
          requestId: request.id,
          subject: { kind: 'letter', id: request.id },
        });
      });
      return { file: { ...paper, mime: 'application/pdf' } };
    },
  }),
  adminRoute({
    method: 'GET',
    path: '/requests/:id/declaration',
    permissions: ['requests.read'],
    async handler({ crm, params, staff, locale }) {
      const paper = await renderDeclaration(crm, params.id ?? '', staff, locale);
      return { file: { ...paper, mime: 'application/pdf' } };
    },
  }),
  adminRoute({
    method: 'GET',
    path: '/requests/:id/signature',
    permissions: ['requests.read'],
    handler: async ({ crm, params, staff }) => ({
      data: await readSignature(crm, params.id ?? '', staff),
    }),
  }),
];
