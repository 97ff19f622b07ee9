import type { Crm } from '../kernel/crm';
import { riyadhDate } from '../kernel/calendar.rules';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { lastAnnouncedDay } from './validity.rules';

/** Many in one transaction, so that the chain's head is locked seldom; few enough to hold nobody up. */
const batch = 200;

interface Due {
  id: string;
  root_id: string;
}

/** Marks a batch of rows in one statement, and tells which: of two that run at once each row goes to one. */
async function mark(
  { trx }: UnitOfWork,
  table: 'crm_identities' | 'crm_person_documents',
  set: string,
  due: { where: string; values: readonly string[] },
): Promise<Due[]> {
  const { rows } = (await trx.raw(
    `with due as (
      select held.id, own.root_id from ${table} held
        join crm_beneficiaries own on own.id = held.beneficiary_id
        join crm_beneficiaries root on root.id = own.root_id
      where ${due.where}
      limit ${batch}
      for update of held skip locked
    )
    update ${table} set ${set} from due where ${table}.id = due.id
    returning ${table}.id, due.root_id`,
    [...due.values],
  )) as { rows: Due[] };
  return rows;
}

async function inBatches(crm: Crm, work: (unit: UnitOfWork) => Promise<number>): Promise<number> {
  let done = 0;
  for (;;) {
    const some = await crm.transaction(work);
    done += some;
    if (some < batch) return done;
  }
}

/** Nobody is asked to renew the papers of who has died or left. */
const living = `root.status in ('active', 'paused')`;

/** What expires soon is announced once for each date, to the person by a message and to the officer in a list. */
const announceOf = (
  table: 'crm_identities' | 'crm_person_documents',
  column: 'expires_on' | 'valid_until',
  kept: string,
  name: 'identity' | 'document',
) => {
  return (crm: Crm, today: string, last: string) =>
    inBatches(crm, async (unit) => {
      const rows = await mark(unit, table, `announced_for = ${column}`, {
        where: `${kept} and ${living} and held.${column} between ? and ?
          and held.announced_for is distinct from held.${column}`,
        values: [today, last],
      });
      for (const { id, root_id } of rows) {
        unit.record({
          type: 'file.expiry_announced',
          actor: { kind: 'system' },
          subject: { kind: 'beneficiary', id: root_id },
          data: { [name]: id },
        });
      }
      return rows.length;
    });
};
const announceIdentities = announceOf(
  'crm_identities',
  'expires_on',
  `held.state = 'valid'`,
  'identity',
);
const announceDocuments = announceOf(
  'crm_person_documents',
  'valid_until',
  'held.removed_at is null',
  'document',
);

/** An identity whose date has passed is no longer valid, whoever's it is. */
const expireIdentities = (crm: Crm, today: string) =>
  inBatches(crm, async (unit) => {
    const rows = await mark(unit, 'crm_identities', `state = 'expired'`, {
      where: `held.state = 'valid' and held.expires_on < ?`,
      values: [today],
    });
    for (const { id, root_id } of rows) {
      unit.record({
        type: 'file.identity_expired',
        actor: { kind: 'system' },
        subject: { kind: 'beneficiary', id: root_id },
        data: { identity: id },
      });
    }
    return rows.length;
  });

/** Job `announce_expiries`, daily: each thing once, however often and wherever it runs. */
export async function announceExpiries(crm: Crm): Promise<void> {
  const today = riyadhDate(crm.now());
  const last = lastAnnouncedDay(today, crm.settings.clocks.expiryNoticeDays);
  await expireIdentities(crm, today);
  await announceIdentities(crm, today, last);
  await announceDocuments(crm, today, last);
}
