import type { Knex } from 'knex';
import type { z } from 'zod';
import type {
  AllocationKind,
  DueList,
  DueRow,
  DueView,
  PaymentWay,
  dueQuery,
} from '../../../contracts/delivery';
import { dueViews } from '../../../contracts/delivery';
import type { DecisionOutcome, RequestStatus } from '../../../contracts/vocabulary';
import { pick } from '../kernel/bilingual';
import { addDays, riyadhDate } from '../kernel/calendar.rules';
import type { Crm } from '../kernel/crm';
import type { Staff } from '../kernel/room';
import { staffNames } from '../kernel/staff';
import { knownTo } from '../requests';
import type { RequestRow } from '../requests';
import { totalOf } from './allocation.rules';

const pageSize = 20;
const daysAhead = 7;

/** What is deliverable: approved, not ended, its request in delivery; and what waits for an approval. */
const views: Readonly<Record<DueView, (query: Knex.QueryBuilder, today: string) => void>> = {
  overdue: (query, today) => void due(query).where('a.next_due', '<', today),
  today: (query, today) => void due(query).where('a.next_due', today),
  week: (query, today) =>
    void due(query)
      .where('a.next_due', '>', today)
      .where('a.next_due', '<=', addDays(today, daysAhead)),
  proposed: (query) => void query.whereNull('a.ended_at').whereNotNull('a.proposed'),
};
const due = (query: Knex.QueryBuilder) =>
  query.whereNull('a.ended_at').whereNotNull('a.next_due').where('r.status', 'in_delivery');

interface Row {
  id: string;
  request_id: string;
  reference: string;
  applicant_name: string;
  applicant_city: string | null;
  applicant_phone: string;
  form: RequestRow['form'];
  status: RequestStatus;
  kind: AllocationKind;
  net: string;
  next_due: string | null;
  what: string;
  unit: string | null;
  pay: PaymentWay | null;
  amount: string;
  times: number;
  proposed_by: number;
  outcome: DecisionOutcome | null;
}

/** GET /deliveries: what is to be handed over, by its day; or what waits for an approval, the longest first. */
export async function listDue(
  crm: Crm,
  { view, page, locale }: z.output<typeof dueQuery>,
  staff: Staff,
): Promise<DueList> {
  const { db } = crm;
  const today = riyadhDate(crm.now());
  const of = (which: DueView) =>
    db('crm_allocations as a')
      .join('crm_requests as r', 'r.id', 'a.request_id')
      .modify((query) => views[which](query, today))
      .modify(knownTo(staff, 'r'));
  const counted = await Promise.all(
    dueViews.map(async (name): Promise<[DueView, number]> => {
      const row = await of(name).count<{ n: string }[]>('* as n');
      return [name, Number(row[0]?.n ?? 0)];
    }),
  );
  const counts = Object.fromEntries(counted) as Record<DueView, number>;
  const rows: Row[] = await of(view)
    .join('crm_allocation_versions as v', (on) =>
      on
        .on('v.allocation_id', 'a.id')
        .on('v.version', view === 'proposed' ? 'a.proposed' : 'a.in_force'),
    )
    .leftJoin('crm_decisions as d', (on) =>
      on.on('d.request_id', 'r.id').andOnVal('d.in_force', true),
    )
    .orderBy(view === 'proposed' ? 'v.proposed_at' : 'a.next_due')
    .orderBy('a.id')
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .select(
      'a.id',
      'a.request_id',
      'a.kind',
      'a.net',
      db.raw('a.next_due::text as next_due'),
      'r.reference',
      'r.applicant_name',
      'r.applicant_city',
      'r.applicant_phone',
      'r.form',
      'r.status',
      'v.what',
      'v.unit',
      'v.pay',
      'v.amount',
      'v.times',
      'v.proposed_by',
      'd.outcome',
    );
  const names = await staffNames(
    crm,
    rows.map(({ proposed_by }) => proposed_by),
  );
  return {
    rows: rows.map((row): DueRow => ({
      allocation: row.id,
      requestId: row.request_id,
      reference: row.reference,
      name: row.applicant_name,
      city: row.applicant_city,
      phone: row.applicant_phone,
      serviceName: row.form.service ? pick(row.form.service.name, locale) : null,
      kind: row.kind,
      what: row.what,
      unit: row.unit,
      pay: row.pay,
      amount: view === 'proposed' ? totalOf(terms(row)) : restOfInstalment(row),
      dueOn: view === 'proposed' ? null : row.next_due,
      status: row.status,
      outcome: row.outcome,
      proposedBy: view === 'proposed' ? (names.get(row.proposed_by) ?? '—') : null,
    })),
    total: counts[view],
    page,
    pageSize,
    counts,
  };
}

const terms = (row: Row) => ({ amount: Number(row.amount), times: row.times });
const restOfInstalment = (row: Row): number =>
  Number(row.amount) - (Number(row.net) % Number(row.amount));
