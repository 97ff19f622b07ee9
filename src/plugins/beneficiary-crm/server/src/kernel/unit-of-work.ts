import type { Knex } from 'knex';
import { aroundSeq } from './audit';
import type { EventType } from '../policy/events.policy';
import type { Crm } from './crm';
import type { Sql } from './sql';
import { inTransaction } from './transaction';

export type EventActor = { kind: 'applicant' } | { kind: 'system' } | { kind: 'staff'; id: number };

export interface NewEvent {
  type: EventType;
  actor: EventActor;
  requestId?: string;
  subject?: { kind: string; id: string };
  /** ids, codes and field names only: the chain outlives an erasure */
  data?: Record<string, unknown>;
}

export interface RecordedEvent extends NewEvent {
  seq: number;
  at: Date;
}

/** The transaction in which something becomes true, and what happened in it. */
export interface UnitOfWork {
  crm: Crm;
  trx: Knex.Transaction;
  now: Date;
  /** Says what happened. Linked to the chain at the COMMIT, so that writers wait for its head only then. */
  record(event: NewEvent): void;
  /** A job that runs only if this transaction commits. Payload: ids only. */
  enqueue(
    task: string,
    payload: Record<string, string | number>,
    options?: { runAt?: Date; key?: string },
  ): void;
  /** Writes something that nobody reads before the transaction commits, together with the last of it. */
  writeLast(name: string, statement: Sql): void;
}

/** What reads the settings in force, on the transaction's own connection. */
export const readerIn = ({ crm, trx }: UnitOfWork): Pick<Crm, 'strapi' | 'db'> => ({
  strapi: crm.strapi,
  db: trx,
});

/**
 * Runs `work` in one transaction. Subscribers `with` an event run in the same transaction; the chain's
 * head is locked last; subscribers `after` it are jobs in the same transaction.
 *
 * The transaction is Strapi's own, so that what is read through Strapi meanwhile takes the same connection:
 * where everybody holds one and waits for a second, nobody goes on.
 */
export async function runTransaction<T>(
  crm: Crm,
  work: (unit: UnitOfWork) => Promise<T>,
): Promise<T> {
  return inTransaction(crm.strapi, async (trx) => {
    const now = crm.now();
    const recorded: NewEvent[] = [];
    const jobs: {
      task: string;
      payload: Record<string, string | number>;
      runAt?: Date;
      key?: string;
    }[] = [];
    const last: Record<string, Sql> = {};
    const unit: UnitOfWork = {
      crm,
      trx,
      now,
      record: (event) => void recorded.push(event),
      enqueue: (task, payload, options = {}) => void jobs.push({ task, payload, ...options }),
      writeLast: (name, statement) => void (last[name] = statement),
    };
    const result = await work(unit);

    const subscribers = crm.rooms.flatMap((room) => room.subscribers ?? []);
    // A subscriber may record events of its own, so the list can grow while it is walked.
    for (let index = 0; index < recorded.length; index += 1) {
      const event = recorded[index];
      if (!event) continue;
      for (const subscriber of subscribers) {
        if (subscriber.when === 'with' && subscriber.on.includes(event.type)) {
          await subscriber.run(unit, { ...event, seq: 0, at: now });
        }
      }
    }

    const followed = new Set(
      subscribers
        .filter((subscriber) => subscriber.when === 'after')
        .flatMap((subscriber) => subscriber.on),
    );
    const events = recorded.map((event) => chainRow(event, now, followed.has(event.type)));
    await crm.jobs.add(trx, jobs, { along: last, events });
    return result;
  });
}

/** An event on its way into the chain; at the COMMIT `crm_record` gives it its number and its hash. */
export interface ChainRow {
  at: string;
  type: EventType;
  actor_kind: EventActor['kind'];
  actor_id: string | null;
  request_id: string | null;
  subject_kind: string | null;
  subject_id: string | null;
  data: Record<string, unknown>;
  before: string;
  after: string;
  /** subscribers wait for it: a job hands it to them */
  followed: boolean;
}

function chainRow(event: NewEvent, now: Date, followed: boolean): ChainRow {
  const { type, actor, requestId = null, subject, data = {} } = event;
  const at = now.toISOString();
  const actorId = actor.kind === 'staff' ? String(actor.id) : null;
  const subjectKind = subject?.kind ?? null;
  const subjectId = subject?.id ?? null;
  const row = { at, type, actorKind: actor.kind, actorId, requestId, subjectKind, subjectId, data };
  return {
    at,
    type,
    actor_kind: actor.kind,
    actor_id: actorId,
    request_id: requestId,
    subject_kind: subjectKind,
    subject_id: subjectId,
    data,
    ...aroundSeq(row),
    followed,
  };
}

/** A row of `crm_events`. */
export interface EventRow {
  seq: string;
  at: Date;
  type: EventType;
  actor_kind: 'applicant' | 'system' | 'staff';
  actor_id: string | null;
  request_id: string | null;
  subject_kind: string | null;
  subject_id: string | null;
  data: Record<string, unknown>;
}

/** The form in which events are read back. */
export function eventFromRow(row: EventRow): RecordedEvent {
  return {
    seq: Number(row.seq),
    at: row.at,
    type: row.type,
    actor:
      row.actor_kind === 'staff'
        ? { kind: 'staff', id: Number(row.actor_id) }
        : { kind: row.actor_kind },
    ...(row.request_id ? { requestId: row.request_id } : {}),
    ...(row.subject_kind && row.subject_id
      ? { subject: { kind: row.subject_kind, id: row.subject_id } }
      : {}),
    data: row.data,
  };
}

/** A request's events, oldest first. */
export async function eventsOfRequest(db: Knex, requestId: string): Promise<RecordedEvent[]> {
  const rows: EventRow[] = await db('crm_events').where({ request_id: requestId }).orderBy('seq');
  return rows.map(eventFromRow);
}

/** Job `follow_event`: hands a committed event to its `after` subscribers. */
export async function followEvent(
  crm: Crm,
  payload: Readonly<Record<string, string | number>>,
): Promise<void> {
  const row: EventRow | undefined = await crm.db('crm_events').where({ seq: payload.seq }).first();
  if (!row) throw new Error(`event ${String(payload.seq)} is not in the chain`);
  const event = eventFromRow(row);
  for (const room of crm.rooms) {
    for (const subscriber of room.subscribers ?? []) {
      if (subscriber.when === 'after' && subscriber.on.includes(event.type))
        await subscriber.run(crm, event);
    }
  }
}
