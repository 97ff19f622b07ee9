import type { Knex } from 'knex';
import type { z } from 'zod';
import type { presenceBody, PresenceView } from '../../../contracts/checking';
import type { Crm } from '../kernel/crm';
import type { Staff } from '../kernel/room';
import { staffNames } from '../kernel/staff';
import { findForStaff } from '../requests';
import { othersThere, presenceSeconds } from './presence.rules';
import type { Seen } from './presence.rules';

const table = 'crm_presence';

/**
 * Notes that somebody is at a request, and says who else is. No event: it is nobody's deed.
 * @throws CrmError 404 as for reading the request
 */
export async function notePresence(
  crm: Crm,
  id: string,
  { doing }: z.output<typeof presenceBody>,
  staff: Staff,
): Promise<PresenceView> {
  const request = await findForStaff(crm, id, staff);
  const alone = { version: request.version, others: [] };
  const now = crm.now();
  const mine = { request_id: request.id, staff_id: staff.id };
  await forgetGone(crm.db, now);
  if (doing === 'left') {
    await crm.db(table).where(mine).delete();
    return alone;
  }
  await crm
    .db(table)
    .insert({ ...mine, doing, since: now, seen_at: now })
    .onConflict(['request_id', 'staff_id'])
    .merge(['doing', 'seen_at']);
  const rows = await crm
    .db(table)
    .where({ request_id: request.id })
    .select<Seen[]>('staff_id as staffId', 'doing', 'since', 'seen_at as seenAt');
  const others = othersThere(rows, staff.id, now);
  const names = await staffNames(
    crm,
    others.map(({ staffId }) => staffId),
  );
  return {
    version: request.version,
    others: others.map(({ staffId, doing: does, since }) => ({
      id: staffId,
      name: names.get(staffId) ?? '—',
      doing: does,
      since: since.toISOString(),
    })),
  };
}

/** Rows of pages that were closed without a word. Two that tidy at once do not wait for each other. */
const forgetGone = (db: Knex, now: Date) =>
  db(table)
    .whereIn(
      ['request_id', 'staff_id'],
      db(table)
        .select('request_id', 'staff_id')
        .where('seen_at', '<', new Date(now.getTime() - presenceSeconds * 1000))
        .limit(50)
        .forUpdate()
        .skipLocked(),
    )
    .delete();
