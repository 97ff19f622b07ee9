import type {
  Board,
  BoardQuery,
  Queue,
  QueueQuery,
  QueueRow,
  QueueView,
} from '../../../contracts/queue';
import { boardStatuses, countCap, homeCountCap, queueViews } from '../../../contracts/queue';
import type { Locale } from '../../../contracts/vocabulary';
import { pick } from '../kernel/bilingual';
import type { Bilingual } from '../kernel/bilingual';
import type { Crm } from '../kernel/crm';
import type { Staff } from '../kernel/room';
import { promiseOf } from '../requests';
import type { RequestRow } from '../requests';
import { afterPlace, conditionOf, filtersOf, orders, visibleTo, writePlace } from './list.sql';
import { teamOf } from './people.sql';
import { both, sql } from './sql.text';
import type { Sql } from './sql.text';

const columns = [
  'id',
  'version',
  'reference',
  'applicant_name',
  'applicant_city',
  'kind',
  'status',
  'channel',
  'branch',
  'assignee_id',
  'submitted_at',
  'ended_at',
  'replied',
  'clock',
  'clock_settings',
  'step_due_at',
] as const satisfies readonly (keyof RequestRow)[];

type Listed = Pick<RequestRow, (typeof columns)[number]> & {
  service_name: Bilingual | null;
  assignee_name: string | null;
  place: string[];
};

/** The rows of these ids, without the forms and answers that a list does not show. */
const shown = (sort: QueueQuery['sort'], more = 'r.settled, r.due_latest'): string => `
  select ${more}, ${columns.map((column) => `r.${column}`).join(', ')},
    r.form -> 'service' -> 'name' as service_name,
    case when u.id is not null then concat_ws(' ', nullif(u.firstname, ''), nullif(u.lastname, '')) end as assignee_name,
    array[${orders[sort].place.map((column) => `r.${column}::text`).join(', ')}] as place
  from page join crm_requests r using (id) left join admin_users u on u.id = r.assignee_id`;

const orderOf = (sort: QueueQuery['sort'], table: string): string =>
  orders[sort].by.replace(/(settled|due_latest|submitted_at|id)\b/g, `${table}.$1`);

function rowOf(row: Listed, now: Date, locale: Locale): QueueRow {
  return {
    id: row.id,
    version: row.version,
    reference: row.reference,
    applicantName: row.applicant_name,
    city: row.applicant_city,
    kind: row.kind,
    serviceName: row.service_name && pick(row.service_name, locale),
    status: row.status,
    promise: promiseOf(row, now),
    stepDueAt: row.step_due_at?.toISOString() ?? null,
    channel: row.channel,
    branch: row.branch,
    assigneeId: row.assignee_id,
    assigneeName: row.assignee_name,
    submittedAt: row.submitted_at.toISOString(),
  };
}

const ask = async <Row>(crm: Crm, { text, values }: Sql): Promise<Row[]> =>
  ((await crm.db.raw(text, values)) as { rows: Row[] }).rows;

/** The ids of one page, in order. What the team holds is read person by person, each in order already. */
function idsOf(query: QueueQuery, staff: Staff, now: Date, filters: Sql): Sql {
  const { by, place } = orders[query.sort];
  const from = query.after ? 0 : (query.page - 1) * query.pageSize;
  const wanted = query.pageSize + 1;
  const after = query.after ? [afterPlace(query.sort, query.after)] : [];
  if (query.view !== 'team' || query.sort !== 'promise') {
    const where = both(conditionOf(query.view, staff, now), filters, ...after);
    return sql(
      `select id from crm_requests where ${where.text} order by ${by} limit ${wanted} offset ${from}`,
      ...where.values,
    );
  }
  const team = teamOf(staff);
  const where = both(sql('ended_at is null and assignee_id = team.person'), filters, ...after);
  return sql(
    `select held.id from (select distinct person from (${team.text}) as all_of_them(person)) as team
       cross join lateral (select ${place.join(', ')} from crm_requests where ${where.text}
         order by ${by} limit ${from + wanted}) as held
       order by ${by} limit ${wanted} offset ${from}`,
    ...team.values,
    ...where.values,
  );
}

