import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type {
  BookBody,
  EndBody,
  MoveBody,
  Slots,
  SlotsQuery,
} from '../../../contracts/appointments';
import { isWorkingTime, workingWindows } from '../kernel/calendar.rules';
import type { WorkingCalendar } from '../kernel/calendar.rules';
import { currentCalendar } from '../kernel/calendar.service';
import type { Crm } from '../kernel/crm';
import { conflict, CrmError, invalid, notFound } from '../kernel/errors';
import { once } from '../kernel/idempotency';
import { isId } from '../kernel/http';
import type { Staff } from '../kernel/room';
import { staffHolding } from '../kernel/staff';
import type { StaffMember } from '../kernel/staff';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { parseMobile } from '../registry';
import { readParty } from './appointments.party';
import type { Party } from './appointments.party';
import { agendaDay } from './appointments.read';
import { endIssues, freeStarts } from './appointments.rules';
import { reportPlace } from './appointments.types';
import type { AppointmentTableRow } from './appointments.types';

const table = 'crm_appointments';
const MINUTE = 60_000;

/** Who receives people, as this person may choose: a delegate within the own branch. */
export async function receivers(crm: Pick<Crm, 'db'>, staff: Staff): Promise<StaffMember[]> {
  const all = await staffHolding(crm, 'appointments.keep');
  return staff.branch === null ? all : all.filter(({ branch }) => branch === staff.branch);
}

/** @throws CrmError 422 when nobody of that number receives people, or not for this reader */
async function receiver(crm: Pick<Crm, 'db'>, id: number, staff: Staff): Promise<StaffMember> {
  const found = (await receivers(crm, staff)).find((member) => member.id === id);
  if (!found) throw invalid([{ path: 'staff', code: 'option' }]);
  return found;
}

interface Time {
  starts: Date;
  ends: Date;
  outsideReason: string | null;
}

/** @throws CrmError 422 for the past, and for a time outside of working hours without its reason (O4) */
function timeOf(
  body: Pick<BookBody, 'startsAt' | 'minutes' | 'outsideHours' | 'outsideReason'>,
  calendar: WorkingCalendar,
  now: Date,
): Time {
  const starts = new Date(body.startsAt);
  const ends = new Date(starts.getTime() + body.minutes * MINUTE);
  if (starts < now) throw invalid([{ path: 'startsAt', code: 'past' }]);
  if (isWorkingTime(calendar, starts, ends)) return { starts, ends, outsideReason: null };
  if (!body.outsideHours) {
    throw new CrmError('invalid', 'error.appointment_outside_hours', {
      issues: [{ path: 'startsAt', code: 'outside_hours' }],
    });
  }
  if (body.outsideReason === undefined)
    throw invalid([{ path: 'outsideReason', code: 'required' }]);
  return { starts, ends, outsideReason: body.outsideReason };
}

/**
 * Whoever books for the same member of staff waits, so that two who come together do not stand in each other's
 * way inside the database; that nobody is in two places at once is held by the table itself.
 */
async function holdStaff({ trx }: UnitOfWork, staffId: number): Promise<void> {
  await trx.raw('select pg_advisory_xact_lock(98, ?)', [staffId]);
}

/** @throws CrmError 409 `error.appointment_taken` in place of the refusal of the table's constraint */
async function orTaken<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === '23P01')
      throw conflict('error.appointment_taken');
    throw error;
  }
}

/** The files and requests of one branch are not for a delegate of another. */
function branchOf(member: StaffMember, party: Party | null, staff: Staff): string | null {
  const owner = party?.branch ?? staff.branch;
  if (member.branch !== null && owner !== null && member.branch !== owner)
    throw invalid([{ path: 'staff', code: 'other_branch' }]);
  return owner ?? member.branch;
}

interface Whom {
  name: string;
  phone: string | null;
  place: string | null;
}

/** @throws CrmError 422 when it is for nobody, or a home visit would go nowhere */
function whomOf(body: BookBody, party: Party | null): Whom {
  const name = party?.name ?? body.name;
  const place = body.place ?? (body.kind === 'home_visit' ? (party?.place ?? null) : null);
  const mobile = body.phone === undefined ? null : parseMobile(body.phone);
  const phone = mobile?.ok ? mobile.value : (party?.phone ?? null);
  const issues = [
    ...(name === undefined ? [{ path: 'name', code: 'required' }] : []),
    ...(mobile && !mobile.ok ? [{ path: 'phone', code: 'phone' }] : []),
    ...(body.kind === 'call' && phone === null && !mobile
      ? [{ path: 'phone', code: 'required' }]
      : []),
    ...(body.kind === 'home_visit' && place === null ? [{ path: 'place', code: 'required' }] : []),
  ];
  if (name === undefined || issues.length > 0) throw invalid(issues);
  return { name, phone, place };
}

/** POST /appointments: once for each key. */
export async function bookAppointment(
  crm: Crm,
  headers: IncomingHttpHeaders,
  body: BookBody,
  staff: Staff,
): Promise<{ id: string }> {
  const [member, party, calendar] = await Promise.all([
    receiver(crm, body.staff, staff),
    readParty(crm, body, staff),
    currentCalendar(crm),
  ]);
  const whom = whomOf(body, party);
  const branch = branchOf(member, party, staff);
  const work = once(crm, `appointments:${staff.id}`, headers, body, async (unit) => {
    const { starts, ends, outsideReason } = timeOf(body, calendar, unit.now);
    const id = randomUUID();
    await holdStaff(unit, member.id);
    await unit.trx(table).insert({
      id,
      kind: body.kind,
      beneficiary_id: party?.person?.id ?? null,
      request_id: party?.request?.id ?? null,
      ...whom,
      staff_id: member.id,
      branch,
      starts_at: starts,
      ends_at: ends,
      purpose: body.purpose ?? null,
      outside_reason: outsideReason,
      calendar_version: calendar.version,
      booked_by: staff.id,
      booked_at: unit.now,
      timed_at: unit.now,
    });
    record(unit, 'appointment.booked', staff, {
      id,
      kind: body.kind,
      beneficiary_id: party?.person?.id ?? null,
      request_id: party?.request?.id ?? null,
    });
    return { id };
  });
  return orTaken(work);
}

