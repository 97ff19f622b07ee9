import type { Knex } from 'knex';
import type { Staff } from '../kernel/room';
import { staffHolding } from '../kernel/staff';

type Owned = { owner_id: number | null };

/** Who reads the figures sees what is done about them; anyone else only what was given to them. */
export const readsAll = (staff: Pick<Staff, 'permissions'>): boolean =>
  staff.permissions.has('satisfaction.read') || staff.permissions.has('improvements.keep');

export const maySee = (staff: Pick<Staff, 'id' | 'permissions'>, { owner_id }: Owned): boolean =>
  readsAll(staff) || owner_id === staff.id;

export const roleOf = (staff: Pick<Staff, 'id' | 'permissions'>, { owner_id }: Owned) => ({
  keeper: staff.permissions.has('improvements.keep'),
  owner: owner_id === staff.id,
});

/** Who may own an action: whoever works with requests, and whoever reads the figures. By name. */
export async function possibleOwners(crm: { db: Knex }): Promise<{ id: number; name: string }[]> {
  const [cases, figures] = [
    await staffHolding(crm, 'requests.read'),
    await staffHolding(crm, 'satisfaction.read'),
  ];
  const all = new Map([...cases, ...figures].map(({ id, name }) => [id, { id, name }]));
  return [...all.values()].sort((a, b) => a.name.localeCompare(b.name, 'ar'));
}

export const mayOwn = async (crm: { db: Knex }, id: number): Promise<boolean> =>
  (await possibleOwners(crm)).some((one) => one.id === id);
