import { messageStatuses } from '../../../contracts/vocabulary';
import type { Migration } from '../kernel/migrate';
import { oneOf } from '../kernel/sql';

export const messagesMigration: Migration = {
  name: '0040-messages',
  async up(trx) {
    // One event is told once by each transport: a repeated job adds nothing.
    await trx.raw(`
      create table crm_messages (
        id uuid primary key,
        event_seq bigint,
        template text not null,
        transport text not null check (transport in ('email', 'sms')),
        locale text not null check (locale in ('ar', 'en')),
        request_id uuid references crm_requests (id),
        to_sealed text not null,
        to_masked text not null,
        subject_sealed text not null,
        body_sealed text not null,
        holds_link boolean not null default false,
        -- json, not jsonb: Strapi turns the driver's reading of jsonb off
        attachments json not null default '[]',
        status text not null check (status in (${oneOf(messageStatuses)})),
        attempts integer not null default 0,
        error_code text,
        provider_id text,
        created_at timestamptz not null,
        sent_at timestamptz,
        handed_over_by integer,
        handed_over_at timestamptz,
        unique (event_seq, template, transport)
      );
      create index crm_messages_status on crm_messages (status, created_at desc);
      create index crm_messages_newest on crm_messages (created_at desc);
      create index crm_messages_request on crm_messages (request_id, created_at);
    `);
  },
};
