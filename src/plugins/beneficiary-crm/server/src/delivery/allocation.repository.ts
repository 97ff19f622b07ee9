import type { Knex } from 'knex';
import type { AllocationKind, PaymentWay, Rhythm } from '../../../contracts/delivery';
import { invalid } from '../kernel/errors';
import type { Schedule } from './allocation.rules';

/** A row of `crm_allocations`. The driver gives whole numbers of eight bytes as text. */
export interface AllocationRow {
  id: string;
  request_id: string;
  service_slug: string;
  kind: AllocationKind;
  in_force: number | null;
  proposed: number | null;
  total: string;
  year: string | null;
  net: string;
  created_at: Date;
  ended_at: Date | null;
  ended_by: number | null;
  ended_reason: string | null;
}

/** A row of `crm_allocation_versions`. */
export interface TermsRow {
  allocation_id: string;
  version: number;
  what: string;
  unit: string | null;
  pay: PaymentWay | null;
  iban_sealed: string | null;
  iban_last4: string | null;
  amount: string;
  rhythm: Rhythm;
  times: number;
  starts_on: string;
  proposed_by: number;
  proposed_at: Date;
  verdict: 'approved' | 'refused' | 'replaced' | null;
  judged_by: number | null;
  judged_at: Date | null;
  reason: string | null;
}

export const scheduleOf = (terms: TermsRow): Schedule => ({
  amount: Number(terms.amount),
  rhythm: terms.rhythm,
  times: terms.times,
  startsOn: terms.starts_on,
});

export const ibanPlace = (allocation: string, version: number) => ({
  table: 'crm_allocation_versions',
  field: 'iban',
  id: `${allocation}:${version}`,
});

/**
 * An allocation of this request, whose row the caller holds: nobody else changes its allocations meanwhile.
 * @throws CrmError 422 when it is another's or none
 */
export async function allocationOf(
  db: Knex,
  requestId: string,
  id: string,
): Promise<AllocationRow> {
  const row = await db<AllocationRow>('crm_allocations')
    .where({ id, request_id: requestId })
    .first();
  if (!row) throw invalid([{ path: 'allocation', code: 'not_found' }]);
  return row;
}

export async function termsOf(
  db: Knex,
  allocation: Pick<AllocationRow, 'id'>,
  version: number | null,
): Promise<TermsRow | null> {
  if (version === null) return null;
  const row = await db<TermsRow>('crm_allocation_versions')
    .where({ allocation_id: allocation.id, version })
    .first();
  return row ?? null;
}

/** A row of `crm_deliveries` that counts against an allocation. */
export interface EntryRow {
  id: string;
  request_id: string;
  allocation_id: string;
  entry: 'delivery' | 'return' | 'correction';
  measure: string;
  of_id: string | null;
  what: string;
  delivered_on: string;
  received_by: string | null;
  acknowledgement: 'signature' | 'code' | 'bank_receipt' | 'witnessed' | null;
  authority_id: string | null;
  witness: string | null;
  file_id: string | null;
  reason: string | null;
  recorded_by: number;
  recorded_at: Date;
}

/** What of a delivery the beneficiary still has: it, and all that was written down about it since. */
export async function leftOf(db: Knex, deliveryId: string): Promise<number> {
  const rows: { sum: string | null }[] = await db('crm_deliveries')
    .where({ id: deliveryId })
    .orWhere({ of_id: deliveryId })
    .sum({ sum: 'measure' });
  return Number(rows[0]?.sum ?? 0);
}
