import { useAuth } from '@strapi/strapi/admin';
import type { Permission } from '../../../server/src/policy/roles.policy';
import { needs } from './permissions';

/** Whether the signed-in person holds a permission of the plugin. The server decides; this only hides. */
export function usePermission(permission: Permission): boolean {
  const wanted = needs(permission)[0]?.action;
  return useAuth('beneficiary-crm', (state) =>
    state.permissions.some(({ action }) => action === wanted),
  );
}
