import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { NoticeKind, NoticeList, NoticeRow, NoticesQuery } from '../../../contracts/notices';
import type { RequestKind, RequestStatus } from '../../../contracts/vocabulary';
import { pick } from '../kernel/bilingual';
import type { Crm } from '../kernel/crm';
import type { Staff } from '../kernel/room';
import { insertMany } from '../kernel/sql';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { knownTo } from '../requests';
import type { RequestRow } from '../requests';

/** Puts notices before people of the staff, and has them sent by e-mail where the association sends any. */
export async function tellStaff(
  unit: UnitOfWork,
  kind: NoticeKind,
  notices: readonly { staff: number; clock: string; request: string }[],
): Promise<void> {
  const { crm, trx, now, enqueue } = unit;
  const mail = crm.settings.smtpConfigured;
  await insertMany(
    trx,
    'crm_notices',
    notices.map(({ staff, clock, request }) => ({
      id: randomUUID(),
      staff_id: staff,
      kind,
      clock_id: clock,
      request_id: request,
      mail: mail ? 'waiting' : 'none',
      created_at: now.toISOString(),
    })),
  );
  if (!mail) return;
  // One letter for all that waits for a person, not one for each.
  for (const staff of new Set(notices.map((notice) => notice.staff)))
    enqueue('mail_notices', { staff }, { key: `mail_notices:${staff}` });
}

/** What a person was told, as far as that person may still know of it (C8, O6e). */
const noticesOf = (db: Knex, staff: Pick<Staff, 'id' | 'branch'>): Knex.QueryBuilder =>
  db('crm_notices as n')
    .join('crm_requests as r', 'r.id', 'n.request_id')
    .where('n.staff_id', staff.id)
    .modify(knownTo(staff, 'r'));

const countOf = async (found: Knex.QueryBuilder): Promise<number> => {
  const [row] = (await found.count('* as n')) as { n: string }[];
  return Number(row?.n ?? 0);
};

export const countUnreadNotices = ({ db }: Pick<Crm, 'db'>, staff: Staff): Promise<number> =>
  countOf(noticesOf(db, staff).whereNull('n.read_at'));

interface Found {
  id: string;
  kind: NoticeKind;
  request_id: string;
  reference: string;
  applicant_name: string;
  request_kind: RequestKind;
  form: RequestRow['form'];
  step: RequestStatus;
  due_at: Date | null;
  ended_at: Date | null;
  created_at: Date;
  read_at: Date | null;
}

/** GET /notices */
export async function readNotices(
  { db }: Pick<Crm, 'db'>,
  { view, page, pageSize, locale }: NoticesQuery,
  staff: Staff,
): Promise<NoticeList> {
  const shown = () =>
    view === 'all' ? noticesOf(db, staff) : noticesOf(db, staff).whereNull('n.read_at');
  const [rows, total, unread] = await Promise.all([
    shown()
      .join('crm_step_clocks as c', 'c.id', 'n.clock_id')
      .orderBy([
        { column: 'n.created_at', order: 'desc' },
        { column: 'n.id', order: 'asc' },
      ])
      .limit(pageSize)
      .offset((page - 1) * pageSize)
      .select(
        'n.id',
        'n.kind',
        'n.request_id',
        'r.reference',
        'r.applicant_name',
        'r.kind as request_kind',
        'r.form',
        'c.status as step',
        'c.due_at',
        'c.ended_at',
        'n.created_at',
        'n.read_at',
      ) as Promise<Found[]>,
    countOf(shown()),
    countOf(noticesOf(db, staff).whereNull('n.read_at')),
  ]);
  return {
    rows: rows.map((row): NoticeRow => ({
      id: row.id,
      kind: row.kind,
      requestId: row.request_id,
      reference: row.reference,
      applicantName: row.applicant_name,
      requestKind: row.request_kind,
      serviceName: row.form.service ? pick(row.form.service.name, locale) : null,
      step: row.step,
      dueAt: row.due_at?.toISOString() ?? null,
      settled: row.ended_at !== null,
      at: row.created_at.toISOString(),
      readAt: row.read_at?.toISOString() ?? null,
    })),
    total,
    unread,
    page,
    pageSize,
  };
}

/** POST /notices/read: of one's own these, or all. What is read needs no e-mail. Doing it twice changes nothing. */
export async function markRead(
  { db, now }: Pick<Crm, 'db' | 'now'>,
  ids: readonly string[] | undefined,
  staff: Staff,
): Promise<void> {
  const unread = db('crm_notices').where({ staff_id: staff.id }).whereNull('read_at');
  await (ids ? unread.whereIn('id', [...ids]) : unread).update({
    read_at: now(),
    mail: db.raw(`case mail when 'waiting' then 'none' else mail end`),
  });
}
