import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { savedFilters } from '../../../contracts/queue';
import type { SavedViews, savedViewBody } from '../../../contracts/queue';
import type { Crm } from '../kernel/crm';
import { conflict, forbidden, invalid, notFound } from '../kernel/errors';
import { isId } from '../kernel/http';
import type { Staff } from '../kernel/room';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { readTyped } from '../registry';
import { teamOf } from './people.sql';

type Body = z.output<typeof savedViewBody>;

interface SavedRow {
  id: string;
  owner_id: number;
  name: string;
  filters: unknown;
  shared: boolean;
}

const mayShare = (staff: Staff): boolean => staff.permissions.has('requests.assign');
/** As many as a person can find their way in. */
const mostOfOne = 50;

/** GET /queue/views: the own ones, then those that somebody of the team shares. */
export async function readSavedViews({ db }: Crm, staff: Staff): Promise<SavedViews> {
  const team = teamOf(staff);
  const { rows } = (await db.raw(
    `select v.id, v.owner_id, v.name, v.filters, v.shared,
       concat_ws(' ', nullif(u.firstname, ''), nullif(u.lastname, '')) as owner_name
     from crm_saved_views v left join admin_users u on u.id = v.owner_id
     where v.owner_id = ? or (v.shared and v.owner_id in (${team.text}))
     order by v.owner_id <> ?, v.name, v.id`,
    [staff.id, ...team.values, staff.id],
  )) as { rows: (SavedRow & { owner_name: string })[] };
  return {
    views: rows.flatMap((row) => {
      // What a later version of the product no longer knows is no view any more.
      const filters = savedFilters.safeParse(row.filters);
      if (!filters.success) return [];
      const mine = row.owner_id === staff.id;
      return [
        {
          id: row.id,
          name: row.name,
          filters: filters.data,
          shared: row.shared,
          mine,
          ownerName: mine ? null : row.owner_name,
        },
      ];
    }),
    mayShare: mayShare(staff),
  };
}

/** @throws CrmError 403, 422 for a name in which a number of a person stands */
function judge(body: Body, staff: Staff): void {
  if (body.shared && !mayShare(staff)) throw forbidden();
  const personal = body.name
    .split(/\s+/)
    .map(readTyped)
    .some(({ nationalId, phone, email }) => nationalId ?? phone ?? email);
  if (personal) throw invalid([{ path: 'name', code: 'name_personal' }]);
}

const columnsOf = (body: Body, now: Date) => ({
  name: body.name,
  filters: JSON.stringify(body.filters),
  shared: body.shared,
  updated_at: now,
});

/** POST /queue/views. @throws CrmError 403, 409 for a name that is taken or one too many, 422 */
export async function keepView(
  { trx, now }: UnitOfWork,
  body: Body,
  staff: Staff,
): Promise<string> {
  judge(body, staff);
  const owned = await trx('crm_saved_views').where({ owner_id: staff.id }).pluck<string[]>('name');
  if (owned.includes(body.name)) throw conflict('error.view_name_taken');
  if (owned.length >= mostOfOne) throw conflict('error.views_full');
  const id = randomUUID();
  await trx('crm_saved_views').insert({
    id,
    owner_id: staff.id,
    ...columnsOf(body, now),
    created_at: now,
  });
  return id;
}

/** Only the own ones are changed; another's is not found. */
async function lockOwn({ trx }: UnitOfWork, id: string, staff: Staff): Promise<void> {
  const row: unknown = isId(id)
    ? await trx('crm_saved_views').where({ id, owner_id: staff.id }).forUpdate().first('id')
    : undefined;
  if (!row) throw notFound();
}

/** POST /queue/views/:id. @throws CrmError 403, 404, 409, 422 */
export async function changeView(
  unit: UnitOfWork,
  id: string,
  body: Body,
  staff: Staff,
): Promise<void> {
  judge(body, staff);
  await lockOwn(unit, id, staff);
  const taken: unknown = await unit
    .trx('crm_saved_views')
    .where({ owner_id: staff.id, name: body.name })
    .whereNot({ id })
    .first('id');
  if (taken) throw conflict('error.view_name_taken');
  await unit.trx('crm_saved_views').where({ id }).update(columnsOf(body, unit.now));
}

/** POST /queue/views/:id/delete. @throws CrmError 404 */
export async function deleteView(unit: UnitOfWork, id: string, staff: Staff): Promise<void> {
  await lockOwn(unit, id, staff);
  await unit.trx('crm_saved_views').where({ id }).delete();
}
