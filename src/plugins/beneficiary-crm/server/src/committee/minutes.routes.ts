import { z } from 'zod';
import {
  minutesQuery,
  reviseMinutesBody,
  signMinutesBody,
  submitMinutesBody,
  writeMinutesBody,
} from '../../../contracts/minutes';
import { adminRoute } from '../kernel/room';
import type { AdminRoute, Staff } from '../kernel/room';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { renderMinutes } from './minutes.paper';
import { renditionHash } from './minutes.rules';
import {
  draftMinutes,
  reviseMinutes,
  signMinutes,
  submitMinutes,
  writeMinutes,
} from './minutes.service';
import { openMinutes, readMinutes } from './minutes.view';

const path = '/sessions/:id/minutes';

/** A step on the minutes: done in one transaction, answered with the last version as it is then. */
const step = <Body extends z.ZodType>(
  method: 'POST' | 'PUT',
  name: string,
  body: Body,
  run: (unit: UnitOfWork, id: string, staff: Staff, body: z.output<Body>) => Promise<void>,
): AdminRoute =>
  adminRoute({
    method,
    path: `${path}${name}`,
    permissions: ['committee.vote'],
    body,
    async handler({ crm, params, body: given, staff, locale }) {
      const id = params.id ?? '';
      await crm.transaction((unit) => run(unit, id, staff, given));
      return { data: await readMinutes(crm, id, staff, locale) };
    },
  });

export const minutesRoutes: AdminRoute[] = [
  adminRoute({
    method: 'GET',
    path,
    permissions: ['committee.read'],
    query: minutesQuery,
    handler: async ({ crm, params, query, staff, locale }) => ({
      data: await readMinutes(crm, params.id ?? '', staff, locale, query.version),
    }),
  }),
  adminRoute({
    method: 'GET',
    path: `${path}/pdf`,
    permissions: ['committee.read'],
    query: minutesQuery,
    async handler({ crm, params, query, staff, locale }) {
      const { name, body } = await renderMinutes(
        crm,
        params.id ?? '',
        staff,
        locale,
        query.version,
      );
      return { file: { body, name, mime: 'application/pdf' } };
    },
  }),
  // What is signed, as it is hashed: whoever has it can count the hash again.
  adminRoute({
    method: 'GET',
    path: `${path}/body`,
    permissions: ['committee.read'],
    query: minutesQuery,
    async handler({ crm, params, query, staff }) {
      const { rendition } = await openMinutes(crm, params.id ?? '', staff, query.version);
      return { data: { body: rendition, hash: renditionHash(rendition) } };
    },
  }),
  step('POST', '', z.strictObject({}), draftMinutes),
  step('PUT', '', writeMinutesBody, writeMinutes),
  step('POST', '/submit', submitMinutesBody, submitMinutes),
  step('POST', '/sign', signMinutesBody, signMinutes),
  step('POST', '/revise', reviseMinutesBody, reviseMinutes),
];
