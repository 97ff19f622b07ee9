import type { StudyContent } from '../../../../contracts/study';
import type { DecisionOutcome, VisitPaperKind } from '../../../../contracts/vocabulary';
import type { CleanAnswers } from '../../services/form.rules';

/** A row of `crm_studies`. The driver gives a bigint as text. */
export interface StudyRow {
  id: string;
  request_id: string;
  version: number;
  household_size: number;
  income_halalas: string;
  expenses_halalas: string;
  /** null: not asked for when it was written */
  rent_halalas: string | null;
  content_sealed: string | null;
  /** the words of a study from before they were sealed */
  housing: string | null;
  needs: string | null;
  summary: string | null;
  recommendation: DecisionOutcome;
  written_by: number;
  written_at: Date;
}

/** What is sealed of a study. */
export type SealedStudy = Omit<StudyContent, 'recommendation' | 'answers'> & {
  answers: CleanAnswers;
};

export interface DraftRow {
  request_id: string;
  revision: number;
  content_sealed: string;
  saved_by: number;
  saved_at: Date;
}

export interface VisitPaperRow {
  id: string;
  request_id: string;
  appointment_id: string | null;
  consent_id: string;
  file_id: string | null;
  kind: VisitPaperKind;
  caption_sealed: string;
  added_by: number;
  added_at: Date;
  removed_at: Date | null;
}

export const studyPlace = (id: string) => ({ table: 'crm_studies', field: 'content', id });
export const draftPlace = (requestId: string) => ({
  table: 'crm_study_drafts',
  field: 'content',
  id: requestId,
});
export const captionPlace = (id: string) => ({ table: 'crm_visit_papers', field: 'caption', id });
