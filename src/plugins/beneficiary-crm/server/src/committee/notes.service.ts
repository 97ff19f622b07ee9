import type { z } from 'zod';
import type { PrivateNotes, privateNotesBody } from '../../../contracts/deliberation';
import type { Crm } from '../kernel/crm';
import { conflict } from '../kernel/errors';
import { requestOfItem } from './item.repository';
import type { OnItem } from './on-item';

/** A member's own notes on a request: sealed, read by nobody else, in no paper, no export and no event. */

const table = 'crm_private_notes';
const textPlace = (request: string, member: number) => ({
  table,
  field: 'text',
  id: `${request}:${member}`,
});

interface NotesRow {
  version: number;
  text_sealed: string;
  saved_at: Date;
}

/** GET …/notes. @throws CrmError not_found */
export async function readNotes(
  crm: Crm,
  { session, item, member }: OnItem,
): Promise<PrivateNotes> {
  const request = await requestOfItem(crm, session, item, member);
  const row: NotesRow | undefined = await crm
    .db(table)
    .where({ request_id: request, member_id: member })
    .first();
  if (!row) return { version: 0, text: '', savedAt: null };
  return {
    version: row.version,
    text: crm.vault.open(textPlace(request, member), row.text_sealed),
    savedAt: row.saved_at.toISOString(),
  };
}

/** PUT …/notes, in one statement: of two windows the second is told. @throws CrmError not_found, 409 */
export async function saveNotes(
  crm: Crm,
  { session, item, member }: OnItem,
  { expectedVersion, text }: z.output<typeof privateNotesBody>,
): Promise<PrivateNotes> {
  const request = await requestOfItem(crm, session, item, member);
  const mine = { request_id: request, member_id: member };
  const saved = {
    version: expectedVersion + 1,
    text_sealed: crm.vault.seal(textPlace(request, member), text),
    saved_at: crm.now(),
  };
  const rows: NotesRow[] =
    expectedVersion === 0
      ? await crm
          .db(table)
          .insert({ ...mine, ...saved })
          .onConflict(['request_id', 'member_id'])
          .ignore()
          .returning('version')
      : await crm
          .db(table)
          .where({ ...mine, version: expectedVersion })
          .update(saved)
          .returning('version');
  if (rows.length === 0) {
    const { version } = await readNotes(crm, { session, item, member });
    throw conflict('error.notes_changed', { version });
  }
  return { version: saved.version, text, savedAt: saved.saved_at.toISOString() };
}
