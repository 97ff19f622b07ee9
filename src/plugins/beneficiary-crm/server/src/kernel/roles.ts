import type { Core } from '@strapi/strapi';
import { locales, roles } from '../../../contracts/vocabulary';
import type { Role } from '../../../contracts/vocabulary';
import { editorialActions, editorialTypes, mediaLibraryActions } from '../policy/editorial.policy';
import { permissionUid, rolePolicies } from '../policy/roles.policy';
import { ensureLocales } from './locales';
import { inTransaction } from './transaction';
import { createTexts } from './texts';

interface RolePermission {
  action: string;
  subject?: string | null;
  properties?: Record<string, unknown>;
}
interface RoleService {
  findOne(where: { code: string }): Promise<{ id: number } | null>;
  exists(): Promise<boolean>;
  create(role: { name: string; code: string; description: string }): Promise<{ id: number }>;
  assignPermissions(roleId: number, permissions: RolePermission[]): Promise<unknown>;
  addPermissions(roleId: number, permissions: RolePermission[]): Promise<unknown>;
}
interface ContentTypeAction {
  actionId: string;
  section: string;
  subjects: string[];
}

/** The `code` of an admin role. */
export const roleCode = (role: Role): string => `crm-${role}`;

const superAdmin = {
  name: 'Super Admin',
  code: 'strapi-super-admin',
  description: 'Super Admins can access and manage all features and settings.',
} as const;
const onlyOneInstance = 7_204_110_022;

/** What was given to each role once: the administrator may have taken it back, and it stays so. */
type Given = Partial<Record<Role, readonly string[]>>;

/**
 * Creates the roles of the policy on first boot. What was given once is remembered and never given again: from
 * then on the association's administrator owns the role, and may delete it. A permission that is new in a
 * later version goes once to the roles whose work needs it.
 */
export async function ensureRoles(strapi: Core.Strapi): Promise<void> {
  await inTransaction(strapi, async (trx) => {
    await trx.raw('select pg_advisory_xact_lock(?)', [onlyOneInstance]);
    const roleService = strapi.service('admin::role') as unknown as RoleService;
    // Strapi makes its own roles after us, and only where none exist. Its administrator we make in
    // its stead; its "Editor" and "Author" could edit everything, the committee included.
    if (!(await roleService.exists())) await roleService.create(superAdmin);
    await ensureLocales(strapi);

    const store = strapi.store({
      type: 'plugin',
      name: 'beneficiary-crm',
      key: 'role-permissions',
    });
    const given = ((await store.get({})) as Given | null) ?? {};
    const texts = createTexts();
    for (const role of roles) {
      const before = given[role];
      const found = await roleService.findOne({ code: roleCode(role) });
      if (before === undefined) {
        const { id } =
          found ??
          (await roleService.create({
            name: texts.say('ar', `role.${role}`),
            code: roleCode(role),
            description: texts.say('en', `role.${role}`),
          }));
        await roleService.assignPermissions(id, permissionsOf(strapi, role));
      } else if (found) {
        const fresh = rolePolicies[role].permissions.filter((one) => !before.includes(one));
        if (fresh.length > 0) {
          await roleService.addPermissions(
            found.id,
            fresh.map((permission) => ({
              action: permissionUid(permission),
              subject: null,
              properties: {},
              conditions: [],
            })),
          );
        }
      }
    }
    await store.set({
      value: Object.fromEntries(
        roles.map((role) => [
          role,
          [...new Set([...(given[role] ?? []), ...rolePolicies[role].permissions])],
        ]),
      ),
    });
  });
}

function permissionsOf(strapi: Core.Strapi, role: Role): RolePermission[] {
  const policy = rolePolicies[role];
  return [
    ...policy.permissions.map((permission) => ({ action: permissionUid(permission) })),
    ...(policy.editsContent ? editorialPermissions(strapi) : []),
  ];
}

/** Every field, in every language, of what editors write; and the Media Library. */
function editorialPermissions(strapi: Core.Strapi): RolePermission[] {
  const { actionProvider } = strapi.service('admin::permission') as unknown as {
    actionProvider: { values(): ContentTypeAction[] };
  };
  const contentTypes = strapi.service('admin::content-type') as unknown as {
    getPermissionsWithNestedFields(actions: ContentTypeAction[]): RolePermission[];
  };
  const edited: readonly string[] = editorialTypes;
  const actions = actionProvider
    .values()
    .filter(({ actionId }) => editorialActions.includes(actionId))
    .map((action) => ({
      ...action,
      subjects: action.subjects.filter((subject) => edited.includes(subject)),
    }));
  return [
    ...contentTypes.getPermissionsWithNestedFields(actions).map((permission) => ({
      ...permission,
      properties: { ...permission.properties, locales: [...locales] },
    })),
    ...mediaLibraryActions.map((action) => ({ action })),
  ];
}
