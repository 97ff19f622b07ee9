import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type { agendaBody } from '../../../contracts/sessions';
import { conflict } from '../kernel/errors';
import type { Staff } from '../kernel/room';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { reorder } from './agenda.rules';
import { closeSessionWhenDone } from './close.service';
import { applyAttendance } from './session-attendance.service';
import type { ItemRow, SessionRow } from './item.repository';
import { holdReady, lockSession, onePlanner, refuseOtherVersion } from './planning.service';
import { readyFor } from './ready.service';
import { notHiddenFrom } from './seen.sql';
import { insistOnPlanning } from './session.committee';

/**
 * Puts the pending items in another order, adds what is ready and takes items off, in one step. Whoever does it moves
 * what they see; an item that is hidden from them keeps its place.
 * @throws CrmError 409 when the agenda changed meanwhile, or a request is not ready
 */
export async function putAgenda(
  unit: UnitOfWork,
  id: string,
  staff: Staff,
  { expectedVersion, items: wanted }: z.output<typeof agendaBody>,
): Promise<void> {
  const { trx } = unit;
  await onePlanner(trx);
  const standing = await standingAgenda(unit, id);
  const before = new Set(standing.map(({ request_id: request }) => request));
  const ids = wanted.map(({ request }) => request);
  const added = ids.filter((request) => !before.has(request));
  // Requests before items, as a withdrawal takes them.
  await holdReady(trx, added);
  const { session, items } = await lockSession(unit, id);
  await insistOnPlanning(unit.crm, staff, session);
  refuseOtherVersion(session, expectedVersion);

  const seen = await seenOf(unit, staff, session, added);
  const movable = items.filter((item) => item.status === 'pending' && seen.has(item.request_id));
  const known = new Set([...movable.map((item) => item.request_id), ...added]);
  if (new Set(ids).size !== ids.length || ids.some((request) => !known.has(request)))
    throw conflict('error.not_ready');
  if (added.some((request) => !seen.has(request))) throw conflict('error.not_ready');

  const order = reorder(
    items.map((item) => ({
      id: item.request_id,
      fixed: item.status !== 'pending',
      hidden: !seen.has(item.request_id),
    })),
    ids,
  );
  const removed = movable.filter((item) => !ids.includes(item.request_id));
  await write(unit, session, items, { order, removed, wanted, added });
  unit.record({
    type: 'session.agenda_changed',
    actor: { kind: 'staff', id: staff.id },
    subject: { kind: 'session', id },
    data: {
      version: session.version + 1,
      added,
      removed: removed.map((item) => item.request_id),
    },
  });
}

const standingAgenda = ({ trx }: UnitOfWork, id: string): Promise<Pick<ItemRow, 'request_id'>[]> =>
  // An address that is no id finds nothing here, and is refused where the session is locked.
  trx('crm_agenda_items')
    .whereRaw('session_id::text = ?', [id])
    .whereNotNull('position')
    .select('request_id');

/** Of the items and of what shall be added, the requests of which this person may know. */
async function seenOf(
  { trx }: UnitOfWork,
  staff: Staff,
  session: SessionRow,
  added: readonly string[],
): Promise<Set<string>> {
  const onIt: string[] = await trx('crm_agenda_items as i')
    .where('i.session_id', session.id)
    .modify(notHiddenFrom(staff.id, 'i.request_id'))
    .pluck('i.request_id');
  const ready: string[] =
    added.length === 0
      ? []
      : await readyFor(trx, session.purpose)
          .whereIn('r.id', [...added])
          .modify(notHiddenFrom(staff.id, 'r.id'))
          .pluck('r.id');
  return new Set([...onIt, ...ready]);
}

interface Change {
  /** requests, in the new order */
  order: readonly string[];
  removed: readonly ItemRow[];
  wanted: z.output<typeof agendaBody>['items'];
  added: readonly string[];
}

async function write(
  unit: UnitOfWork,
  session: SessionRow,
  items: readonly ItemRow[],
  { order, removed, wanted, added }: Change,
): Promise<void> {
  const { trx, now } = unit;
  const minutes = new Map(wanted.map((one) => [one.request, one.minutes ?? null]));
  for (const item of removed)
    await trx('crm_agenda_items').where({ id: item.id }).update({ status: 'void', position: null });
  const ids = new Map(items.map((item) => [item.request_id, item.id]));
  for (const [index, request] of order.entries()) {
    const id = ids.get(request);
    const place = {
      position: index + 1,
      ...(minutes.has(request) ? { minutes: minutes.get(request) } : {}),
    };
    if (id) await trx('crm_agenda_items').where({ id }).update(place);
  }
  if (added.length > 0)
    await trx('crm_agenda_items').insert(
      added.map((request) => ({
        id: randomUUID(),
        session_id: session.id,
        request_id: request,
        position: order.indexOf(request) + 1,
        minutes: minutes.get(request) ?? null,
        created_at: now,
      })),
    );
  await applyAttendance(unit, session.id);
  // What was opened may be all that is left, and decided.
  if (session.status === 'open') await closeSessionWhenDone(unit, session.id);
  await trx('crm_sessions')
    .where({ id: session.id })
    .update({ version: session.version + 1 });
}
