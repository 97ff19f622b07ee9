import {
  channelSlugs,
  contactChannels,
  identityTypes,
  requestKinds,
  requestStatuses,
} from '../../../contracts/vocabulary';
import type { Migration } from '../kernel/migrate';
import { oneOf } from '../kernel/sql';

export const requestsMigration: Migration = {
  name: '0010-requests',
  async up(trx) {
    await trx.raw(`
      create table crm_requests (
        id uuid primary key,
        reference text not null unique,
        access_code_hash text,
        kind text not null check (kind in (${oneOf(requestKinds)})),
        status text not null check (status in (${oneOf(requestStatuses)})),
        version integer not null default 1,
        channel text not null check (channel in (${oneOf(channelSlugs)})),
        branch text,
        locale text not null check (locale in ('ar', 'en')),
        service_slug text,
        form json not null,
        applicant_name text not null,
        applicant_name_key text generated always as (crm_joined_name_key(applicant_name)) stored,
        applicant_phone text not null,
        applicant_email text,
        applicant_city text,
        preferred_channel text check (preferred_channel in (${oneOf(contactChannels)})),
        id_type text check (id_type in (${oneOf(identityTypes)})),
        id_sealed text,
        id_index text,
        id_last3 text,
        answers_sealed text not null,
        answers_hash text not null,
        message_sealed text,
        consent_version text not null,
        consented_at timestamptz not null,
        promise_told boolean not null default false,
        clock json not null,
        clock_settings json not null,
        due_earliest timestamptz not null,
        due_latest timestamptz not null,
        paused boolean not null default false,
        replied boolean not null default false,
        assignee_id integer,
        stage smallint not null default 1,
        first_handler_id integer,
        resume_to text,
        owed json,
        owed_since timestamptz,
        owed_deadline timestamptz,
        parent_id uuid references crm_requests (id),
        duplicate_of uuid references crm_requests (id),
        beneficiary_id uuid references crm_beneficiaries (id),
        deliveries integer not null default 0,
        submitted_at timestamptz not null,
        updated_at timestamptz not null,
        ended_at timestamptz
      );
      create index crm_requests_queue on crm_requests (status, due_latest);
      create index crm_requests_due on crm_requests (due_latest) where ended_at is null and not replied;
      create index crm_requests_promise on crm_requests ((ended_at is not null or replied), due_latest);
      create index crm_requests_newest on crm_requests (submitted_at desc);
      create index crm_requests_assignee on crm_requests (assignee_id, due_latest) where ended_at is null;
      create index crm_requests_service on crm_requests (service_slug, submitted_at);
      create index crm_requests_branch on crm_requests (branch, due_latest);
      create index crm_requests_phone on crm_requests (applicant_phone);
      create index crm_requests_identity on crm_requests (id_index) where id_index is not null;
      create index crm_requests_name on crm_requests using gin (applicant_name_key gin_trgm_ops);
      create index crm_requests_owed on crm_requests (owed_deadline) where status = 'awaiting_applicant';
      create unique index crm_requests_one_appeal on crm_requests (parent_id) where kind = 'appeal';

      alter table crm_files add constraint crm_files_request foreign key (request_id) references crm_requests (id);

      create table crm_request_documents (
        id uuid primary key,
        request_id uuid not null references crm_requests (id),
        key text not null,
        file_id uuid not null unique references crm_files (id),
        received_at timestamptz not null
      );
      create index crm_request_documents_request on crm_request_documents (request_id, key);

      create table crm_checks (
        request_id uuid not null references crm_requests (id),
        key text not null,
        state text not null check (state in ('ok', 'problem')),
        note text,
        checked_by integer not null,
        checked_at timestamptz not null,
        primary key (request_id, key)
      );

      create table crm_declarations (
        id uuid primary key,
        request_id uuid not null references crm_requests (id),
        version text not null,
        text_hash text not null,
        answers_hash text not null,
        signer text not null,
        way text not null check (way in ('typed', 'paper')),
        witnessed_by integer,
        signed_at timestamptz not null
      );
      create index crm_declarations_request on crm_declarations (request_id, signed_at);

      create table crm_referrals (
        id uuid primary key,
        request_id uuid not null references crm_requests (id),
        question text not null,
        asked_by integer not null,
        asked_at timestamptz not null,
        answer text,
        answered_by integer,
        answered_at timestamptz
      );
      create unique index crm_referrals_one_open on crm_referrals (request_id) where answered_at is null;
      create index crm_referrals_request on crm_referrals (request_id, asked_at);

      create table crm_studies (
        id uuid primary key,
        request_id uuid not null references crm_requests (id),
        version integer not null,
        household_size integer not null check (household_size > 0),
        monthly_income numeric(12, 2) not null check (monthly_income >= 0),
        monthly_expenses numeric(12, 2) not null check (monthly_expenses >= 0),
        housing text not null,
        needs text not null,
        summary text not null,
        recommendation text not null check (recommendation in ('accepted', 'rejected', 'deferred')),
        written_by integer not null,
        written_at timestamptz not null,
        unique (request_id, version)
      );

      create table crm_notes (
        id uuid primary key,
        request_id uuid not null references crm_requests (id),
        text_sealed text not null,
        written_by integer,
        written_at timestamptz not null
      );
      create index crm_notes_request on crm_notes (request_id);

      create table crm_decisions (
        id uuid primary key,
        request_id uuid not null references crm_requests (id),
        outcome text not null check (outcome in ('accepted', 'rejected', 'deferred', 'answered', 'declined')),
        reason text not null,
        decided_by integer,
        item_id uuid,
        decided_at timestamptz not null,
        in_force boolean not null default true,
        replied_at timestamptz,
        released_early_by integer,
        released_early_reason text
      );
      create unique index crm_decisions_one_in_force on crm_decisions (request_id) where in_force;
      create index crm_decisions_to_reply on crm_decisions (decided_at) where in_force and replied_at is null;
    `);
  },
};
