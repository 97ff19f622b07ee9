import type { Knex } from 'knex';
import type {
  AppointmentKind,
  AppointmentState,
  FileStatus,
  Locale,
} from '../../../contracts/vocabulary';
import type { Crm } from '../kernel/crm';
import { currentCalendar } from '../kernel/calendar.service';
import { mayTake } from '../registry';
import { isReminderDue } from './appointments.rules';
import type { AppointmentTableRow } from './appointments.types';

/** What whoever tells a person of an appointment needs to know. */
export interface AppointmentToTell {
  kind: AppointmentKind;
  state: AppointmentState;
  startsAt: Date;
  requestId: string | null;
  name: string;
  locale: Locale;
  email: string | null;
  /** a mobile: a landline reads no message */
  mobile: string | null;
}

interface Read {
  kind: AppointmentKind;
  state: AppointmentState;
  starts_at: Date;
  request_id: string | null;
  name: string;
  phone: string | null;
  file_status: FileStatus | null;
  locale: Locale | null;
  applicant_email: string | null;
  applicant_phone: string | null;
  file_email: string | null;
  file_mobile: string | null;
}

const isMobile = (phone: string | null): phone is string =>
  phone !== null && /^\+9665\d{8}$/.test(phone);

const contactOf = (db: Knex, kind: string) =>
  db('crm_contact_points as c')
    .where('c.kind', kind)
    .whereRaw('c.beneficiary_id = file.id')
    .orderByRaw('c.preferred desc, c.created_at desc')
    .limit(1)
    .select('c.value');

/** Null when nobody is left to tell: the appointment is not there, or the person is not to be reached any more. */
export async function appointmentToTell(
  { db }: Pick<Crm, 'db'>,
  id: string,
): Promise<AppointmentToTell | null> {
  const row = await db('crm_appointments as a')
    .leftJoin('crm_requests as r', 'r.id', 'a.request_id')
    .leftJoin('crm_beneficiaries as own', 'own.id', 'a.beneficiary_id')
    .leftJoin('crm_beneficiaries as file', 'file.id', 'own.root_id')
    .where('a.id', id)
    .first<Read | undefined>(
      'a.kind',
      'a.state',
      'a.starts_at',
      'a.request_id',
      'a.name',
      'a.phone',
      'file.status as file_status',
      'r.locale',
      'r.applicant_email',
      'r.applicant_phone',
      contactOf(db, 'email').as('file_email'),
      contactOf(db, 'mobile').as('file_mobile'),
    );
  if (!row || (row.file_status && !mayTake(row.file_status, 'contact'))) return null;
  // Who asked by a request is answered where the request says; else the file knows best.
  const phones = [row.applicant_phone, row.file_mobile, row.phone];
  return {
    kind: row.kind,
    state: row.state,
    startsAt: row.starts_at,
    requestId: row.request_id,
    name: row.name,
    locale: row.locale ?? 'ar',
    email: row.applicant_email ?? row.file_email,
    mobile: phones.find(isMobile) ?? null,
  };
}

/** No holiday is longer: what is further away needs no reminder yet. */
const farthest = 30 * 86_400_000;

/**
 * Job `remind_appointments`: says of each appointment of the next working day that it is time to remind of it;
 * once for each time that it was set to.
 */
export async function remindAppointments(crm: Crm): Promise<void> {
  const calendar = await currentCalendar(crm);
  await crm.transaction(async ({ trx, now, record }) => {
    const coming: AppointmentTableRow[] = await trx('crm_appointments')
      .where({ state: 'booked' })
      .where('starts_at', '>', now)
      .where('starts_at', '<', new Date(now.getTime() + farthest))
      .whereRaw('reminded_for is distinct from starts_at')
      .orderBy('starts_at')
      .forUpdate()
      .skipLocked();
    for (const row of coming) {
      if (!isReminderDue(calendar, { startsAt: row.starts_at, timedAt: row.timed_at }, now))
        continue;
      await trx('crm_appointments').where({ id: row.id }).update({ reminded_for: row.starts_at });
      record({
        type: 'appointment.reminder_due',
        actor: { kind: 'system' },
        ...(row.request_id ? { requestId: row.request_id } : {}),
        subject: { kind: 'appointment', id: row.id },
        data: { kind: row.kind },
      });
    }
  });
}
