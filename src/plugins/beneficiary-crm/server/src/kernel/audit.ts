import { createHash } from 'node:crypto';
import { canonicalJson } from './vault';

/** A row of `crm_events` as the chain sees it: ids and field names, no personal values. */
export interface ChainedEvent {
  seq: number;
  /** ISO instant with milliseconds */
  at: string;
  type: string;
  actorKind: string;
  actorId: string | null;
  requestId: string | null;
  subjectKind: string | null;
  subjectId: string | null;
  data: Record<string, unknown>;
}

/** The head of an empty chain. */
export const genesis = '0'.repeat(64);

/** SHA-256(previous hash ‖ seq ‖ canonical row), in hex. */
export function eventHash(previous: string, event: ChainedEvent): string {
  return createHash('sha256')
    .update(`${previous}|${event.seq}|${canonicalJson(event)}`)
    .digest('hex');
}

/**
 * The canonical row as what stands before its number and what stands after it: the number is known only where the
 * chain's head is held, in the database (`crm_record`), which hashes the three as `eventHash` does.
 */
export function aroundSeq(event: Omit<ChainedEvent, 'seq'>): { before: string; after: string } {
  const entries = Object.entries(event);
  const part = (of: (name: string) => boolean) =>
    canonicalJson(Object.fromEntries(entries.filter(([name]) => of(name)))).slice(1, -1);
  return {
    before: `{${part((name) => name < 'seq')},"seq":`,
    after: `,${part((name) => name > 'seq')}}`,
  };
}

export type Verdict =
  | { ok: true; events: number; head: string }
  | { ok: false; seq: number; reason: 'gap' | 'link' | 'hash' | 'head' };

type Query = (sql: string, values: unknown[]) => Promise<{ rows: Record<string, unknown>[] }>;

const pageSize = 5_000;

/**
 * Walks the whole chain and points at the first row that does not fit: a missing number, a broken
 * link, a changed row, or a head that is not the last row (rows cut off at the end).
 */
export async function verifyChain(query: Query): Promise<Verdict> {
  let previous = genesis;
  let seq = 0;
  for (;;) {
    const { rows } = await query(
      `select seq::text, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, type,
              actor_kind, actor_id, request_id::text, subject_kind, subject_id, data, prev_hash, hash
         from crm_events where seq > $1 order by crm_events.seq limit ${pageSize}`,
      [seq],
    );
    for (const row of rows) {
      const found = Number(row.seq);
      if (found !== seq + 1) return { ok: false, seq: seq + 1, reason: 'gap' };
      if (row.prev_hash !== previous) return { ok: false, seq: found, reason: 'link' };
      const hash = eventHash(previous, {
        seq: found,
        at: String(row.at),
        type: String(row.type),
        actorKind: String(row.actor_kind),
        actorId: row.actor_id as string | null,
        requestId: row.request_id as string | null,
        subjectKind: row.subject_kind as string | null,
        subjectId: row.subject_id as string | null,
        data: row.data as Record<string, unknown>,
      });
      if (hash !== row.hash) return { ok: false, seq: found, reason: 'hash' };
      previous = hash;
      seq = found;
    }
    if (rows.length < pageSize) break;
  }
  const { rows } = await query('select seq::text, hash from crm_event_head', []);
  const head = rows[0];
  if (!head || Number(head.seq) !== seq || head.hash !== previous) {
    return { ok: false, seq: seq + 1, reason: 'head' };
  }
  return { ok: true, events: seq, head: previous };
}
