import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type { createSessionBody } from '../../../contracts/sessions';
import type { CommitteePurpose } from '../../../contracts/vocabulary';
import type { Crm } from '../kernel/crm';
import { conflict, forbidden } from '../kernel/errors';
import type { Staff } from '../kernel/room';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { activeCommittee, seatOn } from './committee.service';
import { readyFor } from './ready.service';

/** Leads the session or keeps its minutes; with `committee.prepare`, an officer may plan one too. */
export async function mayPlan(crm: Crm, staff: Staff, purpose: CommitteePurpose): Promise<boolean> {
  if (staff.permissions.has('committee.prepare')) return true;
  if (!staff.permissions.has('committee.vote')) return false;
  const seat = await seatOn(crm, purpose, staff.id);
  return seat === 'chair' || seat === 'deputy' || seat === 'secretary';
}

/** Plans a session whose agenda is everything that is ready, the nearest promise first. @returns its id */
export async function planSession(
  unit: UnitOfWork,
  staff: Staff,
  { heldOn, purpose }: z.output<typeof createSessionBody>,
): Promise<string> {
  const committee = await activeCommittee(unit.crm, purpose);
  if (!(await mayPlan(unit.crm, staff, purpose))) throw forbidden();
  // Two who plan at the same moment: the second finds nothing ready.
  await unit.trx.raw(`select pg_advisory_xact_lock(hashtext('crm_sessions'))`);
  const ready: string[] = await readyFor(unit.trx, purpose)
    .orderBy('r.due_latest')
    .limit(50)
    .pluck('r.id');
  if (ready.length === 0) throw conflict('error.nothing_ready');
  const id = randomUUID();
  await unit.trx('crm_sessions').insert({
    id,
    committee: committee.documentId,
    committee_name: JSON.stringify(committee.name),
    purpose,
    held_on: heldOn,
    planned_by: staff.id,
    planned_at: unit.now,
  });
  await unit.trx('crm_agenda_items').insert(
    ready.map((request, index) => ({
      id: randomUUID(),
      session_id: id,
      request_id: request,
      position: index + 1,
      created_at: unit.now,
    })),
  );
  unit.record({
    type: 'session.planned',
    actor: { kind: 'staff', id: staff.id },
    subject: { kind: 'session', id },
    data: { items: ready.length, heldOn, purpose },
  });
  return id;
}
