import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { ArriveBody, VisitEnding, VisitStep } from '../../../contracts/reception';
import type { ChannelSlug, VisitReason, VisitState } from '../../../contracts/vocabulary';
import { riyadhDate } from '../kernel/calendar.rules';
import { conflict, invalid, notFound } from '../kernel/errors';
import { isId } from '../kernel/http';
import type { Staff } from '../kernel/room';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { keepInteraction } from './interactions.service';
import { mobileAtDesk, ofBranch, personAtDesk } from './people';
import { afterStep } from './visits.rules';

/** Who came, who serves them, and how it ended (S1). */

export interface StoredVisit {
  id: string;
  day: string;
  beneficiary_id: string | null;
  name: string;
  phone: string | null;
  reason: VisitReason;
  channel: ChannelSlug;
  branch: string | null;
  state: VisitState;
  served_by: number | null;
  registered_by: number;
  arrived_at: Date;
  started_at: Date | null;
  ended_at: Date | null;
  version: number;
}

const staffActor = (staff: Pick<Staff, 'id'>) => ({ kind: 'staff' as const, id: staff.id });

/** POST /visits. @returns the visit's id. @throws CrmError 422 without a name, or for a person who is not found */
export async function arrive(unit: UnitOfWork, body: ArriveBody, staff: Staff): Promise<string> {
  const { trx, now, record } = unit;
  const person = body.person ? await personAtDesk(trx, body.person, staff, 'person') : null;
  const name = person?.name ?? body.name;
  if (!name) throw invalid([{ path: 'name', code: 'required' }]);
  const id = randomUUID();
  await trx('crm_visits').insert({
    id,
    day: riyadhDate(now),
    beneficiary_id: person?.id ?? null,
    name,
    phone: mobileAtDesk(body.phone),
    reason: body.reason,
    // A delegate receives people in the branch office (C8), everybody else at the association's (C1).
    channel: staff.branch === null ? 'interview' : 'delegate',
    branch: staff.branch,
    registered_by: staff.id,
    arrived_at: now,
  });
  record({
    type: 'visit.arrived',
    actor: staffActor(staff),
    subject: { kind: 'visit', id },
    data: { reason: body.reason, ...(person ? { beneficiary: person.id } : {}) },
  });
  return id;
}

/**
 * The visit as it stands, held until the transaction ends.
 * @throws CrmError 404 when there is none in the branch, 409 when someone was faster
 */
async function held(
  trx: Knex.Transaction,
  id: string,
  expectedVersion: number,
  staff: Pick<Staff, 'branch'>,
): Promise<StoredVisit> {
  if (!isId(id)) throw notFound();
  const visit: StoredVisit | undefined = await trx('crm_visits')
    .where({ id })
    .modify(ofBranch(staff))
    .forUpdate()
    .first();
  if (!visit) throw notFound();
  if (visit.version !== expectedVersion) throw conflict('error.visit_changed');
  return visit;
}

const change = (trx: Knex.Transaction, visit: StoredVisit, columns: object) =>
  trx('crm_visits')
    .where({ id: visit.id })
    .update({ ...columns, version: visit.version + 1 });

function stateAfter(visit: StoredVisit, step: VisitStep): VisitState {
  const state = afterStep(visit.state, step);
  if (state === null) throw conflict('error.visit_step');
  return state;
}

/** POST /visits/:id/start: whoever starts serves. @throws CrmError 404, 409 */
export async function startVisit(
  unit: UnitOfWork,
  id: string,
  expectedVersion: number,
  staff: Staff,
): Promise<void> {
  const visit = await held(unit.trx, id, expectedVersion, staff);
  await change(unit.trx, visit, {
    state: stateAfter(visit, 'start'),
    served_by: staff.id,
    started_at: visit.started_at ?? unit.now,
    ended_at: null,
  });
  unit.record({
    type: 'visit.started',
    actor: staffActor(staff),
    subject: { kind: 'visit', id },
    data: visit.beneficiary_id ? { beneficiary: visit.beneficiary_id } : {},
  });
}

/** POST /visits/:id/end. A note is kept as what was said. @throws CrmError 404, 409 */
export async function endVisit(
  unit: UnitOfWork,
  id: string,
  body: { expectedVersion: number; how: VisitEnding; note?: string | undefined },
  staff: Staff,
): Promise<void> {
  const visit = await held(unit.trx, id, body.expectedVersion, staff);
  await change(unit.trx, visit, {
    state: stateAfter(visit, body.how),
    served_by: body.how === 'served' ? (visit.served_by ?? staff.id) : visit.served_by,
    ended_at: unit.now,
  });
  unit.record({
    type: 'visit.ended',
    actor: staffActor(staff),
    subject: { kind: 'visit', id },
    data: {
      how: body.how,
      ...(visit.beneficiary_id ? { beneficiary: visit.beneficiary_id } : {}),
    },
  });
  if (body.note) {
    await keepInteraction(unit, {
      personId: visit.beneficiary_id,
      requestId: null,
      visitId: visit.id,
      name: visit.name,
      phone: visit.phone,
      channel: visit.channel,
      direction: 'incoming',
      reason: visit.reason,
      summary: body.note,
      faq: null,
      branch: visit.branch,
      staffId: staff.id,
    });
  }
}

/**
 * POST /visits/:id/link: the visitor has a file, or got one meanwhile; what was said and asked in the visit goes
 * to it. A visit that went to the wrong file is linked again. @throws CrmError 404, 409, 422
 */
export async function linkVisit(
  unit: UnitOfWork,
  id: string,
  body: { expectedVersion: number; beneficiary: string },
  staff: Staff,
): Promise<void> {
  const { trx, record } = unit;
  const visit = await held(trx, id, body.expectedVersion, staff);
  const person = await personAtDesk(trx, body.beneficiary, staff, 'beneficiary');
  await change(trx, visit, { beneficiary_id: person.id });
  for (const table of ['crm_interactions', 'crm_questions'])
    await trx(table).where({ visit_id: id }).update({ beneficiary_id: person.id });
  record({
    type: 'visit.linked',
    actor: staffActor(staff),
    subject: { kind: 'visit', id },
    data: {
      beneficiary: person.id,
      ...(visit.beneficiary_id ? { before: visit.beneficiary_id } : {}),
    },
  });
}
