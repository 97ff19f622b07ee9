import {
  appointmentKinds,
  appointmentStates,
  channelSlugs,
  interactionDirections,
  questionAudiences,
  visitReasons,
  visitStates,
} from '../../../contracts/vocabulary';
import type { Migration } from '../kernel/migrate';
import { oneOf } from '../kernel/sql';

/** Who came, what was said, what nobody could answer, and when people meet. */
export const deskMigration: Migration = {
  name: '0061-desk',
  async up(trx) {
    await trx.raw(`
      create extension if not exists btree_gist;

      create table crm_visits (
        id uuid primary key,
        day date not null,
        beneficiary_id uuid references crm_beneficiaries (id),
        name text not null,
        phone text,
        reason text not null check (reason in (${oneOf(visitReasons)})),
        channel text not null default 'interview' check (channel in (${oneOf(channelSlugs)})),
        branch text,
        state text not null default 'arrived' check (state in (${oneOf(visitStates)})),
        served_by integer,
        registered_by integer not null,
        arrived_at timestamptz not null,
        started_at timestamptz,
        ended_at timestamptz,
        version integer not null default 1
      );
      create index crm_visits_day on crm_visits (day, arrived_at);
      create index crm_visits_person on crm_visits (beneficiary_id) where beneficiary_id is not null;

      create table crm_interactions (
        id uuid primary key,
        beneficiary_id uuid references crm_beneficiaries (id),
        request_id uuid references crm_requests (id),
        visit_id uuid references crm_visits (id),
        name text,
        phone text,
        channel text not null check (channel in (${oneOf(channelSlugs)})),
        direction text not null check (direction in (${oneOf(interactionDirections)})),
        reason text not null check (reason in (${oneOf(visitReasons)})),
        summary_sealed text not null,
        faq_id text,
        branch text,
        staff_id integer not null,
        at timestamptz not null
      );
      create index crm_interactions_person on crm_interactions (beneficiary_id, at desc) where beneficiary_id is not null;
      create index crm_interactions_request on crm_interactions (request_id) where request_id is not null;
      create index crm_interactions_at on crm_interactions (at desc);

      create table crm_questions (
        id uuid primary key,
        audience text not null check (audience in (${oneOf(questionAudiences)})),
        question text not null,
        visit_id uuid references crm_visits (id),
        interaction_id uuid references crm_interactions (id),
        beneficiary_id uuid references crm_beneficiaries (id),
        branch text,
        asked_by integer not null,
        asked_at timestamptz not null,
        answer text,
        faq_id text,
        answered_by integer,
        answered_at timestamptz,
        told_at timestamptz
      );
      create index crm_questions_open on crm_questions (audience, asked_at) where answered_at is null;
      create index crm_questions_asker on crm_questions (asked_by, asked_at desc);

      create table crm_appointments (
        id uuid primary key,
        kind text not null check (kind in (${oneOf(appointmentKinds)})),
        beneficiary_id uuid references crm_beneficiaries (id),
        request_id uuid references crm_requests (id),
        name text not null,
        phone text,
        staff_id integer not null,
        branch text,
        starts_at timestamptz not null,
        ends_at timestamptz not null check (ends_at > starts_at),
        place text,
        purpose text,
        report_sealed text,
        state text not null default 'booked' check (state in (${oneOf(appointmentStates)})),
        state_reason text,
        calendar_version text not null,
        booked_by integer not null,
        booked_at timestamptz not null,
        version integer not null default 1,
        -- nobody is in two places at once
        exclude using gist (staff_id with =, tstzrange(starts_at, ends_at) with &&) where (state = 'booked')
      );
      create index crm_appointments_staff on crm_appointments (staff_id, starts_at);
      create index crm_appointments_time on crm_appointments (starts_at);
      create index crm_appointments_person on crm_appointments (beneficiary_id) where beneficiary_id is not null;
    `);
  },
};
