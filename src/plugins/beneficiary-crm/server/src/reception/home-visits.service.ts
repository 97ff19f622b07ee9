import type { VisitReportBody, VisitReportView, VisitView } from '../../../contracts/study';
import { riyadhDate } from '../kernel/calendar.rules';
import type { Crm } from '../kernel/crm';
import { conflict, invalid, notFound } from '../kernel/errors';
import { isId } from '../kernel/http';
import type { Staff } from '../kernel/room';
import { staffNames } from '../kernel/staff';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { reportPlace, visitPlace } from './appointments.types';
import type { AppointmentTableRow } from './appointments.types';

/** Home visits to the family of a request, as its social study sees them (O4, S3). */

/** The home visits of a request, the last first. */
export async function visitsOf(crm: Crm, requestId: string): Promise<VisitView[]> {
  const rows: AppointmentTableRow[] = await crm
    .db('crm_appointments')
    .where({ request_id: requestId, kind: 'home_visit' })
    .orderBy('starts_at', 'desc');
  const names = await staffNames(
    crm,
    rows.map(({ staff_id }) => staff_id),
  );
  return rows.map((row) => ({
    id: row.id,
    state: row.state,
    startsAt: row.starts_at.toISOString(),
    endsAt: row.ends_at.toISOString(),
    place: row.place,
    with: names.get(row.staff_id) ?? '—',
    report: row.visit_sealed
      ? (JSON.parse(crm.vault.open(visitPlace(row.id), row.visit_sealed)) as VisitReportView)
      : null,
    words:
      row.state_reason ??
      (row.report_sealed && !row.visit_sealed
        ? crm.vault.open(reportPlace(row.id), row.report_sealed)
        : null),
  }));
}

/**
 * Writes the report of a home visit, which thereby took place. What was seen also stands in the agenda.
 * @throws CrmError 404 when the request has no such visit; 409 when it has ended; 422 before its time, or for a day
 * that is not over
 */
export async function reportVisit(
  { crm, trx, now, record }: UnitOfWork,
  request: { id: string },
  visitId: string,
  report: VisitReportBody,
  staff: Staff,
): Promise<void> {
  const row: AppointmentTableRow | undefined = isId(visitId)
    ? await trx('crm_appointments')
        .where({ id: visitId, request_id: request.id, kind: 'home_visit' })
        .forUpdate()
        .first()
    : undefined;
  if (!row) throw notFound();
  if (row.state !== 'booked') throw conflict('error.appointment_changed', { version: row.version });
  if (row.starts_at > now) throw invalid([{ path: 'visitedOn', code: 'not_yet' }]);
  if (report.visitedOn > riyadhDate(now)) throw invalid([{ path: 'visitedOn', code: 'future' }]);
  await trx('crm_appointments')
    .where({ id: row.id })
    .update({
      state: 'held',
      report_sealed: crm.vault.seal(reportPlace(row.id), report.seen),
      visit_sealed: crm.vault.seal(visitPlace(row.id), JSON.stringify(report)),
      version: row.version + 1,
    });
  record({
    type: 'appointment.ended',
    actor: { kind: 'staff', id: staff.id },
    requestId: request.id,
    subject: { kind: 'appointment', id: row.id },
    data: {
      kind: row.kind,
      ...(row.beneficiary_id ? { beneficiary: row.beneficiary_id } : {}),
      state: 'held',
    },
  });
}
