import { randomUUID } from 'node:crypto';
import type { Terms } from '../../../contracts/delivery';
import type { RequestAction } from '../../../contracts/vocabulary';
import { conflict, invalid } from '../kernel/errors';
import type { EventActor, UnitOfWork } from '../kernel/unit-of-work';
import { parseIban } from '../registry/identity.rules';
import { actingStaffId, keepNote, onAction } from '../requests';
import type { RequestRow } from '../requests';
import type { ActionHandler } from '../requests/action';
import { accountOf } from './account.service';
import { nextDue, takenBy, termsIssues, totalOf, yearOf } from './allocation.rules';
import { allocationOf, ibanPlace, scheduleOf, termsOf } from './allocation.repository';
import type { AllocationRow, TermsRow } from './allocation.repository';
import { holdService, refuseBeyondLimits } from './limits.service';

/** What is to be given: proposed by one person, approved or refused by another, ended with a reason (S7). */
export const allocationActions: Readonly<Partial<Record<RequestAction, ActionHandler>>> = {
  allocate: onAction('allocate', async ({ unit, request, acting, body }) => {
    const by = actingStaffId(acting);
    const before = body.allocation
      ? await allocationOf(unit.trx, request.id, body.allocation)
      : null;
    if (before?.ended_at) throw conflict('error.allocation_ended');
    const iban = readIban(body);
    const issues = termsIssues(body);
    if (before && before.kind !== body.kind) issues.push({ path: 'kind', code: 'kind_stays' });
    if (issues.length > 0) throw invalid(issues);
    const allocation = before?.id ?? (await openAllocation(unit, request, body));
    const version = await newVersion(unit, allocation, body, iban, by);
    return { data: { allocation, version } };
  }),

  approve_allocation: onAction('approve_allocation', async ({ unit, request, acting, body }) => {
    const { allocation, terms } = await proposalOf(unit, request.id, body.allocation);
    const by = actingStaffId(acting);
    if (terms.proposed_by === by) throw conflict('error.another_person_approves');
    if (terms.pay === 'transfer' && !accountOf(unit.crm, request, terms))
      throw conflict('error.no_bank_account');
    const schedule = scheduleOf(terms);
    const total = totalOf(schedule);
    const net = Number(allocation.net);
    if (total < net) throw conflict('error.allocation_below_delivered', { delivered: net });
    const year = yearOf(schedule.startsOn);
    await holdService(unit.trx, allocation.service_slug);
    await refuseBeyondLimits(unit, allocation, year, takenBy(total, net, false));
    await giveVerdict(unit, terms, { verdict: 'approved', judged_by: by });
    await unit
      .trx('crm_allocations')
      .where({ id: allocation.id })
      .update({
        in_force: terms.version,
        proposed: null,
        total,
        year,
        next_due: nextDue(schedule, net),
      });
    return { data: { allocation: allocation.id, version: terms.version } };
  }),

  refuse_allocation: onAction('refuse_allocation', async ({ unit, request, acting, body }) => {
    const { allocation, terms } = await proposalOf(unit, request.id, body.allocation);
    const by = actingStaffId(acting);
    await giveVerdict(unit, terms, { verdict: 'refused', judged_by: by, reason: body.reason });
    await unit.trx('crm_allocations').where({ id: allocation.id }).update({ proposed: null });
    const note = await keepNote(unit, request.id, body.reason, by);
    return { data: { allocation: allocation.id, version: terms.version, note } };
  }),

  end_allocation: onAction('end_allocation', async ({ unit, request, acting, body }) => {
    const allocation = await allocationOf(unit.trx, request.id, body.allocation);
    if (allocation.ended_at) throw conflict('error.allocation_ended');
    const by = actingStaffId(acting);
    await endAllocation(unit, allocation, body.reason, by);
    const note = await keepNote(unit, request.id, body.reason, by);
    return { data: { allocation: allocation.id, note } };
  }),
};

