import type { Knex } from 'knex';
import type { Crm } from '../kernel/crm';
import { notFound } from '../kernel/errors';
import { isId } from '../kernel/http';
import type { Staff } from '../kernel/room';
import { findRequest } from './request.repository';
import type { RequestRow } from './request.types';

/** Who is complained about neither deals with the complaint nor reads it (O6e); a delegate sees the own branch (C8). */
export const mayKnow = (
  row: Pick<RequestRow, 'branch' | 'about_staff_id'>,
  staff: Pick<Staff, 'id' | 'branch'>,
): boolean =>
  (staff.branch === null || row.branch === staff.branch) && row.about_staff_id !== staff.id;

/** The same for the database. @param of the table's name in the query */
export const knownTo =
  ({ id, branch }: Pick<Staff, 'id' | 'branch'>, of = 'crm_requests') =>
  (query: Knex.QueryBuilder): void => {
    void query.whereRaw('?? is distinct from ?', [`${of}.about_staff_id`, id]);
    if (branch !== null) void query.where(`${of}.branch`, branch);
  };

/** A request that this person may see. @throws CrmError not_found, also when it belongs to another branch */
export async function findForStaff(crm: Crm, id: string, staff: Staff): Promise<RequestRow> {
  const row = isId(id) ? await findRequest(crm.db, { id }) : null;
  if (!row || !mayKnow(row, staff)) throw notFound();
  return row;
}
