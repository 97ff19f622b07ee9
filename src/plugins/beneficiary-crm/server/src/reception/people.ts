import type { Knex } from 'knex';
import { invalid } from '../kernel/errors';
import type { FieldIssue } from '../kernel/errors';
import { notHidden } from '../kernel/hidden';
import type { Staff } from '../kernel/room';
import { parseMobile } from '../registry/identity.rules';

/** Who stands at the desk or calls: a person with a file, or a stranger of whom little is known. */

export interface KnownPerson {
  /** the file that speaks for the person */
  id: string;
  name: string;
}

/**
 * The file behind an id that the officer chose.
 * @throws CrmError 422 at `path`, also when it belongs to another branch: it is not told apart from what is not
 */
export async function personAtDesk(
  db: Knex,
  id: string,
  staff: Pick<Staff, 'branch'>,
  path: string,
): Promise<KnownPerson> {
  const row = await db('crm_beneficiaries as own')
    .join('crm_beneficiaries as root', 'root.id', 'own.root_id')
    .where('own.id', id)
    .modify((query) => staff.branch !== null && query.where('root.branch', staff.branch))
    .first<KnownPerson | undefined>('root.id', 'root.name');
  if (!row) throw invalid([{ path, code: 'not_found' }]);
  return row;
}

/** A request that the officer named; its applicant's file, if there is one. @throws CrmError 422 as above */
export async function requestAtDesk(
  db: Knex,
  id: string,
  staff: Pick<Staff, 'id' | 'branch'>,
): Promise<{ id: string; personId: string | null }> {
  const row = await db('crm_requests as r')
    .leftJoin('crm_beneficiaries as own', 'own.id', 'r.beneficiary_id')
    .where('r.id', id)
    .modify(notHidden(staff.id, 'r.id'))
    .modify((query) => staff.branch !== null && query.where('r.branch', staff.branch))
    .first<{ id: string; person: string | null } | undefined>('r.id', 'own.root_id as person');
  if (!row) throw invalid([{ path: 'request', code: 'not_found' }]);
  return { id: row.id, personId: row.person };
}

/** A mobile number in its one form; nobody is turned away for having none. @throws CrmError 422 */
export function mobileAtDesk(typed: string | undefined): string | null {
  if (typed === undefined) return null;
  const mobile = parseMobile(typed);
  if (!mobile.ok) throw invalid([{ path: 'phone', code: 'phone' } satisfies FieldIssue]);
  return mobile.value;
}

/** Narrows rows with a `branch` to what a delegate may see (C8). */
export const ofBranch =
  (staff: Pick<Staff, 'branch'>, column = 'branch') =>
  (query: Knex.QueryBuilder): void => {
    if (staff.branch !== null) void query.where(column, staff.branch);
  };
