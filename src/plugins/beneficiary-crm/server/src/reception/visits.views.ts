import type { Knex } from 'knex';
import type { DayAtDesk, VisitDetail, VisitRow } from '../../../contracts/reception';
import type { FileStatus, Locale } from '../../../contracts/vocabulary';
import { riyadhDate } from '../kernel/calendar.rules';
import type { Crm } from '../kernel/crm';
import { notFound } from '../kernel/errors';
import { isId } from '../kernel/http';
import type { Staff } from '../kernel/room';
import { staffNames } from '../kernel/staff';
import { interactionsOfVisit } from './interactions.service';
import { ofBranch } from './people';
import { questionsOfVisit } from './questions.views';
import { branches } from './reception.service';
import { stepsFrom } from './visits.rules';
import type { StoredVisit } from './visits.service';

type ReadVisit = StoredVisit & {
  file_id: string | null;
  file_number: string | null;
  file_name: string | null;
  file_status: FileStatus | null;
  open: string;
  answered: string;
};

const withFileAndQuestions = (db: Knex) =>
  db('crm_visits as v')
    .leftJoin('crm_beneficiaries as own', 'own.id', 'v.beneficiary_id')
    .leftJoin('crm_beneficiaries as root', 'root.id', 'own.root_id')
    .select<ReadVisit[]>(
      'v.*',
      'root.id as file_id',
      'root.file_number',
      'root.name as file_name',
      'root.status as file_status',
      db.raw(`(select count(*) from crm_questions q
        where q.visit_id = v.id and q.answered_at is null) as open`),
      db.raw(`(select count(*) from crm_questions q
        where q.visit_id = v.id and q.answered_at is not null and q.told_at is null) as answered`),
    );

async function views(crm: Crm, rows: readonly ReadVisit[], locale: Locale): Promise<VisitRow[]> {
  const [names, offices] = await Promise.all([
    staffNames(
      crm,
      rows.flatMap((row) => (row.served_by === null ? [] : [row.served_by])),
    ),
    rows.some((row) => row.branch !== null) ? branches(crm, locale) : [],
  ]);
  const branchOf = (slug: string) => ({
    slug,
    name: offices.find((office) => office.slug === slug)?.name ?? slug,
  });
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    name: row.name,
    phone: row.phone,
    reason: row.reason,
    channel: row.channel,
    branch: row.branch === null ? null : branchOf(row.branch),
    state: row.state,
    arrivedAt: row.arrived_at.toISOString(),
    startedAt: row.started_at?.toISOString() ?? null,
    endedAt: row.ended_at?.toISOString() ?? null,
    servedBy: row.served_by === null ? null : (names.get(row.served_by) ?? null),
    person:
      row.file_id && row.file_number && row.file_name && row.file_status
        ? {
            id: row.file_id,
            fileNumber: row.file_number,
            name: row.file_name,
            status: row.file_status,
          }
        : null,
    questions: { open: Number(row.open), answered: Number(row.answered) },
    steps: stepsFrom(row.state),
  }));
}

/** GET /visits: a day's visitors in order of arrival, of the own branch for a delegate. */
export async function readDay(
  crm: Crm,
  asked: string | undefined,
  staff: Staff,
  locale: Locale,
): Promise<DayAtDesk> {
  const day = asked ?? riyadhDate(crm.now());
  const rows = await withFileAndQuestions(crm.db)
    .where('v.day', day)
    .modify(ofBranch(staff, 'v.branch'))
    .orderBy(['v.arrived_at', 'v.id']);
  return { day, rows: await views(crm, rows, locale) };
}

/** GET /visits/:id, with what was said and asked. @throws CrmError 404, also for another branch's */
export async function readVisit(
  crm: Crm,
  id: string,
  staff: Staff,
  locale: Locale,
): Promise<VisitDetail> {
  if (!isId(id)) throw notFound();
  const [row] = await withFileAndQuestions(crm.db)
    .where('v.id', id)
    .modify(ofBranch(staff, 'v.branch'));
  if (!row) throw notFound();
  const [[view], names, interactions, passedOn] = await Promise.all([
    views(crm, [row], locale),
    staffNames(crm, [row.registered_by]),
    interactionsOfVisit(crm, crm.db, id, staff),
    questionsOfVisit(crm, id, staff),
  ]);
  if (!view) throw notFound();
  return { ...view, registeredBy: names.get(row.registered_by) ?? '', interactions, passedOn };
}

/** Visitors of today who arrived and whom nobody serves yet. */
export async function countWaitingVisitors(
  crm: Pick<Crm, 'db' | 'now'>,
  staff: Pick<Staff, 'branch'>,
): Promise<number> {
  const [counted] = await crm
    .db('crm_visits')
    .where({ day: riyadhDate(crm.now()), state: 'arrived' })
    .modify(ofBranch(staff))
    .count<{ n: string }[]>('* as n');
  return Number(counted?.n ?? 0);
}
