import type { Knex } from 'knex';
import type { Queue, QueueQuery, QueueRow, QueueView } from '../../../contracts/queue';
import { queueViews } from '../../../contracts/queue';
import { pick } from '../kernel/bilingual';
import type { Crm } from '../kernel/crm';
import type { Staff } from '../kernel/room';
import { staffNames } from '../kernel/staff';
import { identityIndexes, readTyped } from '../registry';
import { promiseOf } from './promise';
import type { RequestRow } from './request.types';

type Rows = Knex.QueryBuilder<RequestRow, RequestRow[]>;

/** A delegate sees the own branch only (C8). */
export const withinBranch = (rows: Rows, staff: Pick<Staff, 'branch'>): Rows =>
  staff.branch === null ? rows : rows.where('branch', staff.branch);

/** What each view of the queue holds. One condition each, so that counts and lists cannot differ. */
const conditionOf: Record<QueueView, { sql: string; needs?: ('me' | 'now')[] }> = {
  mine: { sql: 'ended_at is null and assignee_id = ?', needs: ['me'] },
  team: { sql: 'ended_at is null and assignee_id = ?', needs: ['me'] },
  unassigned: { sql: `ended_at is null and assignee_id is null and status = 'submitted'` },
  overdue: {
    sql: 'ended_at is null and not replied and not paused and due_latest < ?',
    needs: ['now'],
  },
  waiting: { sql: `status = 'awaiting_applicant'` },
  ready: { sql: `status = 'committee'` },
  all: { sql: 'true' },
};

const valuesOf = (view: QueueView, staff: Pick<Staff, 'id'>, now: Date): Knex.RawBinding[] =>
  (conditionOf[view].needs ?? []).map((need) => (need === 'me' ? staff.id : now));

/** One text that may be a reference, an ID, a phone or a part of a name in any spelling. */
function search(crm: Crm, rows: Rows, text: string): Rows {
  const typed = readTyped(text);
  const indexes = identityIndexes(crm, typed);
  return rows.where((any) => {
    // Also when nothing can be made of the text: then nothing is found.
    void any.where('reference', typed.reference ?? '');
    if (indexes.length > 0) void any.orWhereIn('id_index', indexes);
    if (typed.phone !== null) void any.orWhere('applicant_phone', typed.phone);
    // Every part of the name, in any order: people say "Ahmad Alharthi" and leave the fathers out.
    if (typed.words.length > 0) {
      void any.orWhere((name) => {
        for (const word of typed.words) {
          void name.where('applicant_name_key', 'ilike', `%${word.replace(/[\\%_]/g, '\\$&')}%`);
        }
      });
    }
  });
}

function filtered(crm: Crm, rows: Rows, query: QueueQuery, staff: Staff): Rows {
  let found = withinBranch(rows, staff);
  if (query.status?.length) found = found.whereIn('status', query.status);
  if (query.kind?.length) found = found.whereIn('kind', query.kind);
  if (query.service) found = found.where('service_slug', query.service);
  if (query.channel) found = found.where('channel', query.channel);
  return query.q ? search(crm, found, query.q) : found;
}

/** The officers' queue: one page, the total, and the count of every view. */
export async function readQueue(crm: Crm, query: QueueQuery, staff: Staff): Promise<Queue> {
  const now = crm.now();
  const inView = filtered(crm, crm.db<RequestRow>('crm_requests'), query, staff).whereRaw(
    conditionOf[query.view].sql,
    valuesOf(query.view, staff, now),
  );
  const ordered =
    query.sort === 'newest'
      ? inView.clone().orderBy('submitted_at', 'desc')
      : inView.clone().orderByRaw('(ended_at is not null or replied), due_latest');
  const [page, counts] = await Promise.all([
    ordered.limit(query.pageSize).offset((query.page - 1) * query.pageSize) as Promise<
      RequestRow[]
    >,
    countViews(crm, query, staff, now),
  ]);
  const names = await staffNames(
    crm,
    page.flatMap((row) => (row.assignee_id === null ? [] : [row.assignee_id])),
  );
  return {
    rows: page.map((row): QueueRow => ({
      id: row.id,
      version: row.version,
      reference: row.reference,
      applicantName: row.applicant_name,
      city: row.applicant_city,
      kind: row.kind,
      serviceName: row.form.service ? pick(row.form.service.name, query.locale) : null,
      status: row.status,
      promise: promiseOf(row, now),
      stepDueAt: null,
      channel: row.channel,
      branch: row.branch,
      assigneeId: row.assignee_id,
      assigneeName: row.assignee_id === null ? null : (names.get(row.assignee_id) ?? null),
      submittedAt: row.submitted_at.toISOString(),
    })),
    total: counts[query.view],
    page: query.page,
    pageSize: query.pageSize,
    counts,
    next: null,
  };
}

async function countViews(
  crm: Crm,
  query: QueueQuery,
  staff: Staff,
  now: Date,
): Promise<Record<QueueView, number>> {
  const sums = queueViews
    .map((view) => `count(*) filter (where ${conditionOf[view].sql}) as "${view}"`)
    .join(', ');
  const values = queueViews.flatMap((view) => valuesOf(view, staff, now));
  const row = (await filtered(crm, crm.db<RequestRow>('crm_requests'), query, staff)
    .select(crm.db.raw(sums, values))
    .first()) as unknown as Record<QueueView, string>;
  return Object.fromEntries(queueViews.map((view) => [view, Number(row[view])])) as Record<
    QueueView,
    number
  >;
}