/** @throws CrmError 422 when what was typed is no Saudi IBAN */
function readIban({ iban }: Terms): string | null {
  if (iban === undefined) return null;
  const read = parseIban(iban);
  if (!read.ok) throw invalid([{ path: 'iban', code: 'iban' }]);
  return read.value;
}

async function openAllocation(
  { trx, now }: UnitOfWork,
  request: RequestRow,
  { kind }: Terms,
): Promise<string> {
  if (request.service_slug === null) throw new Error('who asks for assistance names a service');
  const id = randomUUID();
  await trx('crm_allocations').insert({
    id,
    request_id: request.id,
    service_slug: request.service_slug,
    kind,
    created_at: now,
  });
  return id;
}

/** Puts terms before whoever approves; those that waited are replaced by them. */
async function newVersion(
  { crm, trx, now }: UnitOfWork,
  allocation: string,
  terms: Terms,
  iban: string | null,
  by: number,
): Promise<number> {
  const [last] = await trx('crm_allocation_versions')
    .where({ allocation_id: allocation })
    .max<{ max: number | null }[]>('version');
  const version = (last?.max ?? 0) + 1;
  await trx('crm_allocation_versions')
    .where({ allocation_id: allocation, verdict: null })
    .update({ verdict: 'replaced', judged_by: by, judged_at: now });
  await trx('crm_allocation_versions').insert({
    allocation_id: allocation,
    version,
    what: terms.what,
    unit: terms.unit ?? null,
    pay: terms.pay ?? null,
    iban_sealed: iban && crm.vault.seal(ibanPlace(allocation, version), iban),
    iban_last4: iban && iban.slice(-4),
    amount: terms.amount,
    rhythm: terms.rhythm,
    times: terms.times,
    starts_on: terms.startsOn,
    proposed_by: by,
    proposed_at: now,
  });
  await trx('crm_allocations').where({ id: allocation }).update({ proposed: version });
  return version;
}

/** @throws CrmError 409 when nothing waits for an approval: another judged it, or it has ended */
async function proposalOf(
  { trx }: UnitOfWork,
  requestId: string,
  id: string,
): Promise<{ allocation: AllocationRow; terms: TermsRow }> {
  const allocation = await allocationOf(trx, requestId, id);
  const terms = await termsOf(trx, allocation, allocation.proposed);
  if (!terms || allocation.ended_at) throw conflict('error.nothing_proposed');
  return { allocation, terms };
}

const giveVerdict = (
  { trx, now }: UnitOfWork,
  { allocation_id, version }: TermsRow,
  verdict: { verdict: 'approved' | 'refused'; judged_by: number; reason?: string },
) =>
  trx('crm_allocation_versions')
    .where({ allocation_id, version })
    .update({ ...verdict, judged_at: now });

/** What was not handed over is free again for others; what was stays in the sums. */
async function endAllocation(
  { trx, now }: UnitOfWork,
  { id }: AllocationRow,
  reason: string,
  by: number | null,
): Promise<void> {
  await trx('crm_allocation_versions')
    .where({ allocation_id: id, verdict: null })
    .update({ verdict: 'replaced', judged_by: by, judged_at: now });
  await trx('crm_allocations')
    .where({ id })
    .update({ proposed: null, ended_at: now, ended_by: by, ended_reason: reason });
}

/**
 * Ends every allocation of a request that is over in another way, each with an event of its own.
 * @param reason a word of `allocation_end`, shown in the reader's language
 */
export async function endAllocationsOf(
  unit: UnitOfWork,
  requestId: string,
  reason: string,
  actor: EventActor,
): Promise<void> {
  const open: AllocationRow[] = await unit
    .trx<AllocationRow>('crm_allocations')
    .where({ request_id: requestId, ended_at: null })
    .whereRaw('(proposed is not null or in_force is not null)')
    .orderBy('created_at');
  for (const allocation of open) {
    await endAllocation(unit, allocation, reason, actor.kind === 'staff' ? actor.id : null);
    unit.record({
      type: 'request.allocation_ended',
      actor,
      requestId,
      data: { allocation: allocation.id, because: reason },
    });
  }
}
