import type { Crm } from '../kernel/crm';
import { notFound } from '../kernel/errors';
import { isId } from '../kernel/http';
import type { Staff } from '../kernel/room';
import { findRequest } from './request.repository';
import type { RequestRow } from './request.types';

/** A request that this person may see. @throws CrmError not_found, also when it belongs to another branch */
export async function findForStaff(crm: Crm, id: string, staff: Staff): Promise<RequestRow> {
  const row = isId(id) ? await findRequest(crm.db, { id }) : null;
  if (!row || (staff.branch !== null && row.branch !== staff.branch)) throw notFound();
  return row;
}
