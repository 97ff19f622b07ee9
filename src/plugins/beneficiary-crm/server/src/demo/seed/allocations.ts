import type { RequestAction } from '../../../../contracts/vocabulary';
import type { Crm } from '../../kernel/crm';
import type { Stage } from './stage';

const onAllocation: readonly RequestAction[] = ['approve_allocation', 'record_delivery'];

/**
 * A plan knows what is allocated and delivered, and not by which ids: here they are added to what it says, and the
 * bank's receipt is taken in.
 */
export async function withAllocation(
  crm: Crm,
  stage: Stage,
  requestId: string,
  action: RequestAction,
  said?: Record<string, unknown>,
): Promise<Record<string, unknown> | undefined> {
  if (action === 'return_delivery')
    return { ...said, delivery: await newest(crm, 'crm_deliveries', requestId, 'recorded_at') };
  if (!onAllocation.includes(action)) return said;
  const allocation = await newest(crm, 'crm_allocations', requestId, 'created_at');
  const { way } = (said?.acknowledgement ?? {}) as { way?: string };
  if (way !== 'bank_receipt') return { ...said, allocation };
  const upload = await stage.upload(crm, 'bank_receipt');
  return { ...said, allocation, acknowledgement: { way, upload } };
}

async function newest(crm: Crm, table: string, requestId: string, by: string): Promise<string> {
  const row: { id: string } | undefined = await crm
    .db(table)
    .where({ request_id: requestId })
    .orderBy(by, 'desc')
    .first('id');
  if (!row) throw new Error(`the request has nothing in ${table}`);
  return row.id;
}
