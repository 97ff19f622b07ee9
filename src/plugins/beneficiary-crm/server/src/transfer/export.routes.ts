import { newExportBody } from '../../../contracts/transfer';
import { adminRoute } from '../kernel/room';
import { beginExport, exportChoices, exportFile } from './export.service';

export const exportRoutes = [
  adminRoute({
    method: 'GET',
    path: '/registry/exports',
    permissions: ['registry.export'],
    handler: async ({ crm, staff }) => ({ data: await exportChoices(crm, staff) }),
  }),
  adminRoute({
    method: 'POST',
    path: '/registry/exports',
    permissions: ['registry.export'],
    body: newExportBody,
    handler: async ({ crm, body, headers, staff, locale }) => ({
      status: 201,
      data: await beginExport(crm, body, headers, staff, locale),
    }),
  }),
  adminRoute({
    method: 'GET',
    path: '/registry/exports/:id/file',
    permissions: ['registry.export'],
    handler: async ({ crm, params, staff }) => ({
      file: await exportFile(crm, params.id ?? '', staff),
    }),
  }),
];
