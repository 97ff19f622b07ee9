import { z } from 'zod';
import {
  attendanceBody,
  ballotBody,
  decisionBody,
  motionBody,
  recusalBody,
  voidBallotBody,
} from '../../../contracts/items';
import { idempotencyKey } from '../kernel/http';
import { adminRoute } from '../kernel/room';
import type { AdminRoute, Staff } from '../kernel/room';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { recordAttendance } from './attendance.service';
import { castBallot, voidBallot } from './ballot.service';
import { closeItem } from './close.service';
import { issueDecision, releaseEarly } from './decision.service';
import { changeMotion } from './motion.service';
import type { OnItem } from './on-item';
import { openItem } from './opening.service';
import { recuse } from './recusal.service';
import { readItem } from './item.view';

const nothing = z.strictObject({});
const itemPath = '/sessions/:id/items/:item';

const onItem = (params: Readonly<Record<string, string>>, staff: Staff): OnItem => ({
  session: params.id ?? '',
  item: params.item ?? '',
  member: staff.id,
});

/** A step on an item: done in one transaction, answered with the item as it is then. */
const step = <Body extends z.ZodType>(
  name: string,
  body: Body,
  run: (
    unit: UnitOfWork,
    on: OnItem,
    body: z.output<Body>,
    locale: 'ar' | 'en',
    params: Readonly<Record<string, string>>,
  ) => Promise<unknown>,
  method: 'POST' | 'PUT' = 'POST',
): AdminRoute =>
  adminRoute({
    method,
    path: `${itemPath}/${name}`,
    permissions: ['committee.vote'],
    body,
    async handler({ crm, params, body: given, staff, locale }) {
      const on = onItem(params, staff);
      await crm.transaction((unit) => run(unit, on, given, locale, params));
      return { data: await readItem(crm, on.session, on.item, staff, locale) };
    },
  });

export const committeeRoutes = [
  adminRoute({
    method: 'GET',
    path: itemPath,
    permissions: ['committee.read'],
    handler: async ({ crm, params, staff, locale }) => ({
      data: await readItem(crm, params.id ?? '', params.item ?? '', staff, locale),
    }),
  }),
  step('open', nothing, (unit, on, _body, locale) => openItem(unit, on, locale)),
  step('motion', motionBody, changeMotion, 'PUT'),
  step('attendance', attendanceBody, recordAttendance),
  step('close', nothing, (unit, on, _body, locale) => closeItem(unit, on, locale)),
  step('ballots/:member/void', voidBallotBody, (unit, on, body, locale, params) =>
    voidBallot(unit, on, Number(params.member), body.reason, locale),
  ),
  step('decision', decisionBody, (unit, on, body, locale) =>
    issueDecision(unit, on, body.reason, locale),
  ),
  step('release', decisionBody, (unit, on, body, locale) =>
    releaseEarly(unit, on, body.reason, locale),
  ),
  adminRoute({
    method: 'POST',
    path: `${itemPath}/recusals`,
    permissions: ['committee.vote'],
    body: recusalBody,
    // From here on the item is hidden from the member, so it is not in the answer either.
    async handler({ crm, params, body, staff, locale }) {
      await crm.transaction((unit) => recuse(unit, onItem(params, staff), body, locale));
      return { status: 201, data: { recused: true } };
    },
  }),
  adminRoute({
    method: 'POST',
    path: `${itemPath}/ballots`,
    permissions: ['committee.vote'],
    body: ballotBody,
    async handler({ crm, params, body, headers, staff, locale }) {
      const key = idempotencyKey(headers);
      return {
        status: 201,
        data: await crm.transaction((unit) =>
          castBallot(unit, onItem(params, staff), body, key, locale),
        ),
      };
    },
  }),
];
