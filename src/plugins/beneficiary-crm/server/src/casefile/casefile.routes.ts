import { z } from 'zod';
import { actionBodies, plainActionBody } from '../../../contracts/admin';
import { presenceBody, takeOverBody } from '../../../contracts/checking';
import { signDeclarationBody } from '../../../contracts/receiving';
import { requestActions } from '../../../contracts/vocabulary';
import type { RequestAction } from '../../../contracts/vocabulary';
import { mayReadFile, requestOfItem } from '../committee';
import { forbidden, notFound } from '../kernel/errors';
import { parse } from '../kernel/http';
import { adminRoute } from '../kernel/room';
import { act, countAttempt, findForStaff } from '../requests';
import { findTransition, mayAct } from '../requests/transitions.rules';
import type { ActingAs } from '../requests/transitions.rules';
import { renderCaseFile } from './case-file.service';
import { takeOver } from './comparison.service';
import { readDetail } from './detail.service';
import { readDossier } from './dossier.service';
import { notePresence } from './presence.service';

const known = (name: string | undefined): RequestAction => {
  const action = requestActions.find((one) => one === name);
  if (!action) throw notFound();
  return action;
};

/** Steps that only the product, the committee's session or the website take. */
const notFromHere: ReadonlySet<RequestAction> = new Set([
  'submit',
  'send_reply',
  'expire',
  'remind',
  'decide',
  'release_early',
  // It gives a receipt, and has its own address.
  'appeal',
  'replace_decision',
  'uphold_decision',
]);

export const casefileRoutes = [
  adminRoute({
    method: 'GET',
    path: '/requests/:id',
    permissions: ['requests.read'],
    handler: async ({ crm, params, staff, locale }) => ({
      data: await readDetail(crm, params.id ?? '', staff, locale),
    }),
  }),
  adminRoute({
    method: 'GET',
    path: '/requests/:id/case-file',
    permissions: ['requests.read'],
    async handler({ crm, params, staff, locale }) {
      const paper = await renderCaseFile(crm, params.id ?? '', staff, locale);
      return { file: { ...paper, mime: 'application/pdf' } };
    },
  }),
  // Who declared a conflict, or decided first on what is appealed, does not find it.
  adminRoute({
    method: 'GET',
    path: '/sessions/:id/items/:item/case-file',
    permissions: ['committee.read'],
    async handler({ crm, params, staff, locale }) {
      const request = await requestOfItem(crm, params.id ?? '', params.item ?? '', staff.id);
      // Whom the item is not hidden from reads its file, whichever branch it belongs to.
      const paper = await renderCaseFile(crm, request, { ...staff, branch: null }, locale);
      return { file: { ...paper, mime: 'application/pdf' } };
    },
  }),
  adminRoute({
    method: 'GET',
    path: '/sessions/:id/items/:item/dossier',
    permissions: ['committee.read'],
    async handler({ crm, params, staff, locale }) {
      const request = await requestOfItem(crm, params.id ?? '', params.item ?? '', staff.id);
      return { data: await readDossier(crm, request, staff, locale) };
    },
  }),
  adminRoute({
    method: 'POST',
    path: '/requests/:id/actions/:action',
    permissions: ['requests.read'],
    body: z.looseObject({ expectedVersion: z.number().int().min(1) }),
    async handler({ crm, params, body, staff, locale }) {
      const action = known(params.action);
      if (notFromHere.has(action)) throw forbidden();
      const request = await findForStaff(crm, params.id ?? '', staff);
      const contract =
        action in actionBodies
          ? actionBodies[action as keyof typeof actionBodies]
          : plainActionBody;
      const as: ActingAs = { kind: 'staff', permissions: staff.permissions };
      const transition = findTransition(request, action);
      // Who may not, and what cannot be done in this status, is refused as such, whatever the body holds.
      if (transition && !mayAct(transition, as)) throw forbidden();
      const given = transition ? parse(contract, body) : body;
      if (transition && action === 'sign_declaration') {
        const signed = parse(signDeclarationBody, given);
        if (signed.way === 'code') await countAttempt(crm, signed, staff.id);
      }
      if (transition && action === 'record_delivery') {
        const { acknowledgement } = parse(actionBodies.record_delivery, given);
        if (acknowledgement.way === 'code') await countAttempt(crm, acknowledgement, staff.id);
      }
      await crm.transaction((unit) =>
        act(
          unit,
          request.id,
          action,
          { as, actor: { kind: 'staff', id: staff.id } },
          { body: given, expectedVersion: body.expectedVersion, locale },
        ),
      );
      return { data: await readDetail(crm, request.id, staff, locale) };
    },
  }),
  adminRoute({
    method: 'POST',
    path: '/requests/:id/presence',
    permissions: ['requests.read'],
    body: presenceBody,
    handler: async ({ crm, params, body, staff }) => ({
      data: await notePresence(crm, params.id ?? '', body, staff),
    }),
  }),
  adminRoute({
    method: 'POST',
    path: '/requests/:id/take-over',
    permissions: ['registry.write'],
    body: takeOverBody,
    async handler({ crm, params, body, staff, locale }) {
      await takeOver(crm, params.id ?? '', body, staff);
      return { data: await readDetail(crm, params.id ?? '', staff, locale) };
    },
  }),
  adminRoute({
    method: 'GET',
    path: '/files/:id',
    permissions: ['requests.read', 'committee.read'],
    async handler({ crm, params, staff }) {
      const file = await crm.files.find(crm.db, params.id ?? '', staff.id);
      if (!file?.requestId) throw notFound();
      // Who is no officer reads the files of the items that the committee has before it, and no others.
      if (staff.permissions.has('requests.read')) await findForStaff(crm, file.requestId, staff);
      else if (!(await mayReadFile(crm, file.requestId, staff.id))) throw notFound();
      await crm.transaction(async (unit) => {
        unit.record({
          type: 'request.file_read',
          actor: { kind: 'staff', id: staff.id },
          requestId: file.requestId ?? '',
          subject: { kind: 'file', id: file.id },
        });
      });
      return {
        file: { body: await crm.files.read(crm.db, file.id), name: file.name, mime: file.mime },
      };
    },
  }),
];
