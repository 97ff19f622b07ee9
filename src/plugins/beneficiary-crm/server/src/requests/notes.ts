import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { Crm } from '../kernel/crm';
import type { UnitOfWork } from '../kernel/unit-of-work';

const place = (id: string) => ({ table: 'crm_notes', field: 'text', id });

/**
 * Keeps the words that belong to an event (a question, a reason) apart from the chain, which holds
 * only the note's id, so that words can be destroyed and the chain stays whole.
 * @returns the note's id for the event's data, or null when nothing was said
 */
export async function keepNote(
  unit: UnitOfWork,
  requestId: string,
  text: string | undefined | null,
  writtenBy: number | null,
): Promise<string | null> {
  if (!text) return null;
  const id = randomUUID();
  await unit.trx('crm_notes').insert({
    id,
    request_id: requestId,
    text_sealed: unit.crm.vault.seal(place(id), text),
    written_by: writtenBy,
    written_at: unit.now,
  });
  return id;
}

/** The request's notes by id. */
export async function notesOf(crm: Crm, db: Knex, requestId: string): Promise<Map<string, string>> {
  const rows = await db('crm_notes')
    .where({ request_id: requestId })
    .select<{ id: string; text_sealed: string }[]>('id', 'text_sealed');
  return new Map(rows.map((row) => [row.id, crm.vault.open(place(row.id), row.text_sealed)]));
}
