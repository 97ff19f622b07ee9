import { visitPaperKinds } from '../../../../contracts/vocabulary';
import type { Migration } from '../../kernel/migrate';
import { oneOf } from '../../kernel/sql';

/**
 * A study keeps its totals in halalas and everything that was said sealed; of the studies from before the words
 * stay as they were. A referral says which study answers it.
 */
export const studyMigration: Migration = {
  name: '0130-social-study',
  async up(trx) {
    await trx.raw(`
      alter table crm_studies
        add column income_halalas bigint check (income_halalas >= 0),
        add column expenses_halalas bigint check (expenses_halalas >= 0),
        add column rent_halalas bigint check (rent_halalas >= 0),
        add column content_sealed text,
        alter column housing drop not null,
        alter column needs drop not null,
        alter column summary drop not null;
      update crm_studies set
        income_halalas = round(monthly_income * 100),
        expenses_halalas = round(monthly_expenses * 100);
      alter table crm_studies
        alter column income_halalas set not null,
        alter column expenses_halalas set not null,
        drop column monthly_income,
        drop column monthly_expenses,
        add check (content_sealed is not null or summary is not null);

      alter table crm_referrals add column study_id uuid references crm_studies (id) on delete set null;
      -- what answered or may answer a referral until now: any study of the request
      update crm_referrals r set study_id = (
        select s.id from crm_studies s
        where s.request_id = r.request_id and s.written_at <= coalesce(r.answered_at, now())
        order by s.version desc limit 1
      );

      create table crm_study_drafts (
        request_id uuid primary key references crm_requests (id),
        revision integer not null,
        content_sealed text not null,
        saved_by integer not null,
        saved_at timestamptz not null
      );
    `);
  },
};

/** Photos and papers of home visits, each under the consent by which it was taken. */
export const visitPapersMigration: Migration = {
  name: '0132-visit-papers',
  async up(trx) {
    await trx.raw(`
      create table crm_visit_papers (
        id uuid primary key,
        request_id uuid not null references crm_requests (id),
        appointment_id uuid references crm_appointments (id),
        consent_id uuid not null references crm_consents (id),
        -- null once it is destroyed
        file_id uuid unique references crm_files (id) on delete set null,
        kind text not null check (kind in (${oneOf(visitPaperKinds)})),
        caption_sealed text not null,
        added_by integer not null,
        added_at timestamptz not null,
        removed_at timestamptz
      );
      create index crm_visit_papers_request on crm_visit_papers (request_id, added_at);
      create index crm_visit_papers_consent on crm_visit_papers (consent_id) where removed_at is null;
    `);
  },
};
