import type { Knex } from 'knex';
import type { FileList, FilesQuery } from '../../../contracts/registry';
import { riyadhDate } from '../kernel/calendar.rules';
import type { Crm } from '../kernel/crm';
import { notHidden } from '../kernel/hidden';
import type { Staff } from '../kernel/room';
import type { FileRow } from './person.types';
import { filesOfPeople, summariesOf } from './summary.service';
import { lastAnnouncedDay } from './validity.rules';

/** People who hold an identity or a paper that has expired, or will by `until`. */
const expiringBy = (db: Knex, until: string) =>
  db.raw(
    `(select own.root_id from crm_beneficiaries own
      join crm_identities i on i.beneficiary_id = own.id
      where i.expires_on <= ? and i.state in ('valid', 'expired')
    union
    select own.root_id from crm_beneficiaries own
      join crm_person_documents d on d.beneficiary_id = own.id
      where d.valid_until <= ? and d.removed_at is null)`,
    [until, until],
  );

/** The files that this person may see, each person once. A delegate sees the own branch's (C8). */
export function visibleFiles(
  { db }: Pick<Crm, 'db'>,
  staff: Pick<Staff, 'branch'>,
): Knex.QueryBuilder<FileRow, FileRow[]> {
  const files = db<FileRow>('crm_beneficiaries as b').whereNull('b.merged_into');
  return staff.branch === null ? files : files.where('b.branch', staff.branch);
}

/** How many living people's files hold what expires soon or has expired. */
export async function countExpiring(crm: Crm, staff: Pick<Staff, 'branch'>): Promise<number> {
  const [counted] = await visibleFiles(crm, staff)
    .whereIn('b.status', ['active', 'paused'])
    .where('b.id', 'in', expiringBy(crm.db, noticeDay(crm)))
    .count<{ n: string }[]>('* as n');
  return Number(counted?.n ?? 0);
}

const noticeDay = (crm: Crm): string =>
  lastAnnouncedDay(riyadhDate(crm.now()), crm.settings.clocks.expiryNoticeDays);

/** What the list, and an export of it, can be narrowed by. */
export type FileFilters = Partial<Pick<FilesQuery, 'status' | 'category' | 'branch' | 'expiring'>>;

/** The visible files that fit the filters. */
export function filteredFiles(
  crm: Crm,
  { status, category, branch, expiring }: FileFilters,
  staff: Pick<Staff, 'branch'>,
): Knex.QueryBuilder<FileRow, FileRow[]> {
  const { db } = crm;
  const wanted = visibleFiles(crm, staff);
  if (status) void wanted.where('b.status', status);
  if (branch) void wanted.where('b.branch', branch);
  if (category)
    void wanted.whereIn(
      'b.id',
      db('crm_beneficiary_categories_held as h')
        .join('crm_beneficiaries as own', 'own.id', 'h.beneficiary_id')
        .where('h.category', category)
        .select('own.root_id'),
    );
  if (expiring) {
    void wanted.where('b.id', 'in', expiringBy(db, noticeDay(crm)));
    // Nobody is asked to renew the papers of who has died or left.
    if (!status) void wanted.whereIn('b.status', ['active', 'paused']);
  }
  return wanted;
}

/** GET /beneficiaries: one page of files and how many there are. */
export async function listFiles(crm: Crm, query: FilesQuery, staff: Staff): Promise<FileList> {
  const { db } = crm;
  const { page, pageSize } = query;
  const wanted = filteredFiles(crm, query, staff);
  const ordered = wanted.clone();
  if (query.sort === 'name') void ordered.orderBy([{ column: 'b.name_key' }, { column: 'b.id' }]);
  else void ordered.orderBy([{ column: 'b.created_at', order: 'desc' }, { column: 'b.id' }]);
  const [rows, [counted]] = await Promise.all([
    ordered
      .limit(pageSize)
      .offset((page - 1) * pageSize)
      .select('b.*') as unknown as Promise<FileRow[]>,
    wanted.clone().count<{ n: string }[]>('* as n'),
  ]);
  const [summaries, requests] = await Promise.all([
    summariesOf(crm, rows, query.locale),
    countRequests(
      db,
      rows.map(({ id }) => id),
      staff,
    ),
  ]);
  return {
    rows: summaries.map((summary, at) => ({
      ...summary,
      openedAt: rows[at]?.created_at.toISOString() ?? '',
      requests: requests.get(summary.id) ?? 0,
    })),
    total: Number(counted?.n ?? 0),
    page,
    pageSize,
  };
}

async function countRequests(
  db: Knex,
  roots: readonly string[],
  staff: Pick<Staff, 'id' | 'branch'>,
): Promise<Map<string, number>> {
  const rootOf = await filesOfPeople(db, roots);
  const counted = await db('crm_requests')
    .whereIn('beneficiary_id', [...rootOf.keys()])
    .modify(notHidden(staff.id, 'id'))
    .modify((query) => void (staff.branch !== null && query.where('branch', staff.branch)))
    .groupBy('beneficiary_id')
    .select<{ beneficiary_id: string; n: string }[]>('beneficiary_id', db.raw('count(*) as n'));
  const counts = new Map<string, number>();
  for (const { beneficiary_id, n } of counted) {
    const root = rootOf.get(beneficiary_id) ?? beneficiary_id;
    counts.set(root, (counts.get(root) ?? 0) + Number(n));
  }
  return counts;
}
