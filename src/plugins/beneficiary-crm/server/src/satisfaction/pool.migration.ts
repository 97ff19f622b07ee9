import type { Migration } from '../kernel/migrate';

/**
 * Answers wait in one sealed row and leave it in crowds, by the week. What was kept by the month before is written
 * anew under new ids and in another order, so that also of those rows none lies where its invitation was used.
 */
export const poolMigration: Migration = {
  name: '0170-answer-pool',
  async up(trx) {
    await trx.raw(`
      create table crm_answer_pool (
        singleton boolean primary key default true check (singleton),
        sealed text
      );
      insert into crm_answer_pool default values;

      alter table crm_invitations add column used boolean not null default false;
      update crm_invitations set used = used_on is not null;
      alter table crm_invitations drop column used_on;

      alter table crm_responses rename to crm_responses_by_month;
      create table crm_responses (
        id uuid primary key,
        survey_slug text not null,
        survey_version text not null,
        week date not null check (extract(dow from week) = 0),
        service_slug text,
        channel text,
        branch text,
        kind text,
        outcome text,
        mode text not null check (mode in ('self', 'kiosk', 'qr', 'phone', 'delegate')),
        answers json not null
      );
      -- The first Sunday of a month: its Wednesday, by which weeks are counted, lies in the month too.
      insert into crm_responses
        select gen_random_uuid(), survey_slug, survey_version,
               month + (7 - extract(dow from month)::int) % 7, service_slug, channel, null, kind, outcome,
               case mode when 'assisted' then 'phone' else mode end, answers
          from crm_responses_by_month order by random();
      drop table crm_responses_by_month;
      create index crm_responses_week on crm_responses (week);

      -- An id is part of what seals the text, and stays.
      alter table crm_comments rename to crm_comments_by_month;
      create table crm_comments (
        id uuid primary key,
        week date not null check (extract(dow from week) = 0),
        service_slug text,
        low boolean not null,
        state text not null default 'waiting' check (state in ('waiting', 'released', 'refused')),
        text_sealed text,
        check ((state = 'refused') = (text_sealed is null))
      );
      insert into crm_comments
        select id, month + (7 - extract(dow from month)::int) % 7, service_slug, false,
               case when released then 'released' else 'waiting' end, text_sealed
          from crm_comments_by_month order by random();
      drop table crm_comments_by_month;
      create index crm_comments_state on crm_comments (state, week) where state <> 'refused';
    `);
  },
};
