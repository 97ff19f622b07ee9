import { randomUUID } from 'node:crypto';
import type { RequestAction } from '../../../contracts/vocabulary';
import { riyadhDate } from '../kernel/calendar.rules';
import { conflict, invalid } from '../kernel/errors';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { refuseByStanding } from '../registry';
import { actingStaffId, keepNote, onAction } from '../requests';
import type { RequestRow } from '../requests';
import type { ActionHandler, Acting } from '../requests/action';
import { acknowledgementColumns, receiverOf } from './acknowledgement.service';
import {
  nextDue,
  refusesCorrection,
  refusesDelivery,
  refusesReturn,
  takenBy,
} from './allocation.rules';
import { allocationOf, leftOf, scheduleOf, termsOf } from './allocation.repository';
import type { AllocationRow, EntryRow, TermsRow } from './allocation.repository';
import { afterCompletion } from './ending.subscriber';
import { holdService, refuseBeyondLimits } from './limits.service';

/** S7: the service is given; what comes back or was wrong is an entry of its own, never an edit. */
export const deliveryActions: Readonly<Partial<Record<RequestAction, ActionHandler>>> = {
  start_delivery: onAction('start_delivery', async ({ unit, request, acting, body }) => ({
    data: { note: await keepNote(unit, request.id, body.plan, actingStaffId(acting)) },
  })),

  record_delivery: onAction('record_delivery', async ({ unit, request, acting, body }) => {
    if (request.beneficiary_id)
      await refuseByStanding(unit, request.beneficiary_id, 'receive_service');
    refuseFuture(unit, 'deliveredOn', body.deliveredOn);
    const { allocation, terms } = await openTerms(unit, request.id, body.allocation);
    const net = Number(allocation.net);
    const refusal = refusesDelivery(Number(allocation.total), net, body.amount);
    if (refusal) throw conflict(`error.${refusal}`, { left: Number(allocation.total) - net });
    const by = actingStaffId(acting);
    const id = randomUUID();
    await unit.trx('crm_deliveries').insert({
      id,
      ...entryColumns(unit, request.id, allocation, by),
      entry: 'delivery',
      measure: body.amount,
      what: terms.what,
      delivered_on: body.deliveredOn,
      ...(await receiverOf(unit, request, body)),
      ...(await acknowledgementColumns(unit, request, id, body.acknowledgement, by)),
    });
    await addToNet(unit, request, allocation, terms, body.amount);
    return {
      patch: { deliveries: request.deliveries + 1 },
      data: { delivery: id, allocation: allocation.id },
    };
  }),

  return_delivery: onAction('return_delivery', async ({ unit, request, acting, body }) => {
    refuseFuture(unit, 'returnedOn', body.returnedOn);
    const { delivery, allocation, terms } = await deliveryIn(unit, request.id, body.delivery);
    if (body.returnedOn < delivery.delivered_on)
      throw invalid([{ path: 'returnedOn', code: 'before_delivery' }]);
    const left = await leftOf(unit.trx, delivery.id);
    const refusal = refusesReturn(left, body.amount);
    if (refusal) throw conflict(`error.${refusal}`, { left });
    const by = actingStaffId(acting);
    const id = randomUUID();
    await unit.trx('crm_deliveries').insert({
      id,
      ...entryColumns(unit, request.id, allocation, by),
      entry: 'return',
      measure: -body.amount,
      of_id: delivery.id,
      what: delivery.what,
      delivered_on: body.returnedOn,
      reason: body.reason,
    });
    await addToNet(unit, request, allocation, terms, -body.amount);
    const note = await keepNote(unit, request.id, body.reason, by);
    return { data: { delivery: id, of: delivery.id, allocation: allocation.id, note } };
  }),

  correct_delivery: onAction('correct_delivery', async ({ unit, request, acting, body }) => {
    if (body.amount === 0) throw invalid([{ path: 'amount', code: 'required' }]);
    const { delivery, allocation, terms } = await deliveryIn(unit, request.id, body.delivery);
    const by = actingStaffId(acting);
    const total = Number(allocation.total);
    const net = Number(allocation.net);
    const left = await leftOf(unit.trx, delivery.id);
    const ended = allocation.ended_at !== null || isComplete(request);
    const refusal = refusesCorrection({
      amount: body.amount,
      left,
      total: ended ? net : total,
      net,
      approves: mayApprove(acting),
      ownDelivery: delivery.recorded_by === by,
    });
    if (refusal) throw conflict(`error.${refusal}`, { left });
    if (takenBy(total, net + body.amount, ended) > takenBy(total, net, ended)) {
      await holdService(unit.trx, allocation.service_slug);
      const takes = takenBy(total, net + body.amount, ended);
      await refuseBeyondLimits(unit, allocation, allocation.year ?? '', takes);
    }
    const id = randomUUID();
    await unit.trx('crm_deliveries').insert({
      id,
      ...entryColumns(unit, request.id, allocation, by),
      entry: 'correction',
      measure: body.amount,
      of_id: delivery.id,
      what: delivery.what,
      delivered_on: delivery.delivered_on,
      reason: body.reason,
    });
    await addToNet(unit, request, allocation, terms, body.amount);
    const note = await keepNote(unit, request.id, body.reason, by);
    return { data: { delivery: id, of: delivery.id, allocation: allocation.id, note } };
  }),
};

