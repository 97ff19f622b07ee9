import {
  addVisitPaperBody,
  photographyConsentBody,
  removeVisitPaperBody,
  saveDraftBody,
  visitReportBody,
} from '../../../../contracts/study';
import { once } from '../../kernel/idempotency';
import { adminRoute } from '../../kernel/room';
import { reportVisit } from '../../reception';
import { findForStaff } from '../access';
import { receiveUpload } from '../uploads';
import { recordPhotographyConsent } from './consent.service';
import { readStudyDesk } from './desk.service';
import { saveDraft } from './draft.service';
import { addVisitPaper, removeVisitPaper } from './papers.service';

const writes = ['research.study'] as const;

export const studyRoutes = [
  adminRoute({
    method: 'GET',
    path: '/requests/:id/study',
    permissions: ['requests.read'],
    handler: async ({ crm, params, staff, locale }) => ({
      data: await readStudyDesk(crm, params.id ?? '', staff, locale),
    }),
  }),
  adminRoute({
    method: 'POST',
    path: '/requests/:id/study/draft',
    permissions: writes,
    body: saveDraftBody,
    handler: async ({ crm, params, body, staff }) => ({
      data: await saveDraft(crm, params.id ?? '', body, staff),
    }),
  }),
  adminRoute({
    method: 'POST',
    path: '/requests/:id/visits/:visit/report',
    permissions: writes,
    body: visitReportBody,
    // Once: it is written in a house without a signal, and sent until an answer comes.
    async handler({ crm, params, headers, body, staff, locale }) {
      const request = await findForStaff(crm, params.id ?? '', staff);
      const visit = params.visit ?? '';
      await once(crm, `visits:${staff.id}:${request.id}:${visit}`, headers, body, async (unit) => {
        await reportVisit(unit, request, visit, body, staff);
        return { visit };
      });
      return { data: await readStudyDesk(crm, request.id, staff, locale) };
    },
  }),
  adminRoute({
    method: 'POST',
    path: '/requests/:id/photography-consent',
    permissions: writes,
    body: photographyConsentBody,
    async handler({ crm, params, body, staff, locale }) {
      const id = params.id ?? '';
      await recordPhotographyConsent(crm, id, body, staff);
      return { status: 201, data: await readStudyDesk(crm, id, staff, locale) };
    },
  }),
  adminRoute({
    method: 'POST',
    path: '/visit-uploads',
    permissions: writes,
    takesFile: true,
    handler: async ({ crm, file }) => ({ status: 201, data: await receiveUpload(crm, file) }),
  }),
  adminRoute({
    method: 'POST',
    path: '/requests/:id/visit-papers',
    permissions: writes,
    body: addVisitPaperBody,
    async handler({ crm, params, body, staff, locale }) {
      const id = params.id ?? '';
      await addVisitPaper(crm, id, body, staff);
      return { status: 201, data: await readStudyDesk(crm, id, staff, locale) };
    },
  }),
  adminRoute({
    method: 'POST',
    path: '/requests/:id/visit-papers/:paper/remove',
    permissions: writes,
    body: removeVisitPaperBody,
    async handler({ crm, params, body, staff, locale }) {
      const id = params.id ?? '';
      await removeVisitPaper(crm, id, params.paper ?? '', body.reason, staff);
      return { data: await readStudyDesk(crm, id, staff, locale) };
    },
  }),
];
