import type { Migration } from '../kernel/migrate';
import { countIn } from './rollup.repository';
import type { ResponseRow } from './pool';

/**
 * What figures are read from: how often each grade was given, by the month and one attribute at a time. Two at once
 * are not kept here, since they would single people out. Beside it what was published, which stands for good.
 */
export const rollupMigration: Migration = {
  name: '0175-answer-counts',
  async up(trx) {
    await trx.raw(`
      create table crm_answer_counts (
        month date not null check (extract(day from month) = 1),
        dimension text not null,
        value text not null,
        survey_slug text not null,
        survey_version text not null,
        question text not null,
        -- what was answered; below nought: see rollup.repository.ts
        grade smallint not null,
        n integer not null check (n > 0),
        primary key (month, dimension, value, survey_slug, survey_version, question, grade)
      );
      -- Questions that were worded alike are counted together, whatever the survey and its version.
      create table crm_question_wordings (
        survey_slug text not null,
        survey_version text not null,
        question text not null,
        wording text not null,
        primary key (survey_slug, survey_version, question)
      );
      -- No answer joins a closed month.
      create table crm_closed_months (
        month date primary key check (extract(day from month) = 1),
        invitations boolean not null default false
      );
      create table crm_published_cells (
        period text not null,
        question text not null,
        wording text not null,
        dimension text not null,
        value text not null,
        primary key (period, question, wording, dimension, value)
      );
      create index crm_published_cells_cell on crm_published_cells (question, wording, dimension, value);
      create table crm_invitation_counts (
        month date not null check (extract(day from month) = 1),
        dimension text not null,
        value text not null,
        invited integer not null,
        undeliverable integer not null,
        complete integer not null,
        primary key (month, dimension, value)
      );
    `);
    let last = '00000000-0000-0000-0000-000000000000';
    for (;;) {
      const rows = await trx('crm_responses')
        .where('id', '>', last)
        .orderBy('id')
        .limit(5_000)
        .select<ResponseRow[]>('*', trx.raw('week::text as week'));
      await countIn(trx, rows);
      const end = rows.at(-1);
      if (!end) break;
      last = end.id;
    }
  },
};