type Counts = Record<QueueView, number>;

/** One JSON object: the count of every view, each as far as it is counted. */
function countsOf(staff: Staff, now: Date, filters: Sql, countedTo: number): Sql {
  const each = queueViews.map((view) => {
    const where = both(conditionOf(view, staff, now), filters);
    return sql(
      `'${view}', (select count(*) from (select from crm_requests where ${where.text} limit ${countedTo}) as counted)`,
      ...where.values,
    );
  });
  return sql(
    `json_build_object(${each.map(({ text }) => text).join(', ')})`,
    ...each.flatMap(({ values }) => values),
  );
}

/** The counts of the queue as it is before anybody narrows it, each as far as `homeCountCap`. */
export async function countQueue(crm: Crm, staff: Staff): Promise<Counts> {
  const counts = countsOf(staff, crm.now(), both(...visibleTo(staff)), homeCountCap);
  const [row] = await ask<{ counts: Counts }>(
    crm,
    sql(`select ${counts.text} as counts`, ...counts.values),
  );
  if (!row) throw new Error('counting gives one row');
  return row.counts;
}

/** The officers' queue: one page, and the count of every view, in one statement. */
export async function readQueue(crm: Crm, query: QueueQuery, staff: Staff): Promise<Queue> {
  const now = crm.now();
  const filters = filtersOf(crm, query, staff, now);
  const ids = idsOf(query, staff, now, filters);
  const counts = countsOf(staff, now, filters, countCap);
  // An empty page still has its counts: then the rest of the one row is null.
  const answer = await ask<{ counts: Counts } & (Listed | { id: null })>(
    crm,
    sql(
      `with page as materialized (${ids.text}), counted as materialized (select ${counts.text} as counts)
       select counted.counts, r.* from counted left join (${shown(query.sort)}) as r on true
       order by ${orderOf(query.sort, 'r')}`,
      ...ids.values,
      ...counts.values,
    ),
  );
  const [first] = answer;
  if (!first) throw new Error('counting gives one row');
  const found = answer.filter((row): row is { counts: Counts } & Listed => row.id !== null);
  const page = found.slice(0, query.pageSize);
  return {
    rows: page.map((row) => rowOf(row, now, query.locale)),
    total: first.counts[query.view],
    page: query.page,
    pageSize: query.pageSize,
    counts: first.counts,
    countedTo: countCap,
    next: found.length > page.length ? writePlace(page.at(-1)?.place ?? []) : null,
  };
}

/** The open requests of a view by status, the first cards of each: one statement, however many there are. */
export async function readBoard(crm: Crm, query: BoardQuery, staff: Staff): Promise<Board> {
  const now = crm.now();
  const narrowed = both(conditionOf(query.view, staff, now), filtersOf(crm, query, staff, now));
  const { by } = orders[query.sort];
  const each = boardStatuses.map((status, n) => {
    const where = both(sql(`ended_at is null and status = '${status}'`), narrowed);
    return sql(
      `select ${n} as n, card.id,
         (select count(*) from (select from crm_requests where ${where.text} limit ${countCap}) as counted)::int as count
       from (select id from crm_requests where ${where.text} order by ${by} limit ${query.cards}) as card`,
      ...where.values,
      ...where.values,
    );
  });
  const rows = await ask<Listed & { count: number }>(
    crm,
    sql(
      `with page as materialized (${each.map(({ text }) => `(${text})`).join(' union all ')})
       ${shown(query.sort, 'page.count')} order by page.n, ${orderOf(query.sort, 'r')}`,
      ...each.flatMap(({ values }) => values),
    ),
  );
  const columns = boardStatuses.map((status) => {
    const cards = rows.filter((row) => row.status === status);
    return {
      status,
      count: cards[0]?.count ?? 0,
      cards: cards.map((row) => rowOf(row, now, query.locale)),
    };
  });
  return { columns: columns.filter(({ count }) => count > 0), countedTo: countCap };
}
