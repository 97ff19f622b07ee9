import type { Knex } from 'knex';
import { notDecidedBefore } from './first-decision';

/**
 * Leaves out the requests of which a person may know nothing before a committee: those on which they declared a
 * conflict, in whichever session, and the appeals against what they decided first.
 * @param request the column that holds the request's id
 */
export const notHiddenFrom =
  (memberId: number, request: `${string}.${string}`) =>
  (query: Knex.QueryBuilder): void =>
    void query.modify(notDecidedBefore(memberId, request)).whereRaw(
      `not exists (select 1 from crm_recusals hc join crm_agenda_items hi on hi.id = hc.item_id
          where hi.request_id = ${request} and hc.member_id = ?)`,
      [memberId],
    );
