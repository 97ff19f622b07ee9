import {
  absenceBody,
  assignBody,
  assignOneBody,
  assignmentRulesBody,
  bulkBody,
  handoverBody,
} from '../../../contracts/queue';
import type { AssignedRequest } from '../../../contracts/queue';
import { adminRoute } from '../kernel/room';
import { findForStaff } from '../requests';
import { endAbsence, keepAbsence, readAbsences } from './absences.service';
import { assign } from './assign.service';
import { assignMany, stepMany } from './bulk.service';
import { handOver } from './handover.service';
import { readColleagues } from './people.service';
import { changeRules, readRules } from './rules.service';

export const assignRoutes = [
  adminRoute({
    method: 'GET',
    path: '/queue/colleagues',
    permissions: ['requests.read'],
    handler: async ({ crm, staff }) => ({ data: await readColleagues(crm, staff) }),
  }),
  adminRoute({
    method: 'POST',
    path: '/requests/:id/assign',
    permissions: ['requests.read'],
    body: assignOneBody,
    async handler({ crm, params, body, staff, locale }) {
      const { id } = await findForStaff(crm, params.id ?? '', staff);
      const given = await crm.transaction((unit) => assign(unit, staff, { ...body, id }, locale));
      const { version, assigneeId, assigneeName } = given;
      return { data: { id, version, assigneeId, assigneeName } satisfies AssignedRequest };
    },
  }),
  adminRoute({
    method: 'POST',
    path: '/requests/assign',
    permissions: ['requests.read'],
    body: assignBody,
    handler: async ({ crm, body, staff, headers, locale }) => ({
      data: await assignMany(crm, staff, headers, body, locale),
    }),
  }),
  adminRoute({
    method: 'POST',
    path: '/requests/bulk',
    permissions: ['requests.read'],
    body: bulkBody,
    handler: async ({ crm, body, staff, headers, locale }) => ({
      data: await stepMany(crm, staff, headers, body, locale),
    }),
  }),
  adminRoute({
    method: 'POST',
    path: '/requests/handover',
    permissions: ['requests.read'],
    body: handoverBody,
    handler: async ({ crm, body, staff, locale }) => ({
      data: await handOver(crm, staff, body, locale),
    }),
  }),
  adminRoute({
    method: 'GET',
    path: '/queue/absences',
    permissions: ['requests.read'],
    handler: async ({ crm, staff }) => ({ data: await readAbsences(crm, staff) }),
  }),
  adminRoute({
    method: 'POST',
    path: '/queue/absences',
    permissions: ['requests.read'],
    body: absenceBody,
    async handler({ crm, body, staff }) {
      await crm.transaction((unit) => keepAbsence(unit, body, staff));
      return { status: 201, data: await readAbsences(crm, staff) };
    },
  }),
  adminRoute({
    method: 'POST',
    path: '/queue/absences/:id/end',
    permissions: ['requests.read'],
    async handler({ crm, params, staff }) {
      await crm.transaction((unit) => endAbsence(unit, params.id ?? '', staff));
      return { data: await readAbsences(crm, staff) };
    },
  }),
  adminRoute({
    method: 'GET',
    path: '/queue/rules',
    permissions: ['requests.read'],
    handler: async ({ crm, staff, locale }) => ({ data: await readRules(crm, staff, locale) }),
  }),
  adminRoute({
    method: 'POST',
    path: '/queue/rules',
    permissions: ['requests.assign'],
    body: assignmentRulesBody,
    async handler({ crm, body, staff, locale }) {
      await crm.transaction((unit) => changeRules(unit, body, staff));
      return { data: await readRules(crm, staff, locale) };
    },
  }),
];
