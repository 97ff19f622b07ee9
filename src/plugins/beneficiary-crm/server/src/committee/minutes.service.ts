import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type {
  reviseMinutesBody,
  signMinutesBody,
  submitMinutesBody,
  writeMinutesBody,
} from '../../../contracts/minutes';
import { CrmError, conflict, forbidden, notFound } from '../kernel/errors';
import { isId } from '../kernel/http';
import type { Staff } from '../kernel/room';
import type { EventActor, UnitOfWork } from '../kernel/unit-of-work';
import type { EventType } from '../policy/events.policy';
import type { SessionRow } from './item.repository';
import { composeMinutes } from './minutes.compose';
import type { Written } from './minutes.compose';
import {
  frozenOf,
  lockMinutes,
  openWritten,
  sealBody,
  sealWritten,
  signaturesOf,
} from './minutes.repository';
import type { MinutesRow } from './minutes.repository';
import { hiddenFor, isSigned, maySign, renditionHash, renditionOf } from './minutes.rules';
import { leadingSeat } from './session.committee';

/** @throws CrmError 404 */
async function sessionOf({ trx }: UnitOfWork, id: string, lock = false): Promise<SessionRow> {
  if (!isId(id)) throw notFound();
  const query = trx<SessionRow>('crm_sessions').where({ id });
  const row = (await (lock ? query.forUpdate() : query).first()) as SessionRow | undefined;
  if (!row) throw notFound();
  return row;
}

/** The secretary keeps the minutes; the chair and the deputy may as well. @throws CrmError 403 */
async function insistOnKeeping(unit: UnitOfWork, staff: Staff, session: SessionRow): Promise<void> {
  if (!(await leadingSeat(unit.crm, staff, session))) throw forbidden();
}

function recordOn(
  unit: UnitOfWork,
  type: EventType,
  row: Pick<MinutesRow, 'id'>,
  actor: EventActor,
  data: Record<string, unknown> = {},
): void {
  unit.record({ type, actor, subject: { kind: 'minutes', id: row.id }, data });
}
const by = (staff: Staff): EventActor => ({ kind: 'staff', id: staff.id });

/**
 * Drafts the minutes of a session whose items have all ended; a second time, nothing. @param staff null: by itself
 * @throws CrmError 409 while an item has not ended, or when the session was cancelled
 */
export async function draftMinutes(
  unit: UnitOfWork,
  id: string,
  staff: Staff | null,
): Promise<void> {
  const { crm, trx, now } = unit;
  const session = await sessionOf(unit, id, true);
  if (staff) await insistOnKeeping(unit, staff, session);
  const drafted = await trx('crm_minutes').where({ session_id: id }).first('id');
  if (drafted) return;
  const ended = await trx('crm_agenda_items')
    .where({ session_id: id })
    .whereNotNull('position')
    .select<{ status: string }[]>('status');
  const live = ended.some(({ status }) => ['pending', 'open', 'closed'].includes(status));
  if (live || ended.length === 0 || session.status === 'cancelled')
    throw conflict('error.minutes_too_early');
  const minutes = randomUUID();
  const written: Written = {
    opening: '',
    closing: crm.say('ar', 'minutes.closing'),
    summaries: {},
  };
  await trx('crm_minutes').insert({
    id: minutes,
    session_id: id,
    version: 1,
    state: 'draft',
    written_sealed: sealWritten(crm, minutes, written),
    made_at: now,
    made_by: staff?.id ?? null,
  });
  recordOn(unit, 'minutes.drafted', { id: minutes }, staff ? by(staff) : { kind: 'system' }, {
    session: id,
    version: 1,
  });
}

/**
 * Writes what a person writes into the minutes. What was submitted and nobody has signed is a draft again; the
 * discussion of items that are hidden from the writer is left as it is.
 * @throws CrmError 409 when somebody wrote meanwhile, or somebody has signed
 */
