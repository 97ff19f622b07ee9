import { agendaItemStatuses, attendanceStates, ballotChoices } from '../../../contracts/vocabulary';
import type { Migration } from '../kernel/migrate';
import { oneOf } from '../kernel/sql';

export const committeeMigration: Migration = {
  name: '0020-committee',
  async up(trx) {
    await trx.raw(`
      create table crm_sessions (
        id uuid primary key,
        number integer generated always as identity unique,
        committee text not null,
        committee_name json not null,
        held_on date not null,
        status text not null default 'planned' check (status in ('planned', 'open', 'closed')),
        planned_by integer not null,
        planned_at timestamptz not null
      );

      create table crm_agenda_items (
        id uuid primary key,
        session_id uuid not null references crm_sessions (id),
        request_id uuid not null references crm_requests (id),
        position integer not null,
        status text not null default 'pending' check (status in (${oneOf(agendaItemStatuses)})),
        rules json,
        roster json,
        opened_at timestamptz,
        closed_at timestamptz,
        result json,
        created_at timestamptz not null,
        unique (session_id, position)
      );
      create unique index crm_agenda_items_one_live on crm_agenda_items (request_id)
        where status in ('pending', 'open', 'closed');
      create index crm_agenda_items_request on crm_agenda_items (request_id, created_at);
      create index crm_agenda_items_open on crm_agenda_items (session_id) where status = 'open';

      create table crm_attendance (
        item_id uuid not null references crm_agenda_items (id),
        member_id integer not null,
        state text not null check (state in (${oneOf(attendanceStates)})),
        recorded_by integer not null,
        recorded_at timestamptz not null,
        primary key (item_id, member_id)
      );

      create table crm_recusals (
        item_id uuid not null references crm_agenda_items (id),
        member_id integer not null,
        ground text not null check (ground in ('relative', 'interest', 'other')),
        reason text,
        declared_at timestamptz not null,
        primary key (item_id, member_id)
      );

      create table crm_ballots (
        id uuid primary key,
        item_id uuid not null references crm_agenda_items (id),
        member_id integer not null,
        choice text not null check (choice in (${oneOf(ballotChoices)})),
        reservation text,
        idempotency_key text not null,
        cast_at timestamptz not null,
        superseded_at timestamptz,
        unique (item_id, member_id, idempotency_key)
      );
      create unique index crm_ballots_one_current on crm_ballots (item_id, member_id) where superseded_at is null;
    `);
  },
};
