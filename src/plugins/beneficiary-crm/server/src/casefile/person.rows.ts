import type { Knex } from 'knex';
import type { Crm } from '../kernel/crm';
import { notHidden } from '../kernel/hidden';
import type { Staff } from '../kernel/room';
import { eventFromRow } from '../kernel/unit-of-work';
import type { EventRow, RecordedEvent } from '../kernel/unit-of-work';
import { appointmentsOf, interactionsOf } from '../reception';
import { knownTo } from '../requests';
import type { RequestRow } from '../requests';
import { isEvaluation } from './timeline.rules';

/** What the other rooms hold of a person: a fixed number of queries, whatever the file has seen. */

/** As many of the newest events as a page shows. */
const newestEvents = 200;

export interface OfPerson {
  /** the file that speaks and those merged into it */
  ids: readonly string[];
  /** who reads: a delegate sees the own branch, and nobody what is hidden from them */
  staff: Pick<Staff, 'id' | 'branch'>;
}

type RequestBrief = Pick<
  RequestRow,
  'id' | 'reference' | 'kind' | 'form' | 'status' | 'channel' | 'submitted_at' | 'ended_at'
>;
interface DeliveryBrief {
  id: string;
  request_id: string;
  reference: string;
  what: string;
  amount: number | null;
  delivered_on: string;
  received_by: string;
}

export interface PersonEvent {
  event: RecordedEvent;
  /** of the message that the event is about */
  template: string | null;
}

const requestIds = (db: Knex, of: OfPerson) =>
  db('crm_requests')
    .whereIn('beneficiary_id', [...of.ids])
    .modify(knownTo(of.staff))
    .select('id');

type EventOfRequest = EventRow & { template: string | null };

/** The newest events of the person and of the person's requests, newest first; none about evaluations (O6c). */
async function eventsOf(db: Knex, of: OfPerson): Promise<PersonEvent[]> {
  const [own, ofRequests] = await Promise.all([
    db('crm_events')
      .where('subject_kind', 'beneficiary')
      .whereIn('subject_id', [...of.ids])
      .modify(notHidden(of.staff.id, 'request_id'))
      .orderBy('seq', 'desc')
      .limit(newestEvents)
      .select<EventRow[]>('*'),
    db('crm_events as e')
      .leftJoin('crm_messages as m', (on) => {
        on.on(
          'm.id',
          '=',
          db.raw(`case when e.subject_kind = 'message' then e.subject_id::uuid end`),
        );
      })
      .whereIn('e.request_id', requestIds(db, of))
      .orderBy('e.seq', 'desc')
      .limit(newestEvents)
      .select<EventOfRequest[]>('e.*', 'm.template'),
  ]);
  return [...own.map((row) => ({ ...row, template: null })), ...ofRequests]
    .filter(({ type, template }) => !isEvaluation(type) && !isEvaluation(template))
    .sort((a, b) => b.at.getTime() - a.at.getTime() || Number(b.seq) - Number(a.seq))
    .slice(0, newestEvents)
    .map((row) => ({ event: eventFromRow(row), template: row.template }));
}

/** All that other rooms hold of the person, newest first. */
export async function readOfPerson(crm: Pick<Crm, 'db' | 'vault'>, of: OfPerson) {
  const { db } = crm;
  const ids = [...of.ids];
  const [requests, deliveries, interactions, appointments, events] = await Promise.all([
    db('crm_requests')
      .whereIn('beneficiary_id', ids)
      .modify(knownTo(of.staff))
      .orderBy('submitted_at', 'desc')
      .select<RequestBrief[]>(
        'id',
        'reference',
        'kind',
        'form',
        'status',
        'channel',
        'submitted_at',
        'ended_at',
      ),
    db('crm_deliveries as d')
      .join('crm_requests as r', 'r.id', 'd.request_id')
      .leftJoin('crm_allocations as a', 'a.id', 'd.allocation_id')
      .where('d.entry', 'delivery')
      .whereIn('r.beneficiary_id', ids)
      .modify(knownTo(of.staff, 'r'))
      .orderBy('d.delivered_on', 'desc')
      .select<DeliveryBrief[]>(
        'd.id',
        'd.request_id',
        'r.reference',
        'd.what',
        db.raw(
          `case when a.kind is null or a.kind = 'money' then d.measure::float8 / 100 end as amount`,
        ),
        db.raw('d.delivered_on::text as delivered_on'),
        'd.received_by',
      ),
    interactionsOf(crm, db, ids, of.staff),
    appointmentsOf(crm, db, ids, of.staff),
    eventsOf(db, of),
  ]);
  return { requests, deliveries, interactions, appointments, events };
}
export type OtherRows = Awaited<ReturnType<typeof readOfPerson>>;
