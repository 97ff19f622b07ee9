import type { Knex } from 'knex';

/**
 * What may not be known to a person of the staff, whatever the role: a complaint about oneself (O6e); a matter about
 * which one declared a conflict of interest; an appeal against what one decided as a member of the committee (S5).
 * One rule for every list, count, search, page, paper and letter. The database holds it, so that all rooms ask the
 * same one, and ask it in the statement that reads: see `0160-conflicts`.
 *
 * `items` hides, from the agenda and all that belongs to it, also the appeal against what an officer decided alone:
 * at the desk that officer still brings the appeal to the panel.
 */
export type Hidden = 'requests' | 'items';

/** The ids of the requests that are hidden; one `?`: the person. */
export const hiddenFrom = (what: Hidden = 'requests'): string => `select crm_hidden_${what}(?)`;

/** Leaves out rows of requests that are hidden from a person; rows that belong to no request stay. */
export const notHidden =
  (person: number, column: string, what: Hidden = 'requests') =>
  (query: Knex.QueryBuilder): void =>
    void query.whereRaw(`(?? = any(array(${hiddenFrom(what)}))) is not true`, [column, person]);

/** Of these requests those that are hidden from a person. */
export async function hiddenAmong(
  db: Knex,
  person: number,
  requests: readonly string[],
): Promise<ReadonlySet<string>> {
  const { rows } = (await db.raw(
    'select id from crm_hidden_requests(?) as hidden (id) where id = any(?::uuid[])',
    [person, [...requests]],
  )) as { rows: { id: string }[] };
  return new Set(rows.map(({ id }) => id));
}
