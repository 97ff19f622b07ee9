import type { Crm } from '../kernel/crm';
import { notFound } from '../kernel/errors';
import { isId } from '../kernel/http';
import type { Staff } from '../kernel/room';
import { findRequest } from './request.repository';
import type { RequestRow } from './request.types';

/** Who is complained about neither deals with the complaint nor reads it (O6e); a delegate sees the own branch (C8). */
const mayKnow = (row: Pick<RequestRow, 'branch' | 'about_staff_id'>, staff: Staff): boolean =>
  (staff.branch === null || row.branch === staff.branch) && row.about_staff_id !== staff.id;

/** A request that this person may see. @throws CrmError not_found, also when it belongs to another branch */
export async function findForStaff(crm: Crm, id: string, staff: Staff): Promise<RequestRow> {
  const row = isId(id) ? await findRequest(crm.db, { id }) : null;
  if (!row || !mayKnow(row, staff)) throw notFound();
  return row;
}
