import { minutesStates } from '../../../contracts/sessions';
import type { Migration } from '../kernel/migrate';
import { oneOf } from '../kernel/sql';

/** Minutes in versions, each frozen with its hash when it is submitted; and who signed what of it. */
export const minutesMigration: Migration = {
  name: '0156-minutes',
  async up(trx) {
    await trx.raw(`
      create table crm_minutes (
        id uuid primary key,
        session_id uuid not null references crm_sessions (id),
        version integer not null,
        state text not null check (state in (${oneOf(minutesStates)})),
        edit integer not null default 0,
        -- what a person wrote: opening, closing, the discussion of each item
        written_sealed text not null,
        -- the whole of it, frozen; none while it is a draft
        body_sealed text,
        hash text,
        reason text,
        made_at timestamptz not null,
        made_by integer,
        submitted_at timestamptz,
        submitted_by integer,
        unique (session_id, version),
        check ((state = 'draft') = (body_sealed is null)),
        check ((state = 'draft') = (hash is null))
      );
      create unique index crm_minutes_one_draft on crm_minutes (session_id) where state = 'draft';

      create table crm_minutes_signatures (
        minutes_id uuid not null references crm_minutes (id),
        member_id integer not null,
        -- of what this member read: without the items of a conflict
        hash text not null,
        signed_at timestamptz not null,
        primary key (minutes_id, member_id)
      );
      create index crm_minutes_signatures_member on crm_minutes_signatures (member_id);
    `);
  },
};
