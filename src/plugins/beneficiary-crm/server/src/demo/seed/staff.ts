import type { Role, Seat } from '../../../../contracts/vocabulary';
import { committeeUid } from '../../committee/content-types';
import type { Crm } from '../../kernel/crm';
import { roleCode } from '../../kernel/roles';
import { assignBranch } from '../../kernel/staff';
import { committees } from '../content/committee';
import type { DemoCommittee } from '../content/committee';
import { staff } from '../content/staff';
import type { DemoStaff } from '../content/staff';
import { keepPasswords, newPassword, readPasswords } from './accounts';
import { documentsOf } from './publish';

type Seeding = Pick<Crm, 'strapi' | 'db' | 'settings'>;

/** Who can sign in to the demo; the one place where passwords are readable. */
export interface DemoAccount {
  role: Role | 'administrator';
  seat?: Seat;
  name: string;
  email: string;
  password: string;
}

interface AdminUser {
  id: number;
}
interface UserService {
  findOneByEmail(email: string): Promise<AdminUser | null>;
  create(user: object): Promise<AdminUser>;
  updateById(id: number, user: object): Promise<AdminUser>;
}
interface RoleService {
  findOne(where: { code: string }): Promise<{ id: number } | null>;
}

/**
 * Accounts for every role, with strong passwords of their own. An account that exists keeps its
 * password as long as the file of passwords knows it; else it is given a new one.
 */
export async function seedStaff(crm: Seeding): Promise<DemoAccount[]> {
  const known = await readPasswords(crm.settings.dataDir);
  const passwords = Object.fromEntries(
    staff.map(({ email }) => [email, known[email] ?? newPassword()]),
  );
  // Before the accounts: whatever happens next, nobody is locked out.
  await keepPasswords(crm.settings.dataDir, { ...known, ...passwords });

  const ids = new Map<string, number>();
  for (const member of staff) {
    const password = passwords[member.email] ?? '';
    const id = await ensureAccount(crm, member, password, !known[member.email]);
    ids.set(member.email, id);
    if (member.branch) await assignBranch(crm, id, member.branch);
  }
  for (const committee of committees) await seedCommittee(crm, ids, committee);
  return staff.map(({ role, seat, firstname, lastname, email }) => ({
    role,
    ...(seat ? { seat } : {}),
    name: `${firstname} ${lastname}`,
    email,
    password: passwords[email] ?? '',
  }));
}

async function ensureAccount(
  { strapi }: Seeding,
  { role, firstname, lastname, email }: DemoStaff,
  password: string,
  isNew: boolean,
): Promise<number> {
  const users = strapi.service('admin::user') as unknown as UserService;
  const existing = await users.findOneByEmail(email);
  if (existing) {
    if (isNew) await users.updateById(existing.id, { password });
    return existing.id;
  }
  const roles = strapi.service('admin::role') as unknown as RoleService;
  const code = role === 'administrator' ? 'strapi-super-admin' : roleCode(role);
  const held = await roles.findOne({ code });
  if (!held) throw new Error(`there is no role ${code}`);
  const { id } = await users.create({
    firstname,
    lastname,
    email,
    password,
    isActive: true,
    registrationToken: null,
    roles: [held.id],
    preferedLanguage: 'ar',
  });
  return id;
}

/** A committee, with its seats taken by these accounts. */
async function seedCommittee(
  crm: Seeding,
  ids: ReadonlyMap<string, number>,
  { slug, purpose, name, preset, seats }: DemoCommittee,
): Promise<void> {
  const documents = documentsOf(crm, committeeUid);
  if (await documents.findFirst({ filters: { slug } })) return;
  await documents.create({
    data: {
      slug,
      name: name.ar,
      nameInEnglish: name.en,
      purpose,
      preset,
      active: true,
      seats: seats.map(({ seat, email }) => ({ seat, member: ids.get(email) })),
    },
  });
}
