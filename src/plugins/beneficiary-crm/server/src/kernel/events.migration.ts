import type { Migration } from './migrate';
import { normaliseNameSql } from './arabic.sql';

/**
 * The chain, private files, idempotency keys: what every room stands on.
 * Columns are `json`, never `jsonb`: Strapi's driver hands `jsonb` out unparsed.
 */
export const kernelMigration: Migration = {
  name: '0001-kernel',
  async up(trx) {
    await trx.raw('create extension if not exists pg_trgm');
    await trx.raw(normaliseNameSql);
    await trx.raw(`
      create table crm_events (
        seq bigint primary key,
        at timestamptz(3) not null,
        type text not null,
        actor_kind text not null check (actor_kind in ('applicant', 'system', 'staff')),
        actor_id text,
        request_id uuid,
        subject_kind text,
        subject_id text,
        data json not null,
        prev_hash text not null,
        hash text not null unique
      );
      create index crm_events_request on crm_events (request_id, seq);
      create index crm_events_type on crm_events (type, at);

      create table crm_event_head (
        singleton boolean primary key default true check (singleton),
        seq bigint not null,
        hash text not null
      );
      insert into crm_event_head (seq, hash) values (0, repeat('0', 64));

      create function crm_events_are_kept() returns trigger language plpgsql as $$
      begin
        raise exception 'crm_events can only grow';
      end $$;
      create trigger crm_events_are_kept before update or delete on crm_events
        for each row execute function crm_events_are_kept();
      create trigger crm_events_stay before truncate on crm_events
        for each statement execute function crm_events_are_kept();

      create table crm_files (
        id uuid primary key,
        storage_key text not null unique,
        name text not null,
        mime text not null,
        size integer not null,
        sha256 text not null,
        upload_hash text unique,
        expires_at timestamptz,
        request_id uuid,
        created_at timestamptz not null
      );
      create index crm_files_unclaimed on crm_files (expires_at) where request_id is null;

      create table crm_idempotency (
        key_hash text primary key,
        body_hash text not null,
        status integer,
        sealed_answer text,
        created_at timestamptz not null
      );
      create index crm_idempotency_age on crm_idempotency (created_at);
    `);
  },
};

/** Links events to the chain in one call: its head is held for no longer than that takes, and until the commit. */
export const recordMigration: Migration = {
  name: '0196-record',
  async up(trx) {
    await trx.raw(`
      create function crm_record(brought json, attempts integer) returns bigint[] language plpgsql as $$
      declare
        head record;
        one record;
        numbers bigint[] := '{}';
        link text;
      begin
        select h.seq, h.hash into head from crm_event_head h for update;
        if not found then raise exception 'the event chain has no head'; end if;
        for one in select * from json_to_recordset(brought) as event (at timestamptz, type text, actor_kind text,
            actor_id text, request_id uuid, subject_kind text, subject_id text, data json, before text, after text,
            followed boolean)
        loop
          head.seq := head.seq + 1;
          link := encode(sha256(convert_to(
            head.hash || '|' || head.seq || '|' || one.before || head.seq || one.after, 'UTF8')), 'hex');
          insert into crm_events (seq, at, type, actor_kind, actor_id, request_id, subject_kind, subject_id, data,
              prev_hash, hash)
            values (head.seq, one.at, one.type, one.actor_kind, one.actor_id, one.request_id, one.subject_kind,
              one.subject_id, one.data, head.hash, link);
          head.hash := link;
          numbers := numbers || head.seq;
          if one.followed then
            perform graphile_worker.add_job('follow_event', json_build_object('seq', head.seq),
              max_attempts := attempts);
          end if;
        end loop;
        update crm_event_head set seq = head.seq, hash = head.hash;
        return numbers;
      end $$`);
  },
};

/**
 * Links events at the COMMIT itself: between it and the statement before, the chain's head would be held for as long
 * as a busy server takes to come back to this request. What is brought never outlives its transaction, so the table
 * needs no write-ahead log. The plans of what is called are made once for each connection.
 */
export const recordAtCommitMigration: Migration = {
  name: '0199-record-at-commit',
  async up(trx) {
    await trx.raw(`
      create unlogged table crm_events_brought (
        id bigint generated always as identity primary key,
        events json not null,
        attempts integer not null
      );
      create function crm_record_brought() returns trigger language plpgsql
      set plan_cache_mode = force_generic_plan as $$
      begin
        perform crm_record(new.events, new.attempts);
        delete from crm_events_brought where id = new.id;
        return null;
      end $$;
      create constraint trigger crm_record_brought after insert on crm_events_brought
        deferrable initially deferred for each row execute function crm_record_brought()`);
  },
};
