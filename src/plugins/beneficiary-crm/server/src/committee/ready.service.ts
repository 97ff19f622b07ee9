import type { Knex } from 'knex';
import type { ReadyList, ReadyRequest } from '../../../contracts/sessions';
import type { CommitteePurpose, Locale, RequestKind } from '../../../contracts/vocabulary';
import { pick, pickOrNull } from '../kernel/bilingual';
import type { Bilingual } from '../kernel/bilingual';
import type { Crm } from '../kernel/crm';
import type { Staff } from '../kernel/room';
import { committeeToPlan } from './session.committee';
import { notHiddenFrom } from './seen.sql';

interface ReadyRow {
  id: string;
  reference: string;
  applicant_name: string;
  service_name: Bilingual | null;
  kind: RequestKind;
  due_latest: Date;
  carried_over: boolean;
}

/** What waits for a committee and stands on no agenda: appeals for the panel, everything else for the other. */
const waiting = (db: Knex, purpose: CommitteePurpose) =>
  db('crm_requests as r')
    .where('r.status', 'committee')
    .where('r.kind', purpose === 'appeals' ? '=' : '<>', 'appeal')
    .whereNotExists(
      db('crm_agenda_items as i')
        .whereRaw('i.request_id = r.id')
        .whereIn('i.status', ['pending', 'open', 'closed']),
    );

/**
 * Whether the last that became of a request before a committee was that there was no quorum for it.
 * @param item the item that asks, which is not counted itself, as the name of its table in the query
 */
export const carriedOver = (request: string, item?: string): string => `coalesce((
  select q.status = 'no_quorum' from crm_agenda_items q
   where q.request_id = ${request} and q.position is not null
     ${item ? `and q.id <> ${item}.id and q.created_at <= ${item}.created_at` : ''}
   order by q.created_at desc limit 1), false)`;

/** In the order in which an agenda is filled: what a session had no quorum for first, then by promise. */
export const readyFor = (db: Knex, purpose: CommitteePurpose): Knex.QueryBuilder =>
  waiting(db, purpose)
    .orderByRaw(`${carriedOver('r.id')} desc, r.due_latest, r.id`)
    .limit(500);

export async function countReady(
  crm: Crm,
  purpose: CommitteePurpose,
  staff: Staff,
): Promise<number> {
  const [row] = await waiting(crm.db, purpose)
    .modify(notHiddenFrom(staff.id, 'r.id'))
    .count<{ n: string }[]>('* as n');
  return Number(row?.n ?? 0);
}

/** What may be put on an agenda, as the reader may know of it. */
export async function listReady(
  crm: Crm,
  asked: { committee?: string; purpose: CommitteePurpose },
  staff: Staff,
  locale: Locale,
): Promise<ReadyList> {
  const committee = await committeeToPlan(crm, asked);
  const rows: ReadyRow[] = await readyFor(crm.db, committee.purpose)
    .modify(notHiddenFrom(staff.id, 'r.id'))
    .select('r.id', 'r.reference', 'r.applicant_name', 'r.kind', 'r.due_latest')
    .select(
      crm.db.raw(
        `r.form -> 'service' -> 'name' as service_name, ${carriedOver('r.id')} as carried_over`,
      ),
    );
  const now = crm.now();
  return {
    committee: committee.documentId,
    committeeName: pick(committee.name, locale),
    itemMinutes: committee.itemMinutes,
    requests: rows.map((row): ReadyRequest => ({
      requestId: row.id,
      reference: row.reference,
      applicantName: row.applicant_name,
      serviceName: pickOrNull(row.service_name, locale),
      kind: row.kind,
      promised: row.due_latest.toISOString(),
      overdue: row.due_latest < now,
      carriedOver: row.carried_over,
      appealed: row.kind === 'appeal',
    })),
  };
}
