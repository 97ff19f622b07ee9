import type { Knex } from 'knex';
import { notHidden } from '../kernel/hidden';

/**
 * Leaves out the items of which a person may know nothing before a committee.
 * @param request the column that holds the request's id
 */
export const notHiddenFrom = (
  memberId: number,
  request: `${string}.${string}`,
): ((query: Knex.QueryBuilder) => void) => notHidden(memberId, request, 'items');
