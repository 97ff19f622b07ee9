import type { Knex } from 'knex';
import { complaintPromises } from '../../../contracts/stalled';
import type { ComplaintPromise, StepView } from '../../../contracts/stalled';
import type { RequestStatus } from '../../../contracts/vocabulary';
import type { WorkingCalendar } from '../kernel/calendar.rules';
import { currentCalendar } from '../kernel/calendar.service';
import type { Subscriber } from '../kernel/room';
import type { NewRow } from '../kernel/sql';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { transitions } from '../policy/transitions.policy';
import type { RequestRow } from './request.types';
import {
  beginClock,
  changeOf,
  limitOf,
  pauseClock,
  reckon,
  resumeClock,
  spanOf,
  standOf,
} from './step-clock.rules';
import type { Standing, StepClock, StepLimit } from './step-clock.rules';

const table = 'crm_step_clocks';

/** A row of `crm_step_clocks`: one stay of a request in a step that has a limit. */
export interface StepClockRow {
  id: string;
  request_id: string;
  status: RequestStatus;
  stage: number;
  promise: ComplaintPromise | null;
  days: number;
  since: Date;
  counted_from: Date;
  left_minutes: number | null;
  allowed_minutes: number | null;
  paused_at: Date | null;
  due_at: Date | null;
  remind_at: Date | null;
  /** empty: not reckoned yet */
  calendar_version: string;
  reckoned_anew_at: Date | null;
  reminded_at: Date | null;
  escalated_at: Date | null;
  ended_at: Date | null;
}

export const clockOf = (row: StepClockRow): StepClock => ({
  days: row.days,
  countedFrom: row.counted_from,
  leftMinutes: row.left_minutes,
  allowedMinutes: row.allowed_minutes,
  pausedAt: row.paused_at,
});

/** The columns of a clock and of the times that follow from it. */
export function columnsOf(calendar: WorkingCalendar, clock: StepClock) {
  const times = reckon(calendar, clock);
  return {
    counted_from: clock.countedFrom,
    left_minutes: clock.leftMinutes,
    allowed_minutes: times.allowedMinutes,
    paused_at: clock.pausedAt,
    due_at: times.dueAt,
    remind_at: times.remindAt,
    calendar_version: times.calendarVersion,
  };
}

const runningClock = (db: Knex, requestId: string): Promise<StepClockRow | undefined> =>
  db<StepClockRow>(table).where({ request_id: requestId }).whereNull('ended_at').first();

type Moved = Pick<
  RequestRow,
  'id' | 'kind' | 'status' | 'stage' | 'ended_at' | 'submitted_at' | 'workflow'
>;

async function standingOf(trx: Knex, row: Moved): Promise<Standing> {
  const given =
    row.kind === 'complaint'
      ? await trx<StepClockRow>(table).where({ request_id: row.id }).pluck('promise')
      : [];
  return {
    kind: row.kind,
    status: row.status,
    stage: row.stage,
    ended: row.ended_at !== null,
    submittedAt: row.submitted_at,
    workflow: row.workflow,
    promisesGiven: complaintPromises.filter((promise) => given.includes(promise)),
  };
}

/** The applicant was asked, or has answered. @returns when the clock runs out now */
async function turn(
  { trx, now }: UnitOfWork,
  running: StepClockRow,
  change: 'pause' | 'resume',
): Promise<Date | null> {
  const calendar = await currentCalendar({ db: trx });
  const clock = clockOf(running);
  const after = change === 'pause' ? pauseClock(calendar, clock, now) : resumeClock(clock, now);
  const columns = columnsOf(calendar, after);
  await trx(table).where({ id: running.id }).update(columns);
  return columns.due_at;
}

const clockRow = (
  calendar: WorkingCalendar,
  { id, status, stage }: Pick<RequestRow, 'id' | 'status' | 'stage'>,
  limit: StepLimit,
  now: Date,
) => ({
  request_id: id,
  status,
  stage,
  promise: limit.promise,
  days: limit.days,
  since: now,
  ...columnsOf(calendar, beginClock(limit)),
});

/** A stay begins, where its step has a limit. @returns when its clock runs out */
async function begin({ trx, now }: UnitOfWork, row: Moved): Promise<Date | null> {
  const limit = limitOf(await standingOf(trx, row), now);
  if (!limit) return null;
  const begun = clockRow(await currentCalendar({ db: trx }), row, limit, now);
  await trx(table).insert(begun);
  return begun.due_at;
}

/**
 * The clock of a request that is being opened: a new one has had none, so nothing is read of it.
 * @returns its row, and when it runs out; null where its first step has no limit
 */
export async function firstStepClock(
  { trx, now }: UnitOfWork,
  opened: Pick<RequestRow, 'id' | 'kind' | 'workflow'>,
): Promise<{ row: NewRow; dueAt: Date | null } | null> {
  const standing = { ...opened, status: 'submitted', stage: 1, submittedAt: now } as const;
  const limit = limitOf({ ...standing, ended: false, promisesGiven: [] }, now);
  if (!limit) return null;
  const row = clockRow(await currentCalendar({ db: trx }), standing, limit, now);
  return { row: { table, row }, dueAt: row.due_at };
}

/** Makes the clock follow where the request stands now. Its row is locked by whoever moved it. */
async function followRequest(unit: UnitOfWork, requestId: string): Promise<void> {
  const { trx, now } = unit;
  const row: Moved | undefined = await trx('crm_requests')
    .where({ id: requestId })
    .first('id', 'kind', 'status', 'stage', 'ended_at', 'submitted_at', 'workflow');
  if (!row) throw new Error('a request that moved is not there');
  const running = (await runningClock(trx, requestId)) ?? null;
  const change = changeOf(running && { ...running, pausedAt: running.paused_at }, {
    ...row,
    ended: row.ended_at !== null,
  });
  if (change === 'nothing') return;

  let dueAt: Date | null = null;
  if (running && (change === 'pause' || change === 'resume')) {
    dueAt = await turn(unit, running, change);
  } else {
    if (running) await trx(table).where({ id: running.id }).update({ ended_at: now });
    if (change === 'begin') dueAt = await begin(unit, row);
  }
  await trx('crm_requests').where({ id: requestId }).update({ step_due_at: dueAt });
}

/**
 * In the transaction that moves the request, so that the clock can never disagree with the status. Of the steps
 * that stay where they are only the reply may end a request.
 */
export const keepStepClock: Subscriber = {
  name: 'keep_step_clock',
  when: 'with',
  on: [
    ...new Set(
      transitions
        // Whoever opens a request begins its first clock: nothing ran before it.
        .filter(({ action }) => action !== 'submit')
        .filter(({ to, action }) => to !== 'same' || action === 'send_reply')
        .map(({ event }) => event),
    ),
  ],
  async run(unit, { requestId }) {
    if (requestId) await followRequest(unit, requestId);
  },
};

/** How a request stands in its step; null when no clock runs. */
export async function stepOf(db: Knex, requestId: string, now: Date): Promise<StepView | null> {
  const row = await runningClock(db, requestId);
  if (!row) return null;
  const calendar = await currentCalendar({ db });
  const stand = standOf(calendar, { ...clockOf(row), dueAt: row.due_at }, now);
  return {
    since: row.since.toISOString(),
    dueAt: row.due_at?.toISOString() ?? null,
    paused: row.paused_at !== null,
    promise: row.promise,
    overdue: stand?.over != null,
    left: stand?.left == null ? null : spanOf(calendar, stand.left),
    over: stand?.over == null ? null : spanOf(calendar, stand.over),
    reckonedAnew: row.reckoned_anew_at !== null,
  };
}
