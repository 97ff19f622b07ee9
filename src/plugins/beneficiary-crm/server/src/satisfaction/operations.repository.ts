import type { Knex } from 'knex';
import { addMonths, firstDay, monthOf, startOfDay } from './period.rules';

/**
 * The work in counts. `submitted`, `status` and `funnel` are of the requests of the month; `ended`, `replied`, `kept`
 * and `first_answer` of what happened in it.
 */
export const workMeasures = [
  'submitted',
  'status',
  'funnel',
  'ended',
  'replied',
  'kept',
  'first_answer',
] as const;
export type WorkMeasure = (typeof workMeasures)[number];

export interface WorkCount {
  /** YYYY-MM */
  month: string;
  measure: WorkMeasure;
  dimension: string;
  value: string;
  step: number;
  n: number;
}

/** Steps of the lengths of time: replies by quarters of a day, first answers by hours. */
export const stepsPerDay = { replied: 4, first_answer: 24 } as const;

/** What tells the applicant something new for the first time, after the receipt. */
const answers = [
  'request.applicant_asked',
  'request.referred_to_committee',
  'request.answered',
  'request.replied',
];

const month = (column: string): string =>
  `to_char(${column} at time zone 'Asia/Riyadh', 'YYYY-MM')`;
/** The Sunday of a Riyadh day's week. */
const sunday = (column: string): string =>
  `to_char((${column} at time zone 'Asia/Riyadh')::date
    - extract(dow from ${column} at time zone 'Asia/Riyadh')::int, 'YYYY-MM-DD')`;

/**
 * From one instant to the other; only these requests, or all but these. Whoever changes a count here empties the
 * kept ones by a migration.
 */
const countWorkSql = (of: (column: string) => string): string => `
  with submitted as (
    select ${month('r.submitted_at')} as month, r.id, r.status, r.service_slug, r.channel, r.kind,
           ${sunday('r.submitted_at')} as week
      from crm_requests r
     where r.submitted_at >= :from and r.submitted_at < :to and ${of('r.id')}
  ), passed as (
    select s.month,
           d.request_id is not null as decided,
           d.outcome = 'accepted' as accepted,
           s.status in ('enrolled', 'in_delivery', 'completed') and d.outcome = 'accepted' as enrolled,
           s.status in ('in_delivery', 'completed') and d.outcome = 'accepted' as delivered
      from submitted s left join crm_decisions d on d.request_id = s.id and d.in_force and d.outcome <> 'deferred'
     where s.kind = 'assistance'
  ), replied as (
    select ${month('d.replied_at')} as month, r.service_slug, r.channel,
           d.replied_at <= r.due_latest as kept,
           floor(greatest(0, extract(epoch from d.replied_at - r.submitted_at) / 86400
             - coalesce((r.clock ->> 'pausedMs')::float, 0) / 86400000) * ${stepsPerDay.replied})::int as step
      from crm_decisions d join crm_requests r on r.id = d.request_id
     where d.in_force and d.replied_at >= :from and d.replied_at < :to and ${of('r.id')}
  ), answered as (
    select ${month('e.at')} as month, r.service_slug, r.channel,
           floor(greatest(0, extract(epoch from e.at - r.submitted_at)) / 86400 * ${stepsPerDay.first_answer})::int as step
      from crm_events e join crm_requests r on r.id = e.request_id
     where e.type = any(:answers) and e.at >= :from and e.at < :to and ${of('r.id')}
       and not exists (select from crm_events f
             where f.request_id = e.request_id and f.type = any(:answers) and f.seq < e.seq)
  )
  select month, 'submitted' as measure,
         case 0 when grouping(service_slug) then 'service' when grouping(channel) then 'channel'
                when grouping(kind) then 'kind' when grouping(week) then 'week' else 'all' end as dimension,
         coalesce(service_slug, channel, kind, week,
                  case when grouping(service_slug) = 0 then '-' else '' end) as value,
         0 as step, count(*)::int as n
    from submitted group by month, grouping sets ((), (service_slug), (channel), (kind), (week))
  union all
  select month, 'status', 'status', status, 0, count(*)::int from submitted group by month, status
  union all
  select month, 'funnel', 'funnel', step.name, 0, step.n::int
    from (select month, count(*) as submitted, count(*) filter (where decided) as decided,
                 count(*) filter (where accepted) as accepted, count(*) filter (where enrolled) as enrolled,
                 count(*) filter (where delivered) as delivered from passed group by month) f
    cross join lateral (values ('submitted', submitted), ('decided', decided), ('accepted', accepted),
                               ('enrolled', enrolled), ('delivered', delivered)) as step (name, n)
  union all
  select ${month('ended_at')}, 'ended', 'all', '', 0, count(*)::int
    from crm_requests where ended_at >= :from and ended_at < :to and ${of('id')} group by 1
  union all
  select month, measure, dimension, value, step, n from (
    select month, 'replied' as measure, step, count(*)::int as n,
           case 0 when grouping(service_slug) then 'service' when grouping(channel) then 'channel' else 'all' end as dimension,
           coalesce(service_slug, channel, case when grouping(service_slug) = 0 then '-' else '' end) as value
      from replied group by month, step, grouping sets ((), (service_slug), (channel))
    union all
    select month, 'kept', 0, count(*)::int,
           case 0 when grouping(service_slug) then 'service' when grouping(channel) then 'channel' else 'all' end,
           coalesce(service_slug, channel, case when grouping(service_slug) = 0 then '-' else '' end)
      from replied where kept group by month, grouping sets ((), (service_slug), (channel))
    union all
    select month, 'first_answer', step, count(*)::int,
           case 0 when grouping(service_slug) then 'service' when grouping(channel) then 'channel' else 'all' end,
           coalesce(service_slug, channel, case when grouping(service_slug) = 0 then '-' else '' end)
      from answered group by month, step, grouping sets ((), (service_slug), (channel))
  ) times`;