const mayApprove = ({ as }: Acting): boolean =>
  as.kind === 'staff' && as.permissions.has('delivery.approve');

function refuseFuture({ now }: UnitOfWork, path: string, day: string): void {
  if (day > riyadhDate(now)) throw invalid([{ path, code: 'future' }]);
}

/** @throws CrmError 409 when it is not approved, or has ended */
async function openTerms(
  { trx }: UnitOfWork,
  requestId: string,
  id: string,
): Promise<{ allocation: AllocationRow; terms: TermsRow }> {
  const allocation = await allocationOf(trx, requestId, id);
  const terms = await termsOf(trx, allocation, allocation.in_force);
  if (!terms) throw conflict('error.allocation_not_approved');
  if (allocation.ended_at) throw conflict('error.allocation_ended');
  return { allocation, terms };
}

/** A delivery of this request, to be returned or corrected. @throws CrmError 422 when it is none */
async function deliveryIn({ trx }: UnitOfWork, requestId: string, id: string) {
  const delivery = await trx('crm_deliveries')
    .where({ id, request_id: requestId, entry: 'delivery' })
    .whereNotNull('allocation_id')
    .first<EntryRow | undefined>('*', trx.raw('delivered_on::text as delivered_on'));
  if (!delivery) throw invalid([{ path: 'delivery', code: 'not_found' }]);
  const allocation = await allocationOf(trx, requestId, delivery.allocation_id);
  const terms = await termsOf(trx, allocation, allocation.in_force);
  if (!terms) throw new Error('something was handed over before its allocation was approved');
  return { delivery, allocation, terms };
}

const entryColumns = (
  { now }: UnitOfWork,
  requestId: string,
  { id }: AllocationRow,
  by: number,
) => ({ request_id: requestId, allocation_id: id, recorded_by: by, recorded_at: now });

/** The matter is over: nothing of what was allocated is still to come. */
const isComplete = ({ status }: Pick<RequestRow, 'status'>): boolean => status === 'completed';

/**
 * The sums follow the entry, in the same transaction. Of a matter that is complete the allocation ends with it: what
 * comes back is free for others, and is due to nobody.
 */
async function addToNet(
  { trx, now }: UnitOfWork,
  request: Pick<RequestRow, 'status'>,
  { id, net, ended_at }: AllocationRow,
  terms: TermsRow,
  amount: number,
): Promise<void> {
  const sum = Number(net) + amount;
  const ends = isComplete(request) && ended_at === null;
  await trx('crm_allocations')
    .where({ id })
    .update({
      net: sum,
      next_due: nextDue(scheduleOf(terms), sum),
      ...(ends ? { ended_at: now, ended_reason: afterCompletion } : {}),
    });
}
