import type { Staff } from '../kernel/room';
import { sql } from './sql.text';
import type { Sql } from './sql.text';

/**
 * A person's team: whoever shares a role with the person; for a delegate, whoever works in the own branch.
 * The person is in it.
 */
export const teamOf = ({ id, branch }: Pick<Staff, 'id' | 'branch'>): Sql =>
  branch === null
    ? sql(
        `select theirs.user_id from admin_users_roles_lnk mine
           join admin_users_roles_lnk theirs on theirs.role_id = mine.role_id where mine.user_id = ?`,
        id,
      )
    : sql('select admin_user_id from crm_staff where branch = ?', branch);

/** Whoever has an open request in hand: one step of the index for each, however many they have. */
export const holders = `
  with recursive holders as (
    (select assignee_id as id from crm_requests where ended_at is null and assignee_id is not null
       order by assignee_id limit 1)
    union all
    select (select r.assignee_id from crm_requests r where r.ended_at is null and r.assignee_id > h.id
       order by r.assignee_id limit 1) from holders h where h.id is not null
  ) select id from holders where id is not null`;

/** Those of them who can no longer sign in, or whose account is gone. */
export const goneHolders = `
  select held.id from (${holders}) as held
  where not exists (select from admin_users u where u.id = held.id and u.is_active and u.blocked is not true)`;
