import type { Knex } from 'knex';
import type {
  Agenda,
  AgendaDay,
  AppointmentDetail,
  AppointmentRow,
  AppointmentsQuery,
} from '../../../contracts/appointments';
import type { PersonFile } from '../../../contracts/registry';
import { addDays, riyadhDate, workingWindows } from '../kernel/calendar.rules';
import type { WorkingCalendar } from '../kernel/calendar.rules';
import { currentCalendar } from '../kernel/calendar.service';
import type { Crm } from '../kernel/crm';
import { invalid, notFound } from '../kernel/errors';
import { notHidden } from '../kernel/hidden';
import { isId } from '../kernel/http';
import type { Staff } from '../kernel/room';
import { staffNames } from '../kernel/staff';
import { reportPlace } from './appointments.types';
import type { AppointmentTableRow } from './appointments.types';

type Read = AppointmentTableRow & {
  file_id: string | null;
  file_number: string | null;
  latitude: number | null;
  longitude: number | null;
  reference: string | null;
};

/**
 * Delegates see their branch's appointments and their own; everyone else all of the association. Of a request that is
 * hidden nobody sees any.
 */
const visibleTo =
  ({ id, branch }: Staff) =>
  (query: Knex.QueryBuilder): void => {
    void query.modify(notHidden(id, 'a.request_id'));
    if (branch === null) return;
    void query.where((or) => or.where('a.staff_id', id).orWhere('a.branch', branch));
  };

const select = (db: Knex, staff: Staff) =>
  db('crm_appointments as a')
    .leftJoin('crm_requests as r', 'r.id', 'a.request_id')
    .leftJoin('crm_beneficiaries as own', 'own.id', 'a.beneficiary_id')
    .leftJoin('crm_beneficiaries as file', 'file.id', 'own.root_id')
    .modify(visibleTo(staff))
    .select<Read[]>(
      'a.*',
      'r.reference',
      'file.id as file_id',
      'file.file_number',
      'file.latitude',
      'file.longitude',
    );

const rowView = (row: Read, names: ReadonlyMap<number, string>): AppointmentRow => ({
  id: row.id,
  version: row.version,
  kind: row.kind,
  state: row.state,
  startsAt: row.starts_at.toISOString(),
  endsAt: row.ends_at.toISOString(),
  person: row.file_id && row.file_number ? { id: row.file_id, fileNumber: row.file_number } : null,
  name: row.name,
  request: row.request_id ? { id: row.request_id, reference: row.reference ?? '' } : null,
  staff: { id: row.staff_id, name: names.get(row.staff_id) ?? '' },
  place: row.place,
  purpose: row.purpose,
  outsideHours: row.outside_reason !== null,
  hasReport: row.report_sealed !== null,
});

export function agendaDay(calendar: WorkingCalendar, date: string): AgendaDay {
  return {
    date,
    windows: workingWindows(calendar, date).map(({ open, close }) => ({
      opens: new Date(open).toISOString(),
      closes: new Date(close).toISOString(),
    })),
    note: calendar.overrides?.find((override) => override.date === date)?.note ?? null,
  };
}

const mostDays = 42;

/** GET /appointments. @throws CrmError 422 for days that run backwards or are too many */
export async function readAgenda(
  crm: Crm,
  { from, to, staff: whose }: AppointmentsQuery,
  staff: Staff,
): Promise<Agenda> {
  if (to < from || to > addDays(from, mostDays)) throw invalid([{ path: 'to', code: 'date' }]);
  const [calendar, rows]: [WorkingCalendar, Read[]] = await Promise.all([
    currentCalendar(crm),
    select(crm.db, staff)
      .where('a.starts_at', '>=', new Date(`${from}T00:00:00+03:00`))
      .where('a.starts_at', '<', new Date(`${addDays(to, 1)}T00:00:00+03:00`))
      .modify((query) => void (whose !== undefined && query.where('a.staff_id', whose)))
      .orderBy([{ column: 'a.starts_at' }, { column: 'a.id' }]),
  ]);
  const names = await staffNames(
    crm,
    rows.map((row) => row.staff_id),
  );
  const days: AgendaDay[] = [];
  for (let date = from; date <= to; date = addDays(date, 1)) days.push(agendaDay(calendar, date));
  return {
    appointments: rows.map((row) => rowView(row, names)),
    days,
    today: riyadhDate(crm.now()),
  };
}

/** GET /appointments/:id. @throws CrmError 404, also when it is another branch's */
export async function readAppointment(
  crm: Crm,
  id: string,
  staff: Staff,
): Promise<AppointmentDetail> {
  const [row] = isId(id) ? await select(crm.db, staff).where('a.id', id) : [];
  if (!row) throw notFound();
  const names = await staffNames(crm, [row.staff_id, row.booked_by]);
  return {
    ...rowView(row, names),
    phone: row.phone,
    coordinates:
      row.latitude !== null && row.longitude !== null
        ? { latitude: Number(row.latitude), longitude: Number(row.longitude) }
        : null,
    outsideReason: row.outside_reason,
    report: row.report_sealed === null ? null : crm.vault.open(reportPlace(id), row.report_sealed),
    stateReason: row.state_reason,
    bookedBy: names.get(row.booked_by) ?? '',
    bookedAt: row.booked_at.toISOString(),
  };
}

/** As many as a person's page shows. */
const newestAppointments = 200;

/**
 * The appointments of a person with any of these files, and of that person's requests; newest first.
 * A delegate sees those of the own branch, and nobody those of what is hidden from them.
 */
export async function appointmentsOf(
  crm: Pick<Crm, 'db'>,
  db: Knex,
  fileIds: readonly string[],
  { id, branch }: Pick<Staff, 'id' | 'branch'>,
): Promise<PersonFile['appointments']> {
  const ofRequests = db('crm_requests')
    .select('id')
    .whereIn('beneficiary_id', [...fileIds]);
  const rows = await db('crm_appointments')
    .where((either) =>
      either.whereIn('beneficiary_id', [...fileIds]).orWhereIn('request_id', ofRequests),
    )
    .modify(notHidden(id, 'request_id'))
    .modify((query) => void (branch !== null && query.where({ branch })))
    .orderBy('starts_at', 'desc')
    .limit(newestAppointments)
    .select<AppointmentTableRow[]>('id', 'kind', 'state', 'starts_at', 'ends_at', 'staff_id');
  const names = await staffNames(
    crm,
    rows.map((row) => row.staff_id),
  );
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    state: row.state,
    startsAt: row.starts_at.toISOString(),
    endsAt: row.ends_at.toISOString(),
    with: names.get(row.staff_id) ?? '',
  }));
}
