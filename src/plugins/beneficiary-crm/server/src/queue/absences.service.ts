import { randomUUID } from 'node:crypto';
import type { AbsenceBody, Absences } from '../../../contracts/queue';
import { riyadhDate } from '../kernel/calendar.rules';
import type { Crm } from '../kernel/crm';
import { forbidden, invalid, notFound } from '../kernel/errors';
import type { FieldIssue } from '../kernel/errors';
import { isId } from '../kernel/http';
import type { Staff } from '../kernel/room';
import { staffNames } from '../kernel/staff';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { readWorkers } from './people.service';

interface AbsenceRow {
  id: string;
  person_id: number;
  from_day: string;
  to_day: string;
  deputy_id: number | null;
}

const mayKeep = (staff: Staff, person: number): boolean =>
  person === staff.id || staff.permissions.has('requests.assign');

/** GET /queue/absences: those that last or will come, of everybody; a delegate sees those of the own branch. */
export async function readAbsences(crm: Crm, staff: Staff): Promise<Absences> {
  const today = riyadhDate(crm.now());
  const found = crm
    .db<AbsenceRow & { ended_at: Date | null }>('crm_absences')
    .whereNull('ended_at')
    .where('to_day', '>=', today)
    .orderBy(['from_day', 'id']);
  if (staff.branch !== null)
    void found.whereIn(
      'person_id',
      crm.db('crm_staff').where('branch', staff.branch).select('admin_user_id'),
    );
  const rows = await found.select('id', 'person_id', 'from_day', 'to_day', 'deputy_id');
  const names = await staffNames(
    crm,
    rows.flatMap((row) => [row.person_id, ...(row.deputy_id === null ? [] : [row.deputy_id])]),
  );
  return {
    absences: rows.map((row) => ({
      id: row.id,
      personId: row.person_id,
      personName: names.get(row.person_id) ?? '—',
      from: row.from_day,
      to: row.to_day,
      deputyId: row.deputy_id,
      deputyName: row.deputy_id === null ? null : (names.get(row.deputy_id) ?? '—'),
      now: row.from_day <= today,
      mayEnd: mayKeep(staff, row.person_id),
    })),
  };
}

/** POST /queue/absences. @throws CrmError 403 for another person's without `requests.assign`, 422 */
export async function keepAbsence(
  unit: UnitOfWork,
  body: AbsenceBody,
  staff: Staff,
): Promise<void> {
  const { trx, now } = unit;
  const person = body.person ?? staff.id;
  if (!mayKeep(staff, person)) throw forbidden();
  const workers = await readWorkers(trx, now);
  const known = (id: number) =>
    workers.some(
      (one) =>
        one.id === id && one.active && (staff.branch === null || one.branch === staff.branch),
    );
  const issues: FieldIssue[] = [];
  if (body.to < body.from) issues.push({ path: 'to', code: 'period_end' });
  if (body.to < riyadhDate(now)) issues.push({ path: 'to', code: 'past' });
  if (!known(person)) issues.push({ path: 'person', code: 'not_found' });
  if (body.deputy === person) issues.push({ path: 'deputy', code: 'another_person' });
  else if (body.deputy !== undefined && !known(body.deputy))
    issues.push({ path: 'deputy', code: 'not_found' });
  if (issues.length > 0) throw invalid(issues);
  const id = randomUUID();
  await trx('crm_absences').insert({
    id,
    person_id: person,
    from_day: body.from,
    to_day: body.to,
    deputy_id: body.deputy ?? null,
    recorded_by: staff.id,
    recorded_at: now,
  });
  unit.record({
    type: 'absence.recorded',
    actor: { kind: 'staff', id: staff.id },
    subject: { kind: 'absence', id },
    data: { person, deputy: body.deputy ?? null },
  });
}

/** POST /queue/absences/:id/end: back earlier, or not away at all. @throws CrmError 404 when it has ended already */
export async function endAbsence(unit: UnitOfWork, id: string, staff: Staff): Promise<void> {
  const { trx, now } = unit;
  const row = isId(id)
    ? await trx('crm_absences')
        .where({ id })
        .whereNull('ended_at')
        .forUpdate()
        .first<AbsenceRow | undefined>()
    : undefined;
  if (!row) throw notFound();
  if (!mayKeep(staff, row.person_id)) throw forbidden();
  await trx('crm_absences').where({ id }).update({ ended_at: now, ended_by: staff.id });
  unit.record({
    type: 'absence.ended',
    actor: { kind: 'staff', id: staff.id },
    subject: { kind: 'absence', id },
    data: { person: row.person_id },
  });
}
