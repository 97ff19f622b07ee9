import type { Migration } from '../kernel/migrate';

/** The registry's files are opened at enrolment (S6); the service is recorded against the request (S7). */
export const deliveryMigration: Migration = {
  name: '0030-delivery',
  async up(trx) {
    await trx.raw(`
      create table crm_enrolments (
        request_id uuid primary key references crm_requests (id),
        beneficiary_id uuid not null references crm_beneficiaries (id),
        enrolled_by integer not null,
        enrolled_at timestamptz not null
      );
      create index crm_enrolments_beneficiary on crm_enrolments (beneficiary_id);

      create table crm_deliveries (
        id uuid primary key,
        request_id uuid not null references crm_requests (id),
        what text not null,
        amount numeric(12, 2) check (amount > 0),
        delivered_on date not null,
        received_by text not null,
        acknowledgement text not null check (acknowledgement in ('signature', 'bank_receipt', 'code', 'witnessed')),
        recorded_by integer not null,
        recorded_at timestamptz not null
      );
      create index crm_deliveries_request on crm_deliveries (request_id, recorded_at);
    `);
  },
};
