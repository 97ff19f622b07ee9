import { z } from 'zod';
import {
  checkImportBody,
  importPartQuery,
  importsQuery,
  newImportBody,
  refusedRowsQuery,
} from '../../../contracts/transfer';
import type { Crm } from '../kernel/crm';
import { CrmError, forbidden } from '../kernel/errors';
import { adminRoute } from '../kernel/room';
import type { Staff } from '../kernel/room';
import { listImports, readImportDetail } from './import.views';
import { refusedFile } from './refused.service';
import {
  cancelImport,
  checkColumns,
  pauseImport,
  resumeImport,
  startImport,
} from './steps.service';
import { beginImport, beginReading, keepPart } from './upload.service';

const nothing = z.strictObject({});

/** A file brings people of all branches: whoever sees one branch only does not import. */
function allBranches(staff: Staff): void {
  if (staff.branch !== null) throw forbidden();
}

const stepRoute = (name: string, run: (crm: Crm, id: string) => Promise<void>) =>
  adminRoute({
    method: 'POST',
    path: `/registry/imports/:id/${name}`,
    permissions: ['registry.import'],
    body: nothing,
    async handler({ crm, params, staff, locale }) {
      allBranches(staff);
      await run(crm, params.id ?? '');
      return { data: await readImportDetail(crm, params.id ?? '', locale) };
    },
  });

export const importRoutes = [
  adminRoute({
    method: 'GET',
    path: '/registry/imports',
    permissions: ['registry.import'],
    query: importsQuery,
    async handler({ crm, query, staff }) {
      allBranches(staff);
      return { data: await listImports(crm, query) };
    },
  }),
  adminRoute({
    method: 'POST',
    path: '/registry/imports',
    permissions: ['registry.import'],
    body: newImportBody,
    async handler({ crm, body, staff }) {
      allBranches(staff);
      return { status: 201, data: await beginImport(crm, body, staff) };
    },
  }),
  adminRoute({
    method: 'POST',
    path: '/registry/imports/:id/parts',
    permissions: ['registry.import'],
    query: importPartQuery,
    takesFile: true,
    async handler({ crm, params, query, file, staff }) {
      allBranches(staff);
      if (!file) throw new CrmError('invalid', 'file.missing');
      return { status: 201, data: await keepPart(crm, params.id ?? '', query.at, file) };
    },
  }),
  stepRoute('read', beginReading),
  adminRoute({
    method: 'POST',
    path: '/registry/imports/:id/check',
    permissions: ['registry.import'],
    body: checkImportBody,
    async handler({ crm, params, body, staff, locale }) {
      allBranches(staff);
      await checkColumns(crm, params.id ?? '', body, staff);
      return { data: await readImportDetail(crm, params.id ?? '', locale) };
    },
  }),
  stepRoute('start', startImport),
  stepRoute('pause', pauseImport),
  stepRoute('resume', resumeImport),
  stepRoute('cancel', cancelImport),
  adminRoute({
    method: 'GET',
    path: '/registry/imports/:id',
    permissions: ['registry.import'],
    async handler({ crm, params, staff, locale }) {
      allBranches(staff);
      return { data: await readImportDetail(crm, params.id ?? '', locale) };
    },
  }),
  adminRoute({
    method: 'GET',
    path: '/registry/imports/:id/refused',
    permissions: ['registry.import'],
    query: refusedRowsQuery,
    async handler({ crm, params, query, staff }) {
      allBranches(staff);
      return { file: await refusedFile(crm, params.id ?? '', query.format, query.locale) };
    },
  }),
];
