import { z } from 'zod';
import {
  agendaBody,
  apologyBody,
  cancelSessionBody,
  createSessionBody,
  inviteBody,
  readyQuery,
  sessionAttendanceBody,
  updateSessionBody,
} from '../../../contracts/sessions';
import type { Locale } from '../../../contracts/vocabulary';
import { adminRoute } from '../kernel/room';
import type { AdminRoute, Staff } from '../kernel/room';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { Permission } from '../policy/roles.policy';
import { putAgenda } from './agenda.service';
import { startCirculation } from './circulation.service';
import { invite } from './invitation.service';
import { readMine } from './mine.service';
import { cancelSession, changeSession, planSession } from './planning.service';
import { readProjector } from './projector.service';
import { listReady } from './ready.service';
import { apologise, takeAttendance, withdrawApology } from './session-attendance.service';
import { listSessions, readSession } from './session.service';

const readers: [Permission, ...Permission[]] = ['committee.read', 'committee.prepare'];
const planners: [Permission, ...Permission[]] = ['committee.prepare', 'committee.vote'];

/** A step on a session: done in one transaction, answered with the session as it is then. */
const step = <Body extends z.ZodType>(
  method: 'POST' | 'PUT',
  name: string,
  permissions: [Permission, ...Permission[]],
  body: Body,
  run: (
    unit: UnitOfWork,
    id: string,
    staff: Staff,
    body: z.output<Body>,
    locale: Locale,
  ) => Promise<void>,
): AdminRoute =>
  adminRoute({
    method,
    path: `/sessions/:id${name}`,
    permissions,
    body,
    async handler({ crm, params, body: given, staff, locale }) {
      const id = params.id ?? '';
      await crm.transaction((unit) => run(unit, id, staff, given, locale));
      return { data: await readSession(crm, id, staff, locale) };
    },
  });

export const sessionsRoutes: AdminRoute[] = [
  adminRoute({
    method: 'GET',
    path: '/sessions',
    permissions: readers,
    handler: async ({ crm, staff, locale }) => ({ data: await listSessions(crm, staff, locale) }),
  }),
  adminRoute({
    method: 'POST',
    path: '/sessions',
    permissions: planners,
    body: createSessionBody,
    async handler({ crm, body, staff, locale }) {
      const id = await crm.transaction((unit) => planSession(unit, staff, body));
      return { status: 201, data: await readSession(crm, id, staff, locale) };
    },
  }),
  // Before `/sessions/:id`, which would take the word for an id.
  adminRoute({
    method: 'GET',
    path: '/sessions/ready',
    permissions: readers,
    query: readyQuery,
    handler: async ({ crm, query, staff, locale }) => ({
      data: await listReady(crm, query, staff, locale),
    }),
  }),
  adminRoute({
    method: 'GET',
    path: '/sessions/:id',
    permissions: readers,
    handler: async ({ crm, params, staff, locale }) => ({
      data: await readSession(crm, params.id ?? '', staff, locale),
    }),
  }),
  step('PUT', '', planners, updateSessionBody, changeSession),
  step('PUT', '/agenda', planners, agendaBody, putAgenda),
  step('POST', '/invitations', planners, inviteBody, invite),
  step('POST', '/start', ['committee.vote'], z.strictObject({}), (unit, id, staff, _body, locale) =>
    startCirculation(unit, id, staff, locale),
  ),
  step('POST', '/cancel', planners, cancelSessionBody, cancelSession),
  step('POST', '/attendance', ['committee.vote'], sessionAttendanceBody, takeAttendance),
  step('POST', '/apologies', ['committee.vote'], apologyBody, apologise),
  step('POST', '/apologies/withdraw', ['committee.vote'], z.strictObject({}), withdrawApology),
  adminRoute({
    method: 'GET',
    path: '/sessions/:id/projector',
    permissions: ['committee.read'],
    handler: async ({ crm, params, staff, locale }) => ({
      data: await readProjector(crm, params.id ?? '', staff, locale),
    }),
  }),
  adminRoute({
    method: 'GET',
    path: '/committee/mine',
    permissions: ['committee.vote'],
    handler: async ({ crm, staff, locale }) => ({ data: await readMine(crm, staff, locale) }),
  }),
];
