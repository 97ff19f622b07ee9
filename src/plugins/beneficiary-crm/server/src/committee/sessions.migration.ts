import { attendanceStates } from '../../../contracts/vocabulary';
import { sessionForms, sessionStatuses } from '../../../contracts/sessions';
import { hijriDate } from '../kernel/calendar.rules';
import type { Migration } from '../kernel/migrate';
import { oneOf } from '../kernel/sql';

/** Sessions with a number of their committee's own, a form, a time and a place; who excused themselves; who was told. */
export const sessionsMigration: Migration = {
  name: '0155-committee-sessions',
  async up(trx) {
    await trx.raw(`
      alter table crm_sessions
        add column version integer not null default 1,
        add column form text not null default 'room' check (form in (${oneOf(sessionForms)})),
        add column held_at text,
        add column place text,
        add column minutes integer,
        add column closes_at timestamptz,
        add column hijri_year integer,
        add column ordinal integer,
        add column cancelled_at timestamptz,
        add column cancelled_by integer,
        add column cancel_reason text,
        drop constraint crm_sessions_status_check,
        add constraint crm_sessions_status_check check (status in (${oneOf(sessionStatuses)}));

      -- null: no more on the agenda; the row stays, for the conflicts that were declared on it
      alter table crm_agenda_items
        alter column position drop not null,
        add column minutes integer,
        drop constraint crm_agenda_items_session_id_position_key,
        add constraint crm_agenda_items_place unique (session_id, position) deferrable initially deferred;

      create table crm_session_attendance (
        session_id uuid not null references crm_sessions (id),
        member_id integer not null,
        state text not null check (state in (${oneOf(attendanceStates)})),
        recorded_by integer not null,
        recorded_at timestamptz not null,
        primary key (session_id, member_id)
      );

      create table crm_session_apologies (
        session_id uuid not null references crm_sessions (id),
        member_id integer not null,
        reason text not null,
        made_at timestamptz not null,
        primary key (session_id, member_id)
      );

      create table crm_session_mails (
        id uuid primary key,
        session_id uuid not null references crm_sessions (id),
        version integer not null,
        kind text not null check (kind in ('invitation', 'cancellation')),
        member_id integer not null,
        mail text not null default 'waiting'
          check (mail in ('waiting', 'sending', 'sent', 'failed', 'overtaken')),
        created_at timestamptz not null,
        sent_at timestamptz,
        unique (session_id, version, kind, member_id)
      );
    `);
    const held: { id: string; held_on: string }[] = await trx('crm_sessions')
      .orderBy('number')
      .select('id', trx.raw('held_on::text as held_on'));
    for (const { id, held_on: date } of held)
      await trx('crm_sessions')
        .where({ id })
        .update({ hijri_year: hijriYearOf(date) });
    await trx.raw(`
      with counted as (
        select id, row_number() over (partition by committee, hijri_year order by number) as nth from crm_sessions
      )
      update crm_sessions s set ordinal = counted.nth from counted where counted.id = s.id;
      alter table crm_sessions
        alter column hijri_year set not null,
        alter column ordinal set not null,
        add constraint crm_sessions_ordinal unique (committee, hijri_year, ordinal);
    `);
  },
};

/** The Hijri year of a date, YYYY-MM-DD in Riyadh. */
export const hijriYearOf = (date: string): number =>
  hijriDate(new Date(`${date}T12:00:00+03:00`)).year;
