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
  changedMonths,
  countedUpTo,
  countWork,
  firstRequestMonth,
  hiddenIds,
  keepWork,
  keptSeries,
  keptWork,
  stepsPerDay,
  waitingNow,
} from './operations.repository';
import type { Waiting, WorkCount, WorkMeasure } from './operations.repository';
import { addMonths, monthOf } from './period.rules';
import { sundayOf } from './week.rules';

/**
 * Counts the months that are over, once; those of them again whose requests have changed since. Whoever reads first
 * counts what is missing, the job of the night what has changed.
 * @returns the last month that is over, YYYY-MM
 */
async function closeWork(crm: Crm, again: boolean): Promise<string> {
  const last = addMonths(monthOf(crm.now()), -1);
  const counted = await countedUpTo(crm.db);
  if (!again && counted && counted.month >= last) return last;
  await crm.transaction(async ({ trx, now }) => {
    await trx.raw(`select pg_advisory_xact_lock(hashtextextended('crm_operations_counts', 0))`);
    const before = await countedUpTo(trx);
    const first = before ? addMonths(before.month, 1) : ((await firstRequestMonth(trx)) ?? last);
    const months = new Set(before ? await changedMonths(trx, before.at) : []);
    for (let month = first; month <= last; month = addMonths(month, 1)) months.add(month);
    const over = [...months].filter((month) => month <= last);
    const upTo = before && before.month > last ? before.month : last;
    await keepWork(trx, over, { month: upTo, at: now });
  });
  return last;
}

/** Job `count_work`. */
export const countWorkJob: JobHandler = async (crm) => void (await closeWork(crm, true));

/** Sums of counts, less those that the reader must not know of. */
class Work {
  private readonly sums = new Map<string, Map<number, number>>();

  constructor(counts: readonly { counts: readonly WorkCount[]; times: 1 | -1 }[]) {
    for (const { counts: some, times } of counts)
      for (const { measure, dimension, value, step, n } of some) {
        const key = `${measure} ${dimension} ${value}`;
        const steps = this.sums.get(key) ?? new Map<number, number>();
        steps.set(step, (steps.get(step) ?? 0) + times * n);
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

/** GET /operations/figures: the running month included, and nothing that is hidden from the reader. */
export async function operationsFigures(
  crm: Crm,
  { period: asked, locale }: OperationsQuery,
  staff: Pick<Staff, 'id'>,
): Promise<OperationsFigures> {
  const { db } = crm;
  const now = crm.now();
  const running = monthOf(now);
  const period = periodAsked(asked, running);
  const over = await closeWork(crm, false);
  const months = { first: monthsOf(period)[0] ?? period, last: lastMonth(period) };
  const past = { ...months, last: months.last < over ? months.last : over };
  const isRunning = months.last >= running;
  const hidden = await hiddenIds(db, staff.id);
  const everything = { first: '2000-01', last: over };
  const unknown = { only: true, ids: hidden };
  const none: WorkCount[] = [];
  const [kept, series, live, hiddenPast, waiting, names, first] = await Promise.all([
    past.first <= past.last ? keptWork(db, past) : none,
    keptSeries(db),
    countWork(db, { first: running, last: running }, { only: false, ids: hidden }),
    hidden.length > 0 ? countWork(db, everything, unknown) : none,
    waitingNow(db, now, hidden),
    sliceNames(crm, locale),
    firstRequestMonth(db),
  ]);
  const within = (count: WorkCount) => count.month >= past.first && count.month <= past.last;
  const work = new Work([
    { counts: kept, times: 1 },
    { counts: hiddenPast.filter(within), times: -1 },
    { counts: isRunning ? live : none, times: 1 },
  ]);
  const all = [
    { counts: series, times: 1 as const },
    { counts: hiddenPast, times: -1 as const },
    { counts: live, times: 1 as const },
  ];
  const rows = (dimension: 'service' | 'channel', values: readonly string[]) =>
    values.map((value) => workRow(work, waiting, names, dimension, value));
  const waits = waiting.find(({ dimension }) => dimension === 'all');
  return {
    period: { ...periodView(crm, locale, period), running: isRunning },
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

type Counts = ConstructorParameters<typeof Work>[0];

/** Thirteen months; what was open at the end of each is what had come in less what had ended. */
function byMonth(all: Counts, last: string): OperationsFigures['byMonth'] {
  const upTo = (measure: WorkMeasure, holds: (month: string) => boolean) => {
    let sum = 0;
    for (const { counts, times } of all)
      for (const count of counts)
        if (count.measure === measure && count.dimension === 'all' && holds(count.month))
          sum += times * count.n;
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
  all: Counts,
  now: Date,
): OperationsFigures['forecast'] {
  const counted = new Map<string, number>();
  for (const { counts, times } of all)
    for (const { dimension, value, n } of counts)
      if (dimension === 'week') counted.set(value, (counted.get(value) ?? 0) + times * n);
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
