import type { Migration } from '../kernel/migrate';

/** What an appointment keeps of its time: why it is outside of working hours, and whether somebody was reminded. */
export const appointmentTimesMigration: Migration = {
  name: '0098-appointment-times',
  async up(trx) {
    await trx.raw(`
      alter table crm_appointments
        add column outside_reason text,
        add column timed_at timestamptz not null default now(),
        add column reminded_for timestamptz;
      alter table crm_appointments alter column timed_at drop default;
      create index crm_appointments_coming on crm_appointments (starts_at) where state = 'booked';
    `);
  },
};

/** The report of a home visit, point by point. */
export const visitReportMigration: Migration = {
  name: '0131-visit-reports',
  async up(trx) {
    await trx.raw(`
      alter table crm_appointments add column visit_sealed text;
      create index crm_appointments_request on crm_appointments (request_id) where request_id is not null;
    `);
  },
};
