import type { Knex } from 'knex';
import type { Crm } from '../kernel/crm';
import type { RequestFacts } from '../policy/guards.policy';
import type { RequestRow } from '../requests';
import { panelSeats } from './committee.service';
import { decidersBefore } from './first-decision';
import { panelFault, panelFor } from './panel.rules';

/** Whether a panel can hear this appeal now. Asked only where one would be referred to it. */
export async function panelFacts(
  crm: Crm,
  db: Knex,
  { id, kind, status }: RequestRow,
): Promise<Partial<RequestFacts>> {
  if (kind !== 'appeal' || (status !== 'submitted' && status !== 'deferred')) return {};
  // A fault of its seats hinders the referral, and nobody from reading or following the appeal.
  const seats = await panelSeats(crm);
  if (!seats) return { panel: 'missing' };
  const fault = panelFault(panelFor(seats, await decidersBefore(db, id)));
  return { panel: fault ?? 'sits' };
}