/** A stretch of time, the end left out. */
export interface Stretch {
  from: Date;
  to: Date;
}

export const stretchOf = (first: string, last: string): Stretch => ({
  from: startOfDay(firstDay(first)),
  to: startOfDay(firstDay(addMonths(last, 1))),
});

/** Counts from the requests themselves. */
export async function countWork(
  db: Knex,
  { from, to }: Stretch,
  requests: { only: boolean; ids: readonly string[] },
): Promise<WorkCount[]> {
  const of = (column: string) =>
    requests.only ? `${column} = any(:ids::uuid[])` : `${column} <> all(:ids::uuid[])`;
  const { rows } = (await db.raw(countWorkSql(of), {
    from,
    to,
    ids: [...requests.ids],
    answers,
  })) as { rows: WorkCount[] };
  return rows;
}

const kept = 'crm_operations_counts';

/** When the work was counted, and what was left out of it. */
export interface WorkRun {
  at: Date;
  apart: string[];
}

/** Null: it was not counted yet. */
export async function lastRun(db: Knex): Promise<WorkRun | null> {
  const row = await db('crm_operations_runs').first<WorkRun | undefined>(
    'counted_at as at',
    'apart',
  );
  return row ?? null;
}

/** Every request that is hidden from somebody: complaints about staff, appeals, and what conflicts were declared for. */
export async function apartNow(db: Knex): Promise<string[]> {
  const { rows } = (await db.raw(
    `select id from crm_requests where about_staff_id is not null or kind = 'appeal'
     union
     select crm_matter(i.request_id) from crm_recusals c join crm_agenda_items i on i.id = c.item_id
      where c.withdrawn_at is null
     order by 1`,
  )) as { rows: { id: string }[] };
  return rows.map(({ id }) => id);
}

/** The months, YYYY-MM, in which something changed since an instant, or that these requests are part of. */
export async function changedMonths(
  db: Knex,
  since: Date,
  requests: readonly string[],
): Promise<string[]> {
  const { rows } = (await db.raw(
    `select distinct unnest(array[${month('submitted_at')}, ${month('ended_at')},
            (select ${month('replied_at')} from crm_decisions d where d.request_id = r.id and d.in_force)]
            || array(select ${month('at')} from crm_events e
                      where e.request_id = r.id and e.type = any(:answers))) as month
       from crm_requests r where updated_at >= :since or id = any(:requests::uuid[])`,
    { since, requests: [...requests], answers },
  )) as { rows: { month: string | null }[] };
  return rows.flatMap((row) => row.month ?? []);
}

