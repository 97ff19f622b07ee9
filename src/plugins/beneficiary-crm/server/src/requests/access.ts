import type { Crm } from '../kernel/crm';
import { notFound } from '../kernel/errors';
import type { Staff } from '../kernel/room';
import { findRequest } from './request.repository';
import type { RequestRow } from './request.types';

/** A request that this person may see. @throws CrmError not_found, also when it belongs to another branch */
export async function findForStaff(crm: Crm, id: string, staff: Staff): Promise<RequestRow> {
  const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id);
  const row = isId ? await findRequest(crm.db, { id }) : null;
  if (!row || (staff.branch !== null && row.branch !== staff.branch)) throw notFound();
  return row;
}
