import type { Knex } from 'knex';

/**
 * Everybody who had a part in what was decided on the request that an appeal is about: who sat on the roster of any
 * of its items (who stayed away or declared a conflict too: a conflict does not end with an appeal), and who decided
 * or presided. The answer to the appeal itself is none of these decisions.
 */
const deciders = (appeal: string): string => `
  select (seat ->> 'memberId')::int as member
    from crm_requests a
    join crm_agenda_items f on f.request_id = a.parent_id
    cross join jsonb_array_elements(f.roster::jsonb) seat
   where a.id = ${appeal} and a.kind = 'appeal' and f.roster is not null
  union
  select d.decided_by
    from crm_requests a
    join crm_decisions d on d.request_id = a.parent_id
   where a.id = ${appeal} and a.kind = 'appeal' and d.appeal_id is null and d.decided_by is not null`;

/** Who decided first; nobody for what is no appeal. */
export async function decidersBefore(db: Knex, requestId: string): Promise<Set<number>> {
  const found: { rows: { member: number }[] } = await db.raw(deciders('?'), [requestId, requestId]);
  return new Set(found.rows.map(({ member }) => member));
}
