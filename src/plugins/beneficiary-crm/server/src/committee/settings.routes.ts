import {
  createCommitteeBody,
  explainRulesBody,
  updateCommitteeBody,
} from '../../../contracts/committee';
import { adminRoute } from '../kernel/room';
import {
  changeCommittee,
  createCommittee,
  explainRulesAsked,
  listCommittees,
  readCommittee,
} from './settings.service';

/** The committees themselves: their seats, terms and rules (S5). */
export const settingsRoutes = [
  adminRoute({
    method: 'GET',
    path: '/committees',
    permissions: ['committee.keep', 'committee.read', 'committee.prepare'],
    handler: async ({ crm, staff, locale }) => ({ data: await listCommittees(crm, staff, locale) }),
  }),
  adminRoute({
    method: 'POST',
    path: '/committees',
    permissions: ['committee.keep'],
    body: createCommitteeBody,
    async handler({ crm, body, staff, locale }) {
      const id = await crm.transaction((unit) => createCommittee(unit, staff, body));
      return { status: 201, data: await readCommittee(crm, id, staff, locale) };
    },
  }),
  adminRoute({
    method: 'POST',
    path: '/committees/explain',
    permissions: ['committee.keep'],
    body: explainRulesBody,
    handler: async ({ crm, body, locale }) => ({ data: explainRulesAsked(crm, body, locale) }),
  }),
  adminRoute({
    method: 'PUT',
    path: '/committees/:id',
    permissions: ['committee.keep'],
    body: updateCommitteeBody,
    async handler({ crm, params, body: { expectedVersion, ...body }, staff, locale }) {
      const id = params.id ?? '';
      await crm.transaction((unit) => changeCommittee(unit, id, staff, expectedVersion, body));
      return { data: await readCommittee(crm, id, staff, locale) };
    },
  }),
];
