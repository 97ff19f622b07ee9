import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { z } from 'zod';
import type {
  cancelSessionBody,
  createSessionBody,
  updateSessionBody,
} from '../../../contracts/sessions';
import { conflict, invalid, notFound } from '../kernel/errors';
import type { FieldIssue } from '../kernel/errors';
import { notHidden } from '../kernel/hidden';
import { isId } from '../kernel/http';
import type { Staff } from '../kernel/room';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { fillAgenda } from './agenda.rules';
import { inviteTo } from './invitation.service';
import type { ItemRow, SessionRow } from './item.repository';
import { readyFor } from './ready.service';
import { notHiddenFrom } from './seen.sql';
import { committeeToPlan, insistOnPlanning } from './session.committee';
import type { SessionCommittee } from './session.committee';
import { hijriYearOf } from './sessions.migration';

/** Two who plan at the same moment: the second finds nothing ready. */
export const onePlanner = (trx: Knex.Transaction): Promise<unknown> =>
  trx.raw(`select pg_advisory_xact_lock(hashtext('crm_sessions'))`);

/**
 * A session to change: its items are locked before it, as opening one does, and it is read after.
 * @throws CrmError 404; 409 when it has ended or was cancelled
 */
export async function lockSession(
  { trx }: UnitOfWork,
  id: string,
): Promise<{ session: SessionRow; items: ItemRow[] }> {
  if (!isId(id)) throw notFound();
  await trx('crm_agenda_items').where({ session_id: id }).orderBy('id').forUpdate().select('id');
  const session: SessionRow | undefined = await trx('crm_sessions')
    .where({ id })
    .forUpdate()
    .first();
  if (!session) throw notFound();
  if (session.status === 'closed' || session.status === 'cancelled')
    throw conflict('error.session_over');
  const items: ItemRow[] = await trx('crm_agenda_items')
    .where({ session_id: id })
    .whereNotNull('position')
    .orderBy('position');
  return { session, items };
}

/** What a form needs, and what it has no use for. */
function formIssues(
  { form, closesAt }: { form: SessionRow['form']; closesAt?: string },
  now: Date,
): FieldIssue[] {
  if (form === 'room') return closesAt ? [{ path: 'closesAt', code: 'not_asked' }] : [];
  if (!closesAt) return [{ path: 'closesAt', code: 'required' }];
  return new Date(closesAt) <= now ? [{ path: 'closesAt', code: 'deadline_past' }] : [];
}

/** The next number of a committee in a Hijri year; whoever asks has the lock of who plans. */
async function nextOrdinal(trx: Knex.Transaction, committee: string, year: number) {
  const [row] = await trx('crm_sessions')
    .where({ committee, hijri_year: year })
    .max<{ last: number | null }[]>('ordinal as last');
  return (row?.last ?? 0) + 1;
}

/** What shall stand on a new agenda, in order. @throws CrmError 409 when nothing is ready, or not all that is asked for */
async function agendaFor(
  { trx }: UnitOfWork,
  staff: Staff,
  committee: SessionCommittee,
  { requests, minutes }: Pick<z.output<typeof createSessionBody>, 'requests' | 'minutes'>,
): Promise<string[]> {
  if (requests) {
    const known = new Set(
      await readyFor(trx, committee.purpose)
        .modify(notHiddenFrom(staff.id, 'r.id'))
        .pluck<string[]>('r.id'),
    );
    if (new Set(requests).size !== requests.length || requests.some((id) => !known.has(id)))
      throw conflict('error.not_ready');
    return requests;
  }
  // An officer who decided alone brings the appeal before the panel, and sees it on no agenda.
  const known = new Set(
    await readyFor(trx, committee.purpose)
      .modify(notHidden(staff.id, 'r.id'))
      .pluck<string[]>('r.id'),
  );
  const all: string[] = await readyFor(trx, committee.purpose).pluck('r.id');
  const each = committee.itemMinutes;
  const filled = fillAgenda(
    all.map((id) => ({ id, minutes: each, hidden: !known.has(id) })),
    minutes ?? null,
  );
  if (filled.length === 0) throw conflict('error.nothing_ready');
  return filled;
}

/** Holds the requests as they are until the agenda is written. @throws CrmError 409 when one was withdrawn meanwhile */
export async function holdReady(trx: Knex.Transaction, ids: readonly string[]): Promise<void> {
  const held: string[] = await trx('crm_requests')
    .whereIn('id', [...ids])
    .where({ status: 'committee' })
    .orderBy('id')
    .forShare()
    .pluck('id');
  if (held.length !== ids.length) throw conflict('error.not_ready');
}

