import { randomUUID } from 'node:crypto';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { DecisionRow } from './request.types';

/** Puts a decision on record, in force in place of any other of the same request, which is kept. */
export async function putDecision(
  unit: UnitOfWork,
  requestId: string,
  decision: Pick<DecisionRow, 'outcome' | 'reason' | 'decided_by'> &
    Partial<Pick<DecisionRow, 'item_id' | 'appeal_id' | 'replied_at' | 'amount' | 'conditions'>>,
): Promise<string> {
  await supersedeDecision(unit, requestId);
  const id = randomUUID();
  await unit.trx('crm_decisions').insert({
    id,
    request_id: requestId,
    ...decision,
    decided_at: unit.now,
    in_force: true,
  });
  // The reply goes out when the clock allows; if it allows now, at once.
  if (!decision.replied_at)
    unit.enqueue('send_reply', { request: requestId }, { key: `send_reply:${requestId}` });
  return id;
}

/** Takes the decision out of force; it stays on record. */
export async function supersedeDecision(unit: UnitOfWork, requestId: string): Promise<void> {
  await unit
    .trx('crm_decisions')
    .where({ request_id: requestId, in_force: true })
    .update({ in_force: false });
}
