import type { Knex } from 'knex';
import type { OperationsFigures } from '../../../contracts/admin';
import type {
  ChannelSlug,
  Locale,
  RequestKind,
  RequestStatus,
} from '../../../contracts/vocabulary';
import { addDays } from '../kernel/calendar.rules';
import type { Crm } from '../kernel/crm';
import { hiddenFrom, notHidden } from '../kernel/hidden';
import type { Staff } from '../kernel/room';
import { listServices } from '../services';
import { monthOf, periodOf, startOfDay } from './period.rules';
import type { Period, PeriodName } from './period.rules';

/** From the first instant of the period to the first after it. */
const bounds = ({ from, to }: Period): [Date, Date] => [
  startOfDay(from),
  startOfDay(addDays(to, 1)),
];

/** GET /operations/figures: the running month included, and nothing that is hidden from the reader. */
export async function operationsFigures(
  crm: Crm,
  { period: name, locale }: { period: PeriodName; locale: Locale },
  staff: Pick<Staff, 'id'>,
): Promise<OperationsFigures> {
  const { db } = crm;
  const now = crm.now();
  const first = name === 'all' ? await firstRequestMonth(db, staff) : null;
  const period = periodOf(name, now, first, true);
  const [breakdown, byMonth, timeToReply, overdue, services] = await Promise.all([
    breakDown(db, period, staff),
    monthByMonth(db, period, staff),
    replyTimes(db, period, staff),
    countOverdue(db, now, staff),
    listServices(crm, locale),
  ]);
  const names = new Map(services.map((service) => [service.slug, service.name]));
  return {
    period: { from: period.from, to: period.to },
    ...breakdown,
    byService: breakdown.byService.map(({ key, n }) => ({ key, n, name: names.get(key) ?? key })),
    byMonth,
    timeToReply,
    overdue,
  };
}

type Reader = Pick<Staff, 'id'>;
const known = (request: string): string => `${request} <> all(array(${hiddenFrom()}))`;

async function firstRequestMonth(db: Knex, { id }: Reader): Promise<string | null> {
  const row = await db('crm_requests')
    .modify(notHidden(id, 'id'))
    .min('submitted_at as at')
    .first<{ at: Date | null } | undefined>();
  return row?.at ? monthOf(row.at) : null;
}

interface Group {
  status: RequestStatus | null;
  channel: ChannelSlug | null;
  kind: RequestKind | null;
  service_slug: string | null;
  /** which column the row is grouped by */
  by: 'status' | 'channel' | 'kind' | 'service';
  n: number;
}

/** What was submitted in the period, by each of four columns, in one pass. */
async function breakDown(db: Knex, period: Period, { id }: Reader) {
  const { rows } = (await db.raw(
    `select status, channel, kind, service_slug, count(*)::int as n,
            case 0 when grouping(status) then 'status' when grouping(channel) then 'channel'
                   when grouping(kind) then 'kind' else 'service' end as by
       from crm_requests where submitted_at >= ? and submitted_at < ? and ${known('id')}
      group by grouping sets ((status), (channel), (kind), (service_slug))
      order by n desc`,
    [...bounds(period), id],
  )) as { rows: Group[] };
  const by = <Key extends string>(column: Group['by'], keyOf: (row: Group) => Key | null) =>
    rows.flatMap((row) => {
      const key = row.by === column ? keyOf(row) : null;
      return key === null ? [] : [{ key, n: row.n }];
    });
  const byStatus = by('status', (row) => row.status);
  return {
    total: byStatus.reduce((sum, { n }) => sum + n, 0),
    byStatus,
    byChannel: by('channel', (row) => row.channel),
    byKind: by('kind', (row) => row.kind),
    // Requests without a service are told apart by their kind.
    byService: by('service', (row) => row.service_slug),
  };
}

/** Every month of the period, the empty ones too. */
async function monthByMonth(
  db: Knex,
  period: Period,
  { id }: Reader,
): Promise<OperationsFigures['byMonth']> {
  const { rows } = (await db.raw(
    `select month, sum(submitted)::int as submitted, sum(replied)::int as replied from (
       select to_char(submitted_at at time zone 'Asia/Riyadh', 'YYYY-MM') as month, 1 as submitted, 0 as replied
         from crm_requests where submitted_at >= ? and submitted_at < ? and ${known('id')}
       union all
       select to_char(replied_at at time zone 'Asia/Riyadh', 'YYYY-MM'), 0, 1
         from crm_decisions where replied_at >= ? and replied_at < ? and ${known('request_id')}
     ) happened group by month`,
    [...bounds(period), id, ...bounds(period), id],
  )) as { rows: OperationsFigures['byMonth'] };
  const found = new Map(rows.map((row) => [row.month, row]));
  return period.months.map((month) => found.get(month) ?? { month, submitted: 0, replied: 0 });
}

/**
 * How long the replies of the period took, in days without the pauses in which the applicant owed an answer,
 * and the share that kept the promised date (S5). Of several replies to one request the one in force counts.
 */
async function replyTimes(
  db: Knex,
  period: Period,
  { id }: Reader,
): Promise<OperationsFigures['timeToReply']> {
  const { rows } = (await db.raw(
    `select count(*)::int as n,
            (percentile_cont(0.5) within group (order by days))::float as median,
            (percentile_cont(0.9) within group (order by days))::float as p90,
            avg(kept::int)::float as within_promise
       from (
         select greatest(0, extract(epoch from d.replied_at - r.submitted_at) / 86400
                            - (r.clock ->> 'pausedMs')::float / 86400000) as days,
                d.replied_at <= r.due_latest as kept
           from crm_decisions d join crm_requests r on r.id = d.request_id
          where d.in_force and d.replied_at >= ? and d.replied_at < ? and ${known('r.id')}
       ) replies`,
    [...bounds(period), id],
  )) as {
    rows: {
      n: number;
      median: number | null;
      p90: number | null;
      within_promise: number | null;
    }[];
  };
  const [row] = rows;
  return {
    n: row?.n ?? 0,
    median: row?.median ?? null,
    p90: row?.p90 ?? null,
    withinPromise: row?.within_promise ?? null,
  };
}

/** Now, whatever the period: replies that are owed and late. */
async function countOverdue(db: Knex, now: Date, { id }: Reader): Promise<number> {
  const [counted] = await db('crm_requests')
    .modify(notHidden(id, 'id'))
    .whereNull('ended_at')
    .where({ replied: false, paused: false })
    .where('due_latest', '<', now)
    .count<{ n: string }[]>('* as n');
  return Number(counted?.n ?? 0);
}
