import { randomUUID } from 'node:crypto';
import type { ContactDoneBody, ContactWish, ContactWishBody } from '../../../contracts/contact';
import type { Crm } from '../kernel/crm';
import { notFound } from '../kernel/errors';
import { isId } from '../kernel/http';
import type { Migration } from '../kernel/migrate';
import type { Staff } from '../kernel/room';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { keepInteraction } from './interactions.service';
import { mobileAtDesk } from './people';

/**
 * People who evaluated a service and wish to be contacted. What they say of themselves is all that is known: no
 * token comes with it, so a wish leads to no invitation and to no answer. It is kept until somebody has rung.
 */

const table = 'crm_contact_wishes';

export const wishesMigration: Migration = {
  name: '0171-contact-wishes',
  async up(trx) {
    await trx.raw(`
      create table ${table} (
        id uuid primary key,
        sealed text not null,
        wished_at timestamptz not null
      );
      create index crm_contact_wishes_age on ${table} (wished_at);
    `);
  },
};

interface StoredWish {
  id: string;
  /** name, phone and message, together */
  sealed: string;
  wished_at: Date;
}
type Said = Pick<ContactWish, 'name' | 'phone' | 'message'>;

const place = (id: string) => ({ table, field: 'sealed', id });
const said = ({ vault }: Pick<Crm, 'vault'>, { id, sealed }: StoredWish): Said =>
  JSON.parse(vault.open(place(id), sealed)) as Said;

/** POST /evaluations/contact. @throws CrmError 422 for a number that cannot be rung */
export async function wishContact(unit: UnitOfWork, body: ContactWishBody): Promise<void> {
  const id = randomUUID();
  const { name = null, message } = body;
  const wish: Said = { name, phone: mobileAtDesk(body.phone) ?? '', message };
  await unit.trx(table).insert({
    id,
    sealed: unit.crm.vault.seal(place(id), JSON.stringify(wish)),
    wished_at: unit.now,
  });
  unit.record({
    type: 'contact.wished',
    actor: { kind: 'applicant' },
    subject: { kind: 'contact_wish', id },
  });
}

/** GET /contact-wishes, the oldest first, 100 at most. Whose branch it is nobody knows: none are a delegate's. */
export async function listWishes(
  crm: Pick<Crm, 'db' | 'vault'>,
  { branch }: Pick<Staff, 'branch'>,
): Promise<ContactWish[]> {
  if (branch !== null) return [];
  const rows: StoredWish[] = await crm.db(table).orderBy(['wished_at', 'id']).limit(100);
  return rows.map((row) => ({
    id: row.id,
    ...said(crm, row),
    wishedAt: row.wished_at.toISOString(),
  }));
}

/** POST /contact-wishes/:id/done: what was said is kept, the wish is destroyed. @throws CrmError 404 */
export async function contactMade(
  unit: UnitOfWork,
  id: string,
  { channel, note }: ContactDoneBody,
  staff: Pick<Staff, 'id' | 'branch'>,
): Promise<void> {
  if (!isId(id) || staff.branch !== null) throw notFound();
  const row: StoredWish | undefined = await unit.trx(table).where({ id }).forUpdate().first();
  if (!row) throw notFound();
  const { name, phone } = said(unit.crm, row);
  await keepInteraction(unit, {
    personId: null,
    requestId: null,
    visitId: null,
    name,
    phone,
    channel,
    direction: 'outgoing',
    reason: 'follow_up',
    summary: note,
    faq: null,
    branch: null,
    staffId: staff.id,
  });
  await unit.trx(table).where({ id }).delete();
  unit.record({
    type: 'contact.made',
    actor: { kind: 'staff', id: staff.id },
    subject: { kind: 'contact_wish', id },
  });
}
