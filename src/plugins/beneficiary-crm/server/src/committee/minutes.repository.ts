import type { Knex } from 'knex';
import type { MinutesState } from '../../../contracts/sessions';
import type { Crm } from '../kernel/crm';
import { notFound } from '../kernel/errors';
import { isId } from '../kernel/http';
import type { Place } from '../kernel/vault';
import type { SessionRow } from './item.repository';
import { composeMinutes } from './minutes.compose';
import type { Written } from './minutes.compose';
import type { FullMinutes } from './minutes.rules';

export interface MinutesRow {
  id: string;
  session_id: string;
  version: number;
  state: MinutesState;
  edit: number;
  written_sealed: string;
  body_sealed: string | null;
  hash: string | null;
  reason: string | null;
  made_at: Date;
  made_by: number | null;
  submitted_at: Date | null;
  submitted_by: number | null;
}
export interface SignatureRow {
  minutes_id: string;
  member_id: number;
  hash: string;
  signed_at: Date;
}

const place = (id: string, field: 'written_sealed' | 'body_sealed'): Place => ({
  table: 'crm_minutes',
  field,
  id,
});
export const sealWritten = (crm: Crm, id: string, written: Written): string =>
  crm.vault.seal(place(id, 'written_sealed'), JSON.stringify(written));
export const openWritten = (crm: Crm, { id, written_sealed: sealed }: MinutesRow): Written =>
  JSON.parse(crm.vault.open(place(id, 'written_sealed'), sealed)) as Written;
export const sealBody = (crm: Crm, id: string, full: FullMinutes): string =>
  crm.vault.seal(place(id, 'body_sealed'), JSON.stringify(full));

/** The minutes as they were frozen; null while they are a draft. */
export const frozenOf = (crm: Crm, { id, body_sealed: sealed }: MinutesRow): FullMinutes | null =>
  sealed === null
    ? null
    : (JSON.parse(crm.vault.open(place(id, 'body_sealed'), sealed)) as FullMinutes);

/** As they were frozen, or, of a draft, as the session's rows have it now. */
export const fullMinutes = async (
  crm: Crm,
  db: Knex,
  session: SessionRow,
  row: MinutesRow,
): Promise<FullMinutes> =>
  frozenOf(crm, row) ?? composeMinutes(crm, db, session, row.version, openWritten(crm, row));

/** All versions of a session's minutes, the last one first. */
export const versionsOf = (db: Knex, session: string): Promise<MinutesRow[]> =>
  db('crm_minutes').where({ session_id: session }).orderBy('version', 'desc');

export const signaturesOf = (db: Knex, minutes: readonly string[]): Promise<SignatureRow[]> =>
  db('crm_minutes_signatures')
    .whereIn('minutes_id', [...minutes])
    .orderBy(['signed_at', 'member_id']);

/** A version, or the last one. @throws CrmError 404 */
export function versionFrom(versions: readonly MinutesRow[], version?: number): MinutesRow {
  const row = version === undefined ? versions[0] : versions.find((one) => one.version === version);
  if (!row) throw notFound();
  return row;
}

/** The last version, locked until the transaction ends, and read after the lock. @throws CrmError 404 */
export async function lockMinutes(trx: Knex.Transaction, session: string): Promise<MinutesRow> {
  if (!isId(session)) throw notFound();
  const [row]: MinutesRow[] = await trx('crm_minutes')
    .where({ session_id: session })
    .orderBy('version', 'desc')
    .limit(1)
    .forUpdate();
  if (!row) throw notFound();
  return row;
}
