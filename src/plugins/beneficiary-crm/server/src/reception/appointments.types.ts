import type { AppointmentKind, AppointmentState } from '../../../contracts/vocabulary';

/** A row of `crm_appointments`. */
export interface AppointmentTableRow {
  id: string;
  kind: AppointmentKind;
  beneficiary_id: string | null;
  request_id: string | null;
  name: string;
  phone: string | null;
  staff_id: number;
  branch: string | null;
  starts_at: Date;
  ends_at: Date;
  place: string | null;
  purpose: string | null;
  /** why it is outside of working time; null: it is within */
  outside_reason: string | null;
  report_sealed: string | null;
  /** of a home visit: what its report says, point by point */
  visit_sealed: string | null;
  state: AppointmentState;
  state_reason: string | null;
  calendar_version: string;
  booked_by: number;
  booked_at: Date;
  /** when its time was set last */
  timed_at: Date;
  /** the beginning of which somebody was reminded */
  reminded_for: Date | null;
  version: number;
}

export const reportPlace = (id: string) => ({ table: 'crm_appointments', field: 'report', id });
export const visitPlace = (id: string) => ({ table: 'crm_appointments', field: 'visit', id });