export async function writeMinutes(
  unit: UnitOfWork,
  id: string,
  staff: Staff,
  body: z.output<typeof writeMinutesBody>,
): Promise<void> {
  const { crm, trx } = unit;
  const session = await sessionOf(unit, id);
  await insistOnKeeping(unit, staff, session);
  const row = await lockMinutes(trx, id);
  if (row.edit !== body.expectedEdit) throw conflict('error.version_conflict');
  if ((await signaturesOf(trx, [row.id])).length > 0) throw conflict('error.minutes_signed');
  const before = openWritten(crm, row);
  const full = await composeMinutes(crm, trx, session, row.version, before);
  const hidden = hiddenFor(full, staff.id);
  const known = new Set(full.body.items.map((item) => item.id).filter((one) => !hidden.has(one)));
  if (body.summaries.some(({ item }) => !known.has(item))) throw notFound();
  const written: Written = {
    opening: body.opening,
    closing: body.closing,
    summaries: {
      ...before.summaries,
      ...Object.fromEntries(body.summaries.map(({ item, text }) => [item, text])),
    },
  };
  await trx('crm_minutes')
    .where({ id: row.id })
    .update({
      state: 'draft',
      edit: row.edit + 1,
      written_sealed: sealWritten(crm, row.id, written),
      body_sealed: null,
      hash: null,
      submitted_at: null,
      submitted_by: null,
    });
  recordOn(unit, 'minutes.written', row, by(staff), { edit: row.edit + 1 });
}

/** Freezes the draft with its hash; from then on those who were present sign. @throws CrmError 409 */
export async function submitMinutes(
  unit: UnitOfWork,
  id: string,
  staff: Staff,
  { expectedEdit }: z.output<typeof submitMinutesBody>,
): Promise<void> {
  const { crm, trx, now } = unit;
  const session = await sessionOf(unit, id);
  await insistOnKeeping(unit, staff, session);
  const row = await lockMinutes(trx, id);
  if (row.edit !== expectedEdit) throw conflict('error.version_conflict');
  if (row.state !== 'draft') throw conflict('error.minutes_submitted');
  const full = await composeMinutes(crm, trx, session, row.version, openWritten(crm, row));
  const hash = renditionHash(renditionOf(full.body, new Set()));
  await trx('crm_minutes')
    .where({ id: row.id })
    .update({
      // Where nobody was present there is nobody to sign.
      state: isSigned(full, []) ? 'signed' : 'signing',
      body_sealed: sealBody(crm, row.id, full),
      hash,
      submitted_at: now,
      submitted_by: staff.id,
    });
  recordOn(unit, 'minutes.submitted', row, by(staff), { version: row.version, hash });
}

/**
 * One's own signature, to the hash of what one has read. The minutes are locked first and read after, so that of a
 * signature and an edit that meet one wins and the other is told.
 * @throws CrmError 403 for who was not present, 409 when they changed meanwhile
 */
export async function signMinutes(
  unit: UnitOfWork,
  id: string,
  staff: Staff,
  { version, hash }: z.output<typeof signMinutesBody>,
): Promise<void> {
  const { crm, trx, now } = unit;
  const row = await lockMinutes(trx, id);
  const signed = (await signaturesOf(trx, [row.id])).map((one) => one.member_id);
  const full = frozenOf(crm, row);
  const judged = maySign({ state: row.state, full, signed }, staff.id, hash);
  if (!judged.ok)
    throw new CrmError(
      judged.code === 'minutes.not_present' ? 'forbidden' : 'conflict',
      `error.${judged.code.replace('.', '_')}`,
    );
  if (row.version !== version) throw conflict('error.minutes_changed');
  await trx('crm_minutes_signatures').insert({
    minutes_id: row.id,
    member_id: staff.id,
    hash,
    signed_at: now,
  });
  if (full && isSigned(full, [...signed, staff.id]))
    await trx('crm_minutes').where({ id: row.id }).update({ state: 'signed' });
  recordOn(unit, 'minutes.signed', row, by(staff), { version: row.version, hash });
}

/** Begins a new version of minutes that somebody has signed; it is signed anew, and the older ones stay. */
export async function reviseMinutes(
  unit: UnitOfWork,
  id: string,
  staff: Staff,
  { expectedVersion, reason }: z.output<typeof reviseMinutesBody>,
): Promise<void> {
  const { crm, trx, now } = unit;
  const session = await sessionOf(unit, id);
  await insistOnKeeping(unit, staff, session);
  const row = await lockMinutes(trx, id);
  if (row.version !== expectedVersion) throw conflict('error.version_conflict');
  if (row.state === 'draft') throw conflict('error.minutes_draft');
  const minutes = randomUUID();
  await trx('crm_minutes').insert({
    id: minutes,
    session_id: id,
    version: row.version + 1,
    state: 'draft',
    written_sealed: sealWritten(crm, minutes, openWritten(crm, row)),
    reason,
    made_at: now,
    made_by: staff.id,
  });
  recordOn(unit, 'minutes.revised', { id: minutes }, by(staff), { version: row.version + 1 });
}
