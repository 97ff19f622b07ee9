import type { Migration } from '../kernel/migrate';

/**
 * An answer can be led back to nobody: no key to the invitation or the request, no day and no time, an id in
 * no order. The invitation knows only that it was used, and on which day. `json`, not `jsonb`: Strapi turns
 * the driver's reading of jsonb off.
 */
export const satisfactionMigration: Migration = {
  name: '0050-satisfaction',
  async up(trx) {
    await trx.raw(`
      create table crm_invitations (
        id uuid primary key,
        request_id uuid not null references crm_requests (id),
        message_id uuid not null references crm_messages (id),
        event text not null,
        outcome text not null,
        survey_slug text not null,
        survey_version text not null,
        survey json not null,
        token_hash text not null unique,
        person_index text not null,
        created_at timestamptz not null,
        expires_at timestamptz not null,
        used_on date,
        revoked_at timestamptz,
        unique (request_id, event)
      );
      create index crm_invitations_person on crm_invitations (person_index, created_at);
      create index crm_invitations_created on crm_invitations (created_at);

      create table crm_responses (
        id uuid primary key,
        survey_slug text not null,
        survey_version text not null,
        service_slug text,
        channel text not null,
        kind text not null,
        outcome text not null,
        month date not null check (extract(day from month) = 1),
        mode text not null check (mode in ('self', 'assisted')),
        answers json not null
      );
      create index crm_responses_month on crm_responses (month, service_slug);

      create table crm_comments (
        id uuid primary key,
        service_slug text,
        month date not null check (extract(day from month) = 1),
        text_sealed text not null,
        released boolean not null default false
      );
      create index crm_comments_released on crm_comments (month) where released;

      create table crm_improvements (
        id uuid primary key,
        title_ar text not null,
        title_en text not null,
        result_ar text,
        result_en text,
        owner_id integer,
        due_on date,
        done_on date,
        published boolean not null default false,
        check (not published or (done_on is not null and result_ar is not null and result_en is not null))
      );
      create index crm_improvements_published on crm_improvements (done_on desc) where published;
    `);
  },
};
