import type {
  OperationsFigures,
  OperationsQuery,
  PeriodView,
  WorkRow,
} from '../../../contracts/satisfaction';
import { channelSlugs, requestKinds, requestStatuses } from '../../../contracts/vocabulary';
import type { Locale } from '../../../contracts/vocabulary';
import { addDays, riyadhDate } from '../kernel/calendar.rules';
import type { Crm } from '../kernel/crm';
import { notFound } from '../kernel/errors';
import type { JobHandler, Staff } from '../kernel/room';
import { lastMonth, monthsOf, periodKinds, periodWith, periodsUpTo } from './calendar-period.rules';
import { durationOf } from './durations.rules';
import { periodView, sliceNames } from './figure.words';
import type { SliceNames } from './figure.words';
import { forecast } from './forecast.rules';
import {
  ageBounds,
  apartNow,
  changedMonths,
  countWork,
  firstRequestMonth,
  hiddenIds,
  keepWork,
  keptSeries,
  keptWork,
  lastRun,
  stepsPerDay,
  waitingNow,
} from './operations.repository';
import type { Waiting, WorkCount, WorkMeasure, WorkRun } from './operations.repository';
import { addMonths, monthOf } from './period.rules';
import { sundayOf } from './week.rules';

/** A count this old is not gone on from: the job that renews it every hour has not run. */
const oldest = 36 * 3_600_000;

/**
 * Counts the work, the first time all of it; then the months in which something has changed, and again at once where
 * it has changed what is hidden from somebody. The job does so every hour, and who reads adds what came since.
 */
async function countOnce(crm: Crm, again: boolean): Promise<WorkRun> {
  const [run, apart] = await Promise.all([lastRun(crm.db), apartNow(crm.db)]);
  const now = crm.now();
  const age = run === null ? Infinity : now.getTime() - run.at.getTime();
  const same = run !== null && run.apart.join() === apart.join();
  if (run && same && !again && age >= 0 && age < oldest) return run;
  return crm.transaction(async ({ trx }) => {
    await trx.raw(`select pg_advisory_xact_lock(hashtextextended('crm_operations_counts', 0))`);
    const before = await lastRun(trx);
    const next = { at: now, apart: await apartNow(trx) };
    const moved = [...next.apart, ...(before?.apart ?? [])].filter(
      (id) => next.apart.includes(id) !== (before?.apart.includes(id) ?? false),
    );
    const months = new Set(before ? await changedMonths(trx, before.at, moved) : []);
    const running = monthOf(now);
    const first = before
      ? monthOf(before.at < now ? before.at : now)
      : await firstRequestMonth(trx);
    for (let month = first ?? running; month <= running; month = addMonths(month, 1))
      months.add(month);
    await keepWork(trx, [...months], next);
    return next;
  });
}

/** Job `count_work`. */
export const countWorkJob: JobHandler = async (crm) => void (await countOnce(crm, true));

/** Sums of counts. */
class Work {
  private readonly sums = new Map<string, Map<number, number>>();

  constructor(counts: readonly WorkCount[]) {
    for (const { measure, dimension, value, step, n } of counts) {
      const key = `${measure} ${dimension} ${value}`;
      const steps = this.sums.get(key) ?? new Map<number, number>();
      steps.set(step, (steps.get(step) ?? 0) + n);
      this.sums.set(key, steps);
    }
  }

  steps(measure: WorkMeasure, dimension = 'all', value = ''): ReadonlyMap<number, number> {
    return this.sums.get(`${measure} ${dimension} ${value}`) ?? new Map();
  }

  n(measure: WorkMeasure, dimension = 'all', value = ''): number {
    let sum = 0;
    for (const n of this.steps(measure, dimension, value).values()) sum += n;
    return sum;
  }

  /** The values of a dimension for which something was counted. */
  values(dimension: string): string[] {
    const found = [...this.sums.keys()].flatMap((key) => {
      const [, of, ...value] = key.split(' ');
      return of === dimension ? [value.join(' ')] : [];
    });
    return [...new Set(found)].sort();
  }

  timeToFirstAnswer(dimension?: string, value?: string) {
    return durationOf(this.steps('first_answer', dimension, value), stepsPerDay.first_answer);
  }

  timeToReply(dimension?: string, value?: string) {
    const duration = durationOf(this.steps('replied', dimension, value), stepsPerDay.replied);
    const kept = this.n('kept', dimension, value);
    return { ...duration, withinPromise: duration.n === 0 ? null : kept / duration.n };
  }
}

function periodAsked(asked: OperationsQuery['period'], running: string): string {
  const kind = periodKinds.find((name) => name === asked);
  const period = kind ? periodWith(kind, running) : asked;
  const [first] = monthsOf(period);
  if (first === undefined || first > running) throw notFound();
  return period;
}

