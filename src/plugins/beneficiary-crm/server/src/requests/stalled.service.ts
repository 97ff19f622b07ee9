import type { Knex } from 'knex';
import type { StalledList, StalledQuery, StalledRow } from '../../../contracts/stalled';
import type { RequestStatus } from '../../../contracts/vocabulary';
import { pick } from '../kernel/bilingual';
import { currentCalendar } from '../kernel/calendar.service';
import { workingMinutesBetween } from '../kernel/calendar.rules';
import type { Crm } from '../kernel/crm';
import type { Staff } from '../kernel/room';
import { staffNames } from '../kernel/staff';
import { knownTo } from './access';
import type { RequestRow } from './request.types';
import type { StepClockRow } from './step-clock.service';
import { spanOf } from './step-clock.rules';

/** Requests that have been in their step for longer than it allows, as far as this person may know them. */
function overdueSteps(db: Knex, now: Date, staff: Pick<Staff, 'id' | 'branch'>): Knex.QueryBuilder {
  return db('crm_requests as r').where('r.step_due_at', '<', now).modify(knownTo(staff, 'r'));
}

export async function countStalled(crm: Crm, staff: Pick<Staff, 'id' | 'branch'>): Promise<number> {
  const [row] = (await overdueSteps(crm.db, crm.now(), staff).count('* as n')) as { n: string }[];
  return Number(row?.n ?? 0);
}

type Found = Pick<
  RequestRow,
  'id' | 'reference' | 'applicant_name' | 'kind' | 'form' | 'status' | 'assignee_id'
> &
  Pick<StepClockRow, 'since' | 'promise'> & { due_at: Date };

/** GET /stalled: what does not move, the longest first. */
export async function readStalled(
  crm: Crm,
  { status, kind, page, pageSize, locale }: StalledQuery,
  staff: Staff,
): Promise<StalledList> {
  const { db } = crm;
  const now = crm.now();
  const ofKind = () => {
    const found = overdueSteps(db, now, staff);
    return kind ? found.where('r.kind', kind) : found;
  };
  const inStep = status ? ofKind().where('r.status', status) : ofKind();
  const [rows, counted, calendar] = await Promise.all([
    inStep
      .join('crm_step_clocks as c', (join) =>
        join.on('c.request_id', 'r.id').andOnNull('c.ended_at'),
      )
      .orderBy(['r.step_due_at', 'r.id'])
      .limit(pageSize)
      .offset((page - 1) * pageSize)
      .select(
        'r.id',
        'r.reference',
        'r.applicant_name',
        'r.kind',
        'r.form',
        'r.status',
        'r.assignee_id',
        'c.since',
        'c.promise',
        'r.step_due_at as due_at',
      ) as Promise<Found[]>,
    ofKind()
      .groupBy('r.status')
      .orderBy('count', 'desc')
      .select('r.status')
      .count() as unknown as Promise<{ status: RequestStatus; count: string }[]>,
    currentCalendar(crm),
  ]);
  const names = await staffNames(
    crm,
    rows.flatMap((row) => (row.assignee_id === null ? [] : [row.assignee_id])),
  );
  const byStatus = counted.map((one) => ({ status: one.status, count: Number(one.count) }));
  return {
    rows: rows.map((row): StalledRow => ({
      id: row.id,
      reference: row.reference,
      applicantName: row.applicant_name,
      kind: row.kind,
      serviceName: row.form.service ? pick(row.form.service.name, locale) : null,
      status: row.status,
      assigneeName: row.assignee_id === null ? null : (names.get(row.assignee_id) ?? null),
      since: row.since.toISOString(),
      dueAt: row.due_at.toISOString(),
      promise: row.promise,
      over: spanOf(calendar, workingMinutesBetween(calendar, row.due_at, now)),
    })),
    total: byStatus
      .filter((one) => status === undefined || one.status === status)
      .reduce((sum, one) => sum + one.count, 0),
    page,
    pageSize,
    byStatus,
  };
}
