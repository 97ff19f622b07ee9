import type { Context } from 'koa';
import { permissions, permissionUid } from '../policy/roles.policy';
import type { Permission } from '../policy/roles.policy';
import type { Crm } from './crm';
import { CrmError } from './errors';
import type { Migration } from './migrate';
import type { Staff } from './room';

/** What we keep of a member of staff beside Strapi's own account. */
export const staffMigration: Migration = {
  name: '0002-staff',
  async up(trx) {
    await trx.raw(`
      create table crm_staff (
        admin_user_id integer primary key references admin_users (id) on delete cascade,
        branch text not null
      )`);
  },
};

/** No branch has this name: who has none of their own, and not all of them, sees none. */
const noBranch = '';

interface SignedIn {
  user?: { id: number; firstname?: string | null; lastname?: string | null };
  userAbility?: { can(action: string): boolean };
}

const fullName = (user: { firstname?: string | null; lastname?: string | null }): string =>
  [user.firstname, user.lastname].filter(Boolean).join(' ');

/**
 * Who is signed in to the admin panel, and what that person may do.
 * @throws CrmError 401 when nobody is
 */
export async function staffFromContext(crm: Pick<Crm, 'db'>, ctx: Context): Promise<Staff> {
  const { user, userAbility } = ctx.state as SignedIn;
  if (!user || !userAbility) throw new CrmError('unauthorized', 'error.not_permitted');
  const held = new Set<Permission>(
    permissions.filter((permission) => userAbility.can(permissionUid(permission))),
  );
  return {
    id: user.id,
    name: fullName(user),
    permissions: held,
    branch: held.has('requests.all-branches') ? null : await branchOf(crm, user.id),
  };
}

async function branchOf({ db }: Pick<Crm, 'db'>, adminUserId: number): Promise<string> {
  const row = await db<{ admin_user_id: number; branch: string }>('crm_staff')
    .where('admin_user_id', adminUserId)
    .first('branch');
  return row?.branch ?? noBranch;
}

/** Gives a delegate a branch (by slug), or takes it away. */
export async function assignBranch(
  { db }: Pick<Crm, 'db'>,
  adminUserId: number,
  branch: string | null,
): Promise<void> {
  const table = db('crm_staff');
  if (branch === null) await table.where('admin_user_id', adminUserId).delete();
  else
    await table
      .insert({ admin_user_id: adminUserId, branch })
      .onConflict('admin_user_id')
      .merge(['branch']);
}

export interface StaffMember {
  id: number;
  name: string;
  /** the branch of a delegate; null: all branches */
  branch: string | null;
}

/**
 * Everybody whose role gives a permission of the plugin, by name. Not the administrator of the system, who holds
 * every permission and is nobody's colleague at the desk.
 */
export async function staffHolding(
  { db }: Pick<Crm, 'db'>,
  permission: Permission,
): Promise<StaffMember[]> {
  const holds = (uid: string) =>
    db('admin_users_roles_lnk as ur')
      .join('admin_permissions_role_lnk as pr', 'pr.role_id', 'ur.role_id')
      .join('admin_permissions as p', 'p.id', 'pr.permission_id')
      .join('admin_roles as role', 'role.id', 'ur.role_id')
      .where('p.action', uid)
      .whereNot('role.code', 'strapi-super-admin')
      .select('ur.user_id');
  const rows = await db('admin_users as u')
    .leftJoin('crm_staff as s', 's.admin_user_id', 'u.id')
    .whereIn('u.id', holds(permissionUid(permission)))
    .where('u.is_active', true)
    .whereNot('u.blocked', true)
    .orderBy(['u.firstname', 'u.lastname', 'u.id'])
    .select<
      {
        id: number;
        firstname: string | null;
        lastname: string | null;
        branch: string | null;
        all_branches: boolean;
      }[]
    >(
      'u.id',
      'u.firstname',
      'u.lastname',
      's.branch',
      db.raw('u.id in (?) as all_branches', [holds(permissionUid('requests.all-branches'))]),
    );
  return rows.map((row) => ({
    id: row.id,
    name: fullName(row),
    branch: row.all_branches ? null : (row.branch ?? noBranch),
  }));
}

/** Names of staff by account id; an account that is gone is missing. */
export async function staffNames(
  { db }: Pick<Crm, 'db'>,
  ids: Iterable<number>,
): Promise<Map<number, string>> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return new Map();
  const rows = await db<{ id: number; firstname: string | null; lastname: string | null }>(
    'admin_users',
  )
    .whereIn('id', wanted)
    .select('id', 'firstname', 'lastname');
  return new Map(rows.map((row) => [row.id, fullName(row)]));
}
