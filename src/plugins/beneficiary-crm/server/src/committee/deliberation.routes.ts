import {
  privateNotesBody,
  remarkBody,
  withdrawConflictBody,
} from '../../../contracts/deliberation';
import { once } from '../kernel/idempotency';
import { adminRoute } from '../kernel/room';
import type { Staff } from '../kernel/room';
import { conflictsOf, takeBackConflict } from './conflict.service';
import { readDiscussion, remark } from './discussion.service';
import type { OnItem } from './on-item';
import { readNotes, saveNotes } from './notes.service';

const itemPath = '/sessions/:id/items/:item';

const onItem = (params: Readonly<Record<string, string>>, staff: Staff): OnItem => ({
  session: params.id ?? '',
  item: params.item ?? '',
  member: staff.id,
});

/** What members write and say while they study an item, and what they declared themselves. */
export const deliberationRoutes = [
  adminRoute({
    method: 'GET',
    path: `${itemPath}/notes`,
    permissions: ['committee.read'],
    handler: async ({ crm, params, staff }) => ({
      data: await readNotes(crm, onItem(params, staff)),
    }),
  }),
  adminRoute({
    method: 'PUT',
    path: `${itemPath}/notes`,
    permissions: ['committee.read'],
    body: privateNotesBody,
    handler: async ({ crm, params, body, staff }) => ({
      data: await saveNotes(crm, onItem(params, staff), body),
    }),
  }),
  adminRoute({
    method: 'GET',
    path: `${itemPath}/discussion`,
    permissions: ['committee.read'],
    handler: async ({ crm, params, staff }) => ({
      data: await readDiscussion(crm, onItem(params, staff)),
    }),
  }),
  adminRoute({
    method: 'POST',
    path: `${itemPath}/discussion`,
    permissions: ['committee.vote'],
    body: remarkBody,
    async handler({ crm, params, body, headers, staff }) {
      const on = onItem(params, staff);
      const route = `remark ${on.session} ${on.item} ${staff.id}`;
      await once(crm, route, headers, body, (unit) => remark(unit, on, body.text));
      return { status: 201, data: await readDiscussion(crm, on) };
    },
  }),
  adminRoute({
    method: 'GET',
    path: '/committee/conflicts',
    permissions: ['committee.vote'],
    handler: async ({ crm, staff }) => ({ data: await conflictsOf(crm, staff.id) }),
  }),
  adminRoute({
    method: 'POST',
    path: '/committee/conflicts/:id/withdraw',
    permissions: ['committee.vote'],
    body: withdrawConflictBody,
    async handler({ crm, params, body, staff }) {
      await crm.transaction((unit) =>
        takeBackConflict(unit, params.id ?? '', body.reason, staff.id),
      );
      return { data: await conflictsOf(crm, staff.id) };
    },
  }),
];