export async function firstRequestMonth(db: Knex): Promise<string | null> {
  const row = await db('crm_requests').min('submitted_at as at').first<{ at: Date | null }>();
  return row.at && monthOf(row.at);
}

/** Counts months in place of what was counted of them before, up to the moment of the run. */
export async function keepWork(
  trx: Knex.Transaction,
  months: readonly string[],
  run: WorkRun,
): Promise<void> {
  const sorted = [...months].sort();
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first !== undefined && last !== undefined) {
    // Many months are counted in one pass, a few each by itself.
    const stretches: [string, string][] =
      sorted.length > 4 ? [[first, last]] : sorted.map((name) => [name, name]);
    for (const [from, until] of stretches) {
      const { from: begin, to } = stretchOf(from, until);
      const end = to < run.at ? to : run.at;
      const counts = await countWork(
        trx,
        { from: begin, to: end },
        { only: false, ids: run.apart },
      );
      const wanted = counts.filter((count) => sorted.includes(count.month));
      await trx(kept)
        .whereIn('month', sorted.filter((name) => name >= from && name <= until).map(firstDay))
        .delete();
      await trx.raw(
        `insert into ${kept} select month, measure, dimension, value, step, n
           from json_to_recordset(?::json) as counted (month date, measure text, dimension text, value text, step int, n int)`,
        [JSON.stringify(wanted.map((count) => ({ ...count, month: firstDay(count.month) })))],
      );
    }
  }
  await trx.raw(
    `insert into crm_operations_runs (counted_at, apart) values (?, ?::uuid[])
     on conflict (singleton) do update set counted_at = excluded.counted_at, apart = excluded.apart`,
    [run.at, run.apart],
  );
}

/** The kept counts of a period, summed over its months. */
export async function keptWork(
  db: Knex,
  months: { first: string; last: string },
): Promise<WorkCount[]> {
  const { rows } = (await db.raw(
    `select '' as month, measure, dimension, value, step, sum(n)::int as n from ${kept}
      where month between ? and ? and dimension <> 'week' group by 2, 3, 4, 5`,
    [firstDay(months.first), firstDay(months.last)],
  )) as { rows: WorkCount[] };
  return rows;
}

/** By month, over everything: what was submitted, replied to and ended; and what was submitted by week. */
export async function keptSeries(db: Knex): Promise<WorkCount[]> {
  const { rows } = (await db.raw(
    `select to_char(month, 'YYYY-MM') as month, measure, dimension, value, 0 as step, sum(n)::int as n
       from ${kept}
      where (dimension = 'all' and measure in ('submitted', 'replied', 'ended')) or dimension = 'week'
      group by month, measure, dimension, value`,
  )) as { rows: WorkCount[] };
  return rows;
}

export interface Waiting {
  dimension: 'all' | 'service' | 'channel' | 'age';
  value: string;
  n: number;
  paused: number;
  overdue: number;
}

/** Days from which requests are counted together by their age. */
export const ageBounds = [0, 7, 14, 30, 60] as const;

/** Requests that wait for their reply now. */
export async function waitingNow(
  db: Knex,
  now: Date,
  hidden: readonly string[],
): Promise<Waiting[]> {
  const { rows } = (await db.raw(
    `select case 0 when grouping(service_slug) then 'service' when grouping(channel) then 'channel'
                   when grouping(age) then 'age' else 'all' end as dimension,
            coalesce(service_slug, channel, age, case when grouping(service_slug) = 0 then '-' else '' end) as value,
            count(*)::int as n, count(*) filter (where paused)::int as paused,
            count(*) filter (where not paused and due_latest < :now)::int as overdue
       from (select service_slug, channel, paused, due_latest,
                    width_bucket(extract(epoch from :now - submitted_at) / 86400, :bounds)::text as age
               from crm_requests
              where ended_at is null and not replied and id <> all(:hidden::uuid[])) waiting
      group by grouping sets ((), (service_slug), (channel), (age))`,
    { now, hidden: [...hidden], bounds: [...ageBounds] },
  )) as { rows: Waiting[] };
  return rows;
}

/** The ids of the requests that a person must not know of. */
export async function hiddenIds(db: Knex, person: number): Promise<string[]> {
  const { rows } = (await db.raw('select id from crm_hidden_requests(?) as hidden (id)', [
    person,
  ])) as { rows: { id: string }[] };
  return rows.map(({ id }) => id);
}