/** GET /operations/figures: up to now, and nothing that is hidden from the reader. */
export async function operationsFigures(
  crm: Crm,
  { period: asked, locale }: OperationsQuery,
  staff: Pick<Staff, 'id'>,
): Promise<OperationsFigures> {
  const { db } = crm;
  const now = crm.now();
  const running = monthOf(now);
  const period = periodAsked(asked, running);
  const run = await countOnce(crm, false);
  // What happens at this very moment has happened.
  const to = new Date(now.getTime() + 1);
  const months = { first: monthsOf(period)[0] ?? period, last: lastMonth(period) };
  const hidden = new Set(await hiddenIds(db, staff.id));
  const known = run.apart.filter((id) => !hidden.has(id));
  const [kept, series, since, apart, waiting, names, first] = await Promise.all([
    keptWork(db, months),
    keptSeries(db),
    countWork(db, { from: run.at, to }, { only: false, ids: run.apart }),
    known.length > 0 ? countWork(db, { from: new Date(0), to }, { only: true, ids: known }) : [],
    waitingNow(db, now, [...hidden]),
    sliceNames(crm, locale),
    firstRequestMonth(db),
  ]);
  const live = [...since, ...apart];
  const work = new Work([
    ...kept,
    ...live.filter(({ month }) => month >= months.first && month <= months.last),
  ]);
  const all = [...series, ...live];
  const rows = (dimension: 'service' | 'channel', values: readonly string[]) =>
    values.map((value) => workRow(work, waiting, names, dimension, value));
  const waits = waiting.find(({ dimension }) => dimension === 'all');
  return {
    period: { ...periodView(crm, locale, period), running: months.last >= running },
    periods: periodsOf(crm, locale, first ?? running, running),
    total: work.n('submitted'),
    byStatus: requestStatuses
      .map((key) => ({ key, n: work.n('status', 'status', key) }))
      .filter(({ n }) => n > 0),
    byChannel: rows('channel', channelSlugs).flatMap((row) => {
      const key = channelSlugs.find((slug) => slug === row.key);
      return key && (row.n > 0 || row.replied > 0 || row.open > 0) ? [{ ...row, key }] : [];
    }),
    byService: rows('service', [
      ...new Set([
        ...work.values('service'),
        ...waiting.flatMap(({ dimension, value }) => (dimension === 'service' ? [value] : [])),
      ]),
    ]),
    byKind: requestKinds
      .map((key) => ({ key, n: work.n('submitted', 'kind', key) }))
      .filter(({ n }) => n > 0),
    byMonth: byMonth(all, months.last < running ? months.last : running),
    timeToFirstAnswer: work.timeToFirstAnswer(),
    timeToReply: work.timeToReply(),
    overdue: waits?.overdue ?? 0,
    backlog: {
      open: waits?.n ?? 0,
      paused: waits?.paused ?? 0,
      overdue: waits?.overdue ?? 0,
      ages: ageBounds.map((from, at) => ({
        from,
        to: ageBounds[at + 1] ?? null,
        n:
          waiting.find(({ dimension, value }) => dimension === 'age' && value === String(at + 1))
            ?.n ?? 0,
      })),
    },
    funnel: (['submitted', 'decided', 'accepted', 'enrolled', 'delivered'] as const).map(
      (step) => ({
        step,
        n: work.n('funnel', 'funnel', step),
      }),
    ),
    forecast: forecastOf(crm, locale, all, now),
  };
}

function periodsOf(crm: Crm, locale: Locale, first: string, running: string): PeriodView[] {
  const keys = new Set<string>();
  for (let month = running; month >= first; month = addMonths(month, -1))
    for (const kind of [...periodKinds].reverse()) keys.add(periodWith(kind, month));
  return [...keys].map((key) => periodView(crm, locale, key));
}

function workRow(
  work: Work,
  waiting: readonly Waiting[],
  names: SliceNames,
  dimension: 'service' | 'channel',
  key: string,
): WorkRow {
  const timeToReply = work.timeToReply(dimension, key);
  return {
    key,
    name: names(dimension, key),
    n: work.n('submitted', dimension, key),
    replied: timeToReply.n,
    open: waiting.find((one) => one.dimension === dimension && one.value === key)?.n ?? 0,
    timeToFirstAnswer: work.timeToFirstAnswer(dimension, key),
    timeToReply,
  };
}

/** Thirteen months; what was open at the end of each is what had come in less what had ended. */
function byMonth(all: readonly WorkCount[], last: string): OperationsFigures['byMonth'] {
  const upTo = (measure: WorkMeasure, holds: (month: string) => boolean) => {
    let sum = 0;
    for (const count of all)
      if (count.measure === measure && count.dimension === 'all' && holds(count.month))
        sum += count.n;
    return sum;
  };
  return periodsUpTo('month', last, 13).map((month) => ({
    month,
    submitted: upTo('submitted', (other) => other === month),
    replied: upTo('replied', (other) => other === month),
    open: upTo('submitted', (other) => other <= month) - upTo('ended', (other) => other <= month),
  }));
}

/** From the weeks that are over; the first one of all is rarely whole, and is left out. */
function forecastOf(
  crm: Crm,
  locale: Locale,
  all: readonly WorkCount[],
  now: Date,
): OperationsFigures['forecast'] {
  const counted = new Map<string, number>();
  for (const { dimension, value, n } of all)
    if (dimension === 'week') counted.set(value, (counted.get(value) ?? 0) + n);
  const current = sundayOf(riyadhDate(now));
  const known: number[] = [];
  const [first] = [...counted.keys()].sort();
  for (
    let week = first && addDays(first, 7);
    week !== undefined && week < current;
    week = addDays(week, 7)
  )
    known.push(counted.get(week) ?? 0);
  const recent = known.slice(-156);
  const found = forecast(recent);
  return {
    weeks: (found?.weeks ?? []).map((week, nth) => ({ from: addDays(current, 7 * nth), ...week })),
    method: found
      ? crm.say(locale, `operations.forecast.${found.method}`, { weeks: recent.length })
      : crm.say(locale, 'operations.forecast.none'),
    basedOnWeeks: recent.length,
  };
}