function record(
  unit: UnitOfWork,
  type: 'appointment.booked' | 'appointment.moved' | 'appointment.ended',
  staff: Staff,
  row: Pick<AppointmentTableRow, 'id' | 'kind' | 'beneficiary_id' | 'request_id'>,
  data: Record<string, unknown> = {},
): void {
  unit.record({
    type,
    actor: { kind: 'staff', id: staff.id },
    ...(row.request_id ? { requestId: row.request_id } : {}),
    subject: { kind: 'appointment', id: row.id },
    data: {
      kind: row.kind,
      ...(row.beneficiary_id ? { beneficiary: row.beneficiary_id } : {}),
      ...data,
    },
  });
}

/** The row of a booked appointment, held. @throws CrmError 404, 409 when it changed or has ended */
async function hold(
  { trx }: UnitOfWork,
  id: string,
  expectedVersion: number,
  staff: Staff,
): Promise<AppointmentTableRow> {
  const row: AppointmentTableRow | undefined = isId(id)
    ? await trx(table).where({ id }).forUpdate().first()
    : undefined;
  const seen =
    row && (staff.branch === null || row.branch === staff.branch || row.staff_id === staff.id);
  if (!seen) throw notFound();
  if (row.version !== expectedVersion || row.state !== 'booked')
    throw conflict('error.appointment_changed', { version: row.version });
  return row;
}

/** POST /appointments/:id/move: another time, and perhaps another member of staff. */
export async function moveAppointment(
  crm: Crm,
  id: string,
  body: MoveBody,
  staff: Staff,
): Promise<void> {
  const [member, calendar] = await Promise.all([
    receiver(crm, body.staff, staff),
    currentCalendar(crm),
  ]);
  const work = crm.transaction(async (unit) => {
    const row = await hold(unit, id, body.expectedVersion, staff);
    if (member.branch !== null && row.branch !== null && member.branch !== row.branch)
      throw invalid([{ path: 'staff', code: 'other_branch' }]);
    const { starts, ends, outsideReason } = timeOf(body, calendar, unit.now);
    await holdStaff(unit, member.id);
    await unit
      .trx(table)
      .where({ id })
      .update({
        staff_id: member.id,
        branch: row.branch ?? member.branch,
        starts_at: starts,
        ends_at: ends,
        outside_reason: outsideReason,
        calendar_version: calendar.version,
        timed_at: unit.now,
        version: row.version + 1,
      });
    record(unit, 'appointment.moved', staff, row, {
      changed: [
        ...(row.starts_at.getTime() === starts.getTime() ? [] : ['starts_at']),
        ...(row.ends_at.getTime() === ends.getTime() ? [] : ['ends_at']),
        ...(row.staff_id === member.id ? [] : ['staff']),
      ],
    });
  });
  await orTaken(work);
}

/** POST /appointments/:id/end. @throws CrmError 422 when the report or the reason is missing, or it is too early */
export async function endAppointment(
  crm: Crm,
  id: string,
  body: EndBody,
  staff: Staff,
): Promise<void> {
  await crm.transaction(async (unit) => {
    const row = await hold(unit, id, body.expectedVersion, staff);
    const issues = endIssues({ startsAt: row.starts_at }, body, unit.now);
    if (issues.length > 0) throw invalid(issues);
    await unit
      .trx(table)
      .where({ id })
      .update({
        state: body.state,
        state_reason: body.reason ?? null,
        report_sealed:
          body.report === undefined ? null : crm.vault.seal(reportPlace(id), body.report),
        version: row.version + 1,
      });
    record(unit, 'appointment.ended', staff, row, { state: body.state });
  });
}

/** GET /appointments/slots: the free times of a member of staff on a day. */
export async function readSlots(crm: Crm, query: SlotsQuery, staff: Staff): Promise<Slots> {
  const [member, calendar] = await Promise.all([
    receiver(crm, query.staff, staff),
    currentCalendar(crm),
  ]);
  const midnight = new Date(`${query.date}T00:00:00+03:00`).getTime();
  const day = 24 * 60 * MINUTE;
  const taken = await crm
    .db(table)
    .where({ staff_id: member.id, state: 'booked' })
    .where('ends_at', '>', new Date(midnight - day))
    .where('starts_at', '<', new Date(midnight + 2 * day))
    .modify((found) => void (query.moving !== undefined && found.whereNot('id', query.moving)))
    .select<Pick<AppointmentTableRow, 'kind' | 'starts_at' | 'ends_at'>[]>(
      'kind',
      'starts_at',
      'ends_at',
    );
  const starts = freeStarts(
    workingWindows(calendar, query.date),
    taken.map(({ kind, starts_at, ends_at }) => ({
      kind,
      start: starts_at.getTime(),
      end: ends_at.getTime(),
    })),
    { ...query, travelMinutes: crm.settings.clocks.travelMinutes },
    crm.now(),
  );
  return {
    starts: starts.map((at) => at.toISOString()),
    day: agendaDay(calendar, query.date),
  };
}
