import type { Knex } from 'knex';
import type {
  AllocationState,
  AllocationView,
  EntryView,
  TermsView,
} from '../../../contracts/delivery';
import type { AuthorityKind, Locale } from '../../../contracts/vocabulary';
import { riyadhDate } from '../kernel/calendar.rules';
import type { Crm } from '../kernel/crm';
import type { Staff } from '../kernel/room';
import { staffNames } from '../kernel/staff';
import { instalmentsOf, totalOf } from './allocation.rules';
import { scheduleOf } from './allocation.repository';
import type { AllocationRow, EntryRow, TermsRow } from './allocation.repository';
import { afterCompletion, endings } from './ending.subscriber';

type Allocation = AllocationRow & { reference: string };
type Entry = EntryRow & { capacity: AuthorityKind | null };
interface Rows {
  allocations: Allocation[];
  terms: TermsRow[];
  entries: Entry[];
}

async function readRows(db: Knex, which: (query: Knex.QueryBuilder) => void): Promise<Rows> {
  const allocations: Allocation[] = await db('crm_allocations as a')
    .join('crm_requests as r', 'r.id', 'a.request_id')
    .modify(which)
    .orderBy('a.created_at')
    .select('a.*', 'r.reference');
  const ids = allocations.map(({ id }) => id);
  const [terms, entries] = await Promise.all([
    db('crm_allocation_versions')
      .whereIn('allocation_id', ids)
      .orderBy('version')
      .select<TermsRow[]>('*', db.raw('starts_on::text as starts_on')),
    db('crm_deliveries as d')
      .leftJoin('crm_authorities as h', 'h.id', 'd.authority_id')
      .whereIn('d.allocation_id', ids)
      .orderBy('d.recorded_at')
      .select<Entry[]>('d.*', db.raw('d.delivered_on::text as delivered_on'), 'h.kind as capacity'),
  ]);
  return { allocations, terms, entries };
}

export const stateOf = (row: AllocationRow): AllocationState => {
  if (row.ended_at) return 'ended';
  if (row.in_force !== null) return 'approved';
  return row.proposed === null ? 'refused' : 'proposed';
};

/** Allocations with their terms and everything that was written down against them, oldest first. */
export async function allocationViews(
  crm: Crm,
  which: (query: Knex.QueryBuilder) => void,
  reader: { staff: Staff; locale: Locale },
): Promise<AllocationView[]> {
  const { allocations, terms, entries } = await readRows(crm.db, which);
  const names = await staffNames(
    crm,
    [
      ...allocations.map(({ ended_by }) => ended_by),
      ...terms.flatMap(({ proposed_by, judged_by }) => [proposed_by, judged_by]),
      ...entries.map(({ recorded_by }) => recorded_by),
    ].filter((id): id is number => id !== null),
  );
  const nameOf = (id: number) => names.get(id) ?? '—';
  const today = riyadhDate(crm.now());
  return allocations.map((row) => {
    const versions = terms.filter(({ allocation_id }) => allocation_id === row.id);
    const inForce = versions.find(({ version }) => version === row.in_force);
    const proposed = versions.find(({ version }) => version === row.proposed);
    const refused = versions.at(-1)?.verdict === 'refused' ? versions.at(-1) : undefined;
    const net = Number(row.net);
    return {
      id: row.id,
      requestId: row.request_id,
      reference: row.reference,
      kind: row.kind,
      state: stateOf(row),
      terms: inForce ? termsView(inForce, nameOf) : null,
      proposal: proposed
        ? {
            ...termsView(proposed, nameOf),
            mine: proposed.proposed_by === reader.staff.id,
          }
        : null,
      refused:
        refused?.judged_by && refused.judged_at
          ? {
              by: nameOf(refused.judged_by),
              at: refused.judged_at.toISOString(),
              reason: refused.reason ?? '',
            }
          : null,
      ended: row.ended_at && {
        by: row.ended_by === null ? null : nameOf(row.ended_by),
        at: row.ended_at.toISOString(),
        reason: reasonInWords(crm, row.ended_reason ?? '', reader.locale),
      },
      net,
      instalments: inForce ? instalmentsOf(scheduleOf(inForce), net, today) : [],
      entries: entriesOf(
        entries.filter(({ allocation_id }) => allocation_id === row.id),
        nameOf,
      ),
    };
  });
}

/** What the product itself ended, it ended for a reason with a name. */
const reasonInWords = (crm: Crm, reason: string, locale: Locale): string => {
  const known = [...Object.values(endings), afterCompletion].find((one) => one === reason);
  return known ? crm.say(locale, `allocation_end.${known}`) : reason;
};

function termsView(row: TermsRow, nameOf: (id: number) => string): TermsView {
  return {
    version: row.version,
    what: row.what,
    unit: row.unit,
    pay: row.pay,
    ibanMasked: row.iban_last4 && `SA••••${row.iban_last4}`,
    amount: Number(row.amount),
    rhythm: row.rhythm,
    times: row.times,
    startsOn: row.starts_on,
    total: totalOf(scheduleOf(row)),
    proposedBy: nameOf(row.proposed_by),
    proposedAt: row.proposed_at.toISOString(),
    judgedBy: row.judged_by === null ? null : nameOf(row.judged_by),
    judgedAt: row.judged_at?.toISOString() ?? null,
  };
}

function entriesOf(rows: readonly Entry[], nameOf: (id: number) => string): EntryView[] {
  return rows.map((row) => ({
    id: row.id,
    entry: row.entry,
    amount: Number(row.measure),
    on: row.delivered_on,
    receivedBy: row.received_by,
    capacity: row.capacity,
    acknowledgement: row.acknowledgement,
    witness: row.witness,
    fileId: row.file_id,
    recordedBy: nameOf(row.recorded_by),
    recordedAt: row.recorded_at.toISOString(),
    reason: row.reason,
    of: row.of_id,
    left: rows
      .filter(({ id, of_id }) => id === row.id || of_id === row.id)
      .reduce((sum, { measure }) => sum + Number(measure), 0),
  }));
}
