import type { Knex } from 'knex';
import type { FileStatus, Locale } from '../../../contracts/vocabulary';
import { filesOfPerson } from './registry.service';

/** By what the product itself can write to a person. */
export interface Reach {
  /** the file that speaks */
  id: string;
  name: string;
  status: FileStatus;
  locale: Locale;
  email: string | null;
  /** a mobile, E.164 */
  phone: string | null;
}

const contactsOf = (db: Knex, ids: readonly string[]) =>
  db('crm_contact_points')
    .whereIn('beneficiary_id', [...ids])
    .whereIn('kind', ['mobile', 'email'])
    .orderBy([{ column: 'preferred', order: 'desc' }, { column: 'created_at' }])
    .select<{ kind: 'mobile' | 'email'; value: string }[]>('kind', 'value');

/**
 * How a person is reached: by their own phone or address, else by those of the head of the household, as a child
 * is. The language is the one of their last request. Null when there is no such file.
 */
export async function reachOf(db: Knex, fileId: string): Promise<Reach | null> {
  const ids = await filesOfPerson(db, fileId);
  const [root] = ids;
  if (!root) return null;
  const [file, spoken, own, head] = await Promise.all([
    db('crm_beneficiaries')
      .where({ id: root })
      .first<{ name: string; status: FileStatus } | undefined>('name', 'status'),
    db('crm_requests')
      .whereIn('beneficiary_id', ids)
      .orderBy('submitted_at', 'desc')
      .first<{ locale: Locale } | undefined>('locale'),
    contactsOf(db, ids),
    db('crm_household_members as m')
      .join('crm_households as h', 'h.id', 'm.household_id')
      .whereIn('m.beneficiary_id', ids)
      .whereNull('m.until')
      .first<{ head_id: string | null } | undefined>('h.head_id'),
  ]);
  if (!file) return null;
  const byHead = own.length === 0 && head?.head_id ? await filesOfPerson(db, head.head_id) : [];
  const contacts = byHead.length > 0 ? await contactsOf(db, byHead) : own;
  const first = (kind: 'mobile' | 'email') =>
    contacts.find((contact) => contact.kind === kind)?.value ?? null;
  return {
    id: root,
    name: file.name,
    status: file.status,
    locale: spoken?.locale ?? 'ar',
    email: first('email'),
    phone: first('mobile'),
  };
}
