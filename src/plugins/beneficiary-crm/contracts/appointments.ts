/** Appointments, home visits and the working calendar in the admin API. */
import { z } from 'zod';
import { day, instant, line, paragraph } from './common';
import { appointmentKinds, appointmentStates } from './vocabulary';
import type { AppointmentKind, AppointmentState } from './vocabulary';

const locale = z.enum(['ar', 'en']).default('ar');
const staffId = z.coerce.number().int().min(1).max(2_147_483_647);
const minutes = z.coerce.number().int().min(5).max(480);

/** GET /appointments: `from` and `to` are days in Riyadh, both included, at most six weeks apart */
export const appointmentsQuery = z.strictObject({
  from: day,
  to: day,
  /** left out: everybody's that the reader may see */
  staff: staffId.optional(),
  locale,
});
export type AppointmentsQuery = z.output<typeof appointmentsQuery>;

export interface AppointmentRow {
  id: string;
  version: number;
  kind: AppointmentKind;
  state: AppointmentState;
  startsAt: string;
  endsAt: string;
  /** the person's file; null for a stranger */
  person: { id: string; fileNumber: string } | null;
  name: string;
  request: { id: string; reference: string } | null;
  staff: { id: number; name: string };
  place: string | null;
  purpose: string | null;
  outsideHours: boolean;
  hasReport: boolean;
}

/** A day of the agenda: when the association works on it. */
export interface AgendaDay {
  date: string;
  /** instants; none: nobody works */
  windows: { opens: string; closes: string }[];
  /** why this day is not as others, as the association wrote it */
  note: string | null;
}

export interface Agenda {
  appointments: AppointmentRow[];
  days: AgendaDay[];
  today: string;
}

/** GET /appointments/:id */
export interface AppointmentDetail extends AppointmentRow {
  phone: string | null;
  /** where the family lives, when its file says so */
  coordinates: { latitude: number; longitude: number } | null;
  outsideReason: string | null;
  report: string | null;
  stateReason: string | null;
  bookedBy: string;
  bookedAt: string;
}

/** GET /appointments/choices: who receives people, and what the forms begin with */
export interface AppointmentChoices {
  staff: { id: number; name: string; branch: string | null }[];
  /** the reader's own id */
  me: number;
  /** how long a meeting of each kind usually takes */
  usualMinutes: Readonly<Record<AppointmentKind, number>>;
  travelMinutes: number;
}

/** GET /appointments/party: for whom an appointment is, from a file or a request */
export const partyQuery = z.strictObject({
  person: z.uuid().optional(),
  request: z.uuid().optional(),
  locale,
});
export interface AppointmentParty {
  person: { id: string; fileNumber: string } | null;
  request: { id: string; reference: string } | null;
  name: string;
  phone: string | null;
  /** where a home visit would go */
  place: string | null;
  coordinates: { latitude: number; longitude: number } | null;
}

/** GET /appointments/slots */
export const slotsQuery = z.strictObject({
  staff: staffId,
  kind: z.enum(appointmentKinds),
  date: day,
  minutes,
  /** an appointment that is being moved is not in its own way */
  moving: z.uuid().optional(),
  locale,
});
export type SlotsQuery = z.output<typeof slotsQuery>;
export interface Slots {
  /** instants at which it could begin */
  starts: string[];
  day: AgendaDay;
}

const time = {
  staff: z.number().int().min(1).max(2_147_483_647),
  startsAt: instant,
  minutes: z.number().int().min(5).max(480),
  /** a family that is only home in the evening is served then (O4); needs its reason */
  outsideHours: z.boolean().default(false),
  outsideReason: paragraph(300, 3).optional(),
};

/**
 * POST /appointments, header `Idempotency-Key` → 201 { id }. For a person's file, for a request, or for a
 * stranger by name. 409 `error.appointment_taken` when that member of staff is elsewhere; 422
 * `error.appointment_outside_hours` unless `outsideHours`.
 */
export const bookBody = z.strictObject({
  kind: z.enum(appointmentKinds),
  person: z.uuid().optional(),
  request: z.uuid().optional(),
  name: line(120, 3).optional(),
  phone: line(40).optional(),
  ...time,
  /** left out at a home visit: the address of the file */
  place: line(300, 3).optional(),
  purpose: paragraph(500, 3).optional(),
});
export type BookBody = z.output<typeof bookBody>;

const versioned = { expectedVersion: z.number().int().min(1) };

/** POST /appointments/:id/move */
export const moveBody = z.strictObject({ ...versioned, ...time });
export type MoveBody = z.output<typeof moveBody>;

/** POST /appointments/:id/end: held with a report, cancelled with a reason, or missed */
export const endBody = z.strictObject({
  ...versioned,
  state: z.enum(appointmentStates).exclude(['booked']),
  report: paragraph(5000, 3).optional(),
  reason: paragraph(500, 3).optional(),
});
export type EndBody = z.output<typeof endBody>;

// ── the working calendar ───────────────────────────────────────────────────

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const hours = z.array(z.strictObject({ from: clock, to: clock })).max(6);

/** POST /calendar: the whole of it; every change is a new version, and the old ones stay */
export const calendarBody = z.strictObject({
  /** the version that was on the screen */
  expectedVersion: line(40),
  /** seven days from Sunday on */
  week: z.array(hours).length(7),
  ramadan: z.strictObject({
    hours,
    /** first and last day of each; the computed ones, corrected when the month is announced */
    periods: z.array(z.strictObject({ start: day, end: day })).max(60),
  }),
  overrides: z
    .array(
      z.strictObject({ date: day, hours: z.union([hours, z.literal('usual')]), note: line(120) }),
    )
    .max(400),
  reason: paragraph(300, 3),
});
export type CalendarBody = z.output<typeof calendarBody>;

/** GET /calendar */
export interface CalendarView {
  version: string;
  week: { from: string; to: string }[][];
  ramadan: {
    hours: { from: string; to: string }[];
    periods: { start: string; end: string }[];
  };
  overrides: {
    date: string;
    hours: { from: string; to: string }[] | 'usual';
    note: string;
  }[];
  /** computed days without work from today on, for about a year */
  holidays: string[];
  changed: { by: string; at: string; reason: string } | null;
  today: string;
}
