import type { Knex } from 'knex';
import type { Crm } from '../kernel/crm';
import { notFound } from '../kernel/errors';
import { notHidden } from '../kernel/hidden';
import { isId } from '../kernel/http';
import type { Staff } from '../kernel/room';
import type { RequestRow } from './request.types';

/** What is hidden from a person is not there; a delegate sees the own branch (C8). @param of the table's name in the query */
export const knownTo =
  ({ id, branch }: Pick<Staff, 'id' | 'branch'>, of = 'crm_requests') =>
  (query: Knex.QueryBuilder): void => {
    void query.modify(notHidden(id, `${of}.id`));
    if (branch !== null) void query.where(`${of}.branch`, branch);
  };

/**
 * A request that this person may see. What is hidden costs the same one query as what does not exist.
 * @throws CrmError not_found, also when it belongs to another branch
 */
export async function findForStaff(
  { db }: Pick<Crm, 'db'>,
  id: string,
  staff: Pick<Staff, 'id' | 'branch'>,
): Promise<RequestRow> {
  const row: RequestRow | undefined = isId(id)
    ? await db('crm_requests').where({ id }).modify(knownTo(staff)).first()
    : undefined;
  if (!row) throw notFound();
  return row;
}