/** Plans a session: the asked agenda, or what is ready until its time is used up. @returns its id */
export async function planSession(
  unit: UnitOfWork,
  staff: Staff,
  body: z.output<typeof createSessionBody>,
): Promise<string> {
  const { trx, now } = unit;
  const committee = await committeeToPlan(unit.crm, body);
  await insistOnPlanning(unit.crm, staff, {
    committee: committee.documentId,
    purpose: committee.purpose,
  });
  const issues = formIssues(body, now);
  if (issues.length > 0) throw invalid(issues);
  await onePlanner(trx);
  const agenda = await agendaFor(unit, staff, committee, body);
  await holdReady(trx, agenda);
  const year = hijriYearOf(body.heldOn);
  const id = randomUUID();
  await trx('crm_sessions').insert({
    id,
    committee: committee.documentId,
    committee_name: JSON.stringify(committee.name),
    purpose: committee.purpose,
    form: body.form,
    ...whenOf(body),
    hijri_year: year,
    ordinal: await nextOrdinal(trx, committee.documentId, year),
    planned_by: staff.id,
    planned_at: now,
  });
  await trx('crm_agenda_items').insert(
    agenda.map((request, index) => ({
      id: randomUUID(),
      session_id: id,
      request_id: request,
      position: index + 1,
      created_at: now,
    })),
  );
  unit.record({
    type: 'session.planned',
    actor: { kind: 'staff', id: staff.id },
    subject: { kind: 'session', id },
    data: {
      items: agenda.length,
      heldOn: body.heldOn,
      purpose: committee.purpose,
      form: body.form,
    },
  });
  return id;
}

const whenOf = ({
  heldOn,
  time,
  place,
  minutes,
  closesAt,
}: Pick<
  z.output<typeof createSessionBody>,
  'heldOn' | 'time' | 'place' | 'minutes' | 'closesAt'
>) => ({
  held_on: heldOn,
  held_at: time ?? null,
  place: place ?? null,
  minutes: minutes ?? null,
  closes_at: closesAt ? new Date(closesAt) : null,
});

export const refuseOtherVersion = (session: SessionRow, expected: number): void => {
  if (session.version !== expected) throw conflict('error.version_conflict');
};

/** Another day, time or place. What was sent of the session is out of date from then on. */
export async function changeSession(
  unit: UnitOfWork,
  id: string,
  staff: Staff,
  body: z.output<typeof updateSessionBody>,
): Promise<void> {
  const { trx, now } = unit;
  await onePlanner(trx);
  const { session } = await lockSession(unit, id);
  await insistOnPlanning(unit.crm, staff, session);
  refuseOtherVersion(session, body.expectedVersion);
  // A circulation that has begun ends when everybody was told that it would.
  if (session.status !== 'planned') throw conflict('error.session_begun');
  const issues = formIssues({ form: session.form, closesAt: body.closesAt }, now);
  if (issues.length > 0) throw invalid(issues);
  const year = hijriYearOf(body.heldOn);
  await trx('crm_sessions')
    .where({ id })
    .update({
      ...whenOf(body),
      ...(year === session.hijri_year
        ? {}
        : { hijri_year: year, ordinal: await nextOrdinal(trx, session.committee, year) }),
      version: session.version + 1,
    });
  unit.record({
    type: 'session.changed',
    actor: { kind: 'staff', id: staff.id },
    subject: { kind: 'session', id },
    data: { heldOn: body.heldOn, version: session.version + 1 },
  });
}

/** Takes a session off before anything was opened: what stood on its agenda is ready again, and the invited are told. */
export async function cancelSession(
  unit: UnitOfWork,
  id: string,
  staff: Staff,
  { reason }: z.output<typeof cancelSessionBody>,
): Promise<void> {
  const { trx, now } = unit;
  const { session, items } = await lockSession(unit, id);
  await insistOnPlanning(unit.crm, staff, session);
  if (items.some(({ status }) => status !== 'pending' && status !== 'void'))
    throw conflict('error.session_begun');
  await trx('crm_agenda_items')
    .where({ session_id: id, status: 'pending' })
    .update({ status: 'void' });
  await trx('crm_sessions').where({ id }).update({
    status: 'cancelled',
    cancelled_at: now,
    cancelled_by: staff.id,
    cancel_reason: reason,
  });
  unit.record({
    type: 'session.cancelled',
    actor: { kind: 'staff', id: staff.id },
    subject: { kind: 'session', id },
    data: { items: items.length },
  });
  await inviteTo(unit, session, 'cancellation');
}
