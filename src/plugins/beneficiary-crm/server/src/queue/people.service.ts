import type { Knex } from 'knex';
import type { Colleagues } from '../../../contracts/queue';
import { roles } from '../../../contracts/vocabulary';
import type { Role } from '../../../contracts/vocabulary';
import { riyadhDate } from '../kernel/calendar.rules';
import type { Crm } from '../kernel/crm';
import { hiddenFrom } from '../kernel/hidden';
import { roleCode } from '../kernel/roles';
import type { Staff } from '../kernel/room';
import { permissions, permissionUid } from '../policy/roles.policy';
import { workOn } from './assign.rules';
import type { Worker } from './assign.rules';
import { holders, teamOf } from './people.sql';

interface PersonRow {
  id: number;
  name: string;
  active: boolean;
  role_codes: string[];
  actions: string[];
  branch: string | null;
  away_until: string | null;
  deputy_id: number | null;
}

const permissionOf = new Map(permissions.map((one) => [permissionUid(one), one]));
const roleOf = new Map(roles.map((one) => [roleCode(one), one]));

/**
 * Everybody who may read requests by a role, and whoever has an open one in hand all the same: an account that was
 * blocked, or the administrator of the system, who is nobody's colleague and may still have begun one.
 */
export async function readWorkers(db: Knex, now: Date): Promise<Worker[]> {
  const { rows } = (await db.raw(
    `with held as (
       select ur.user_id, array_agg(distinct role.code::text) as role_codes, array_agg(distinct p.action::text) as actions
       from admin_users_roles_lnk ur
       join admin_roles role on role.id = ur.role_id
       left join admin_permissions_role_lnk pr on pr.role_id = role.id
       left join admin_permissions p on p.id = pr.permission_id and p.action like 'plugin::beneficiary-crm.%'
       group by ur.user_id
     )
     select ids.id, concat_ws(' ', nullif(u.firstname, ''), nullif(u.lastname, '')) as name,
       coalesce(u.is_active and u.blocked is not true, false) as active,
       coalesce(held.role_codes, '{}') as role_codes, coalesce(array_remove(held.actions, null), '{}') as actions,
       s.branch, away.to_day::text as away_until, away.deputy_id
     from (select user_id as id from held where ? = any(actions) and not 'strapi-super-admin' = any(role_codes)
           union (${holders})) as ids
     left join admin_users u on u.id = ids.id
     left join held on held.user_id = ids.id
     left join crm_staff s on s.admin_user_id = ids.id
     left join lateral (select to_day, deputy_id from crm_absences a
       where a.person_id = ids.id and a.ended_at is null and ?::date between from_day and to_day
       order by to_day desc limit 1) as away on true
     order by name, ids.id`,
    [permissionUid('requests.read'), riyadhDate(now)],
  )) as { rows: PersonRow[] };
  return rows.map((row) => {
    const held = new Set(row.actions.flatMap((action) => permissionOf.get(action) ?? []));
    return {
      id: row.id,
      name: row.name,
      active: row.active,
      permissions: held,
      roles: row.role_codes.flatMap((code) => roleOf.get(code) ?? []),
      branch: held.has('requests.all-branches') ? null : (row.branch ?? ''),
      away: row.away_until !== null,
      awayUntil: row.away_until,
      deputy: row.deputy_id,
    };
  });
}

/**
 * How many open requests each of these has in hand.
 * @param reader who is told, and counts nothing that is hidden; left out where work is shared out
 */
export async function loadsOf(
  db: Knex,
  people: readonly number[],
  reader?: Pick<Staff, 'id'>,
): Promise<Map<number, number>> {
  const known = reader ? `and id <> all(array(${hiddenFrom()}))` : '';
  const { rows } = (await db.raw(
    `select person, (select count(*) from crm_requests
       where ended_at is null and assignee_id = person ${known})::int as open
     from unnest(?::int[]) as person`,
    [...(reader ? [reader.id] : []), [...people]],
  )) as { rows: { person: number; open: number }[] };
  return new Map(rows.map(({ person, open }) => [person, open]));
}

const everyWork = new Set(
  (['assistance', 'inquiry', 'volunteering', 'appeal'] as const).flatMap((kind) =>
    workOn({ kind, status: 'draft' }),
  ),
);
/** Whether any request at all can be in this person's hands. */
const works = (one: Worker): boolean =>
  one.active && [...everyWork].some((permission) => one.permissions.has(permission));

/** GET /queue/colleagues. A delegate sees whoever works in the own branch. */
export async function readColleagues(crm: Crm, staff: Staff): Promise<Colleagues> {
  const team = teamOf(staff);
  const { rows } = (await crm.db.raw(team.text, team.values)) as { rows: object[] };
  const mates = new Set(rows.flatMap((row) => Object.values(row) as number[]));
  const all = (await readWorkers(crm.db, crm.now())).filter(
    (one) => staff.branch === null || one.branch === staff.branch,
  );
  const loads = await loadsOf(
    crm.db,
    all.map(({ id }) => id),
    staff,
  );
  const teams = new Set<Role>(all.filter(works).flatMap((one) => one.roles));
  return {
    people: all
      .map((one) => ({
        id: one.id,
        name: one.name,
        me: one.id === staff.id,
        state: !works(one)
          ? ('gone' as const)
          : one.away
            ? ('away' as const)
            : ('present' as const),
        awayUntil: one.awayUntil,
        open: loads.get(one.id) ?? 0,
        roles: [...one.roles],
        branch: one.branch,
        team: mates.has(one.id),
      }))
      .filter(({ state, open }) => state !== 'gone' || open > 0),
    teams: roles.filter((role) => teams.has(role)),
    mayAssign: staff.permissions.has('requests.assign'),
  };
}
