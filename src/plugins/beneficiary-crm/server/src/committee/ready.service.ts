import type { Knex } from 'knex';
import type { CommitteePurpose } from '../../../contracts/vocabulary';
import type { Crm } from '../kernel/crm';
import type { Staff } from '../kernel/room';
import { notDecidedBefore } from './first-decision';

/** What waits for a committee and stands on no agenda: appeals for the panel, everything else for the other. */
export const readyFor = (db: Knex, purpose: CommitteePurpose) =>
  db('crm_requests as r')
    .where('r.status', 'committee')
    .where('r.kind', purpose === 'appeals' ? '=' : '<>', 'appeal')
    .whereNotExists(
      db('crm_agenda_items as i')
        .whereRaw('i.request_id = r.id')
        .whereIn('i.status', ['pending', 'open', 'closed']),
    );

export async function countReady(
  crm: Crm,
  purpose: CommitteePurpose,
  staff: Staff,
): Promise<number> {
  const [row] = await readyFor(crm.db, purpose)
    .modify(notDecidedBefore(staff.id, 'r.id'))
    .count<{ n: string }[]>('* as n');
  return Number(row?.n ?? 0);
}
