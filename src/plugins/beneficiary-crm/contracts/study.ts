/** The social study (S3) in the admin API: the study itself, its drafts, home visits and their papers. */
import { z } from 'zod';
import { day, line, paragraph } from './common';
import {
  consentWays,
  decisionOutcomes,
  expenseKinds,
  housingTenures,
  incomeSources,
  needPriorities,
  relationships,
  visitPaperKinds,
} from './vocabulary';
import type {
  AppointmentState,
  DecisionOutcome,
  ExpenseKind,
  HousingTenure,
  IncomeSource,
  NeedPriority,
  Relationship,
  VisitPaperKind,
} from './vocabulary';
import type { FormField } from './website';

/** Riyals in a month, to the halala. */
const money = z
  .number()
  .min(0)
  .max(10_000_000)
  .refine((riyals) => Math.abs(riyals * 100 - Math.round(riyals * 100)) < 1e-6);
/** Names a row within the study, so that an income can say whose it is. */
const rowKey = z.string().regex(/^[\w-]{1,40}$/);

/** What a study holds; every riyal is written once, as an income or as an expense. */
const studyContent = {
  members: z
    .array(
      z.strictObject({
        key: rowKey,
        name: line(120, 0).optional(),
        relation: z.enum(relationships),
        age: z.number().int().min(0).max(130).optional(),
        /** work, or school and year */
        occupation: line(200, 0).optional(),
      }),
    )
    .min(1)
    .max(60),
  incomes: z
    .array(
      z.strictObject({
        source: z.enum(incomeSources),
        /** key of the member who earns or receives it; left out: the household as a whole */
        member: rowKey.optional(),
        amount: money,
        note: line(200, 0).optional(),
      }),
    )
    .max(60),
  expenses: z
    .array(
      z.strictObject({
        kind: z.enum(expenseKinds),
        amount: money,
        note: line(200, 0).optional(),
      }),
    )
    .max(60),
  tenure: z.enum(housingTenures),
  housing: line(300, 0).optional(),
  /** the most pressing first */
  needs: z
    .array(z.strictObject({ what: line(300, 2), priority: z.enum(needPriorities) }))
    .min(1)
    .max(30),
  /** to the service's own questions, as the request froze them */
  answers: z
    .record(z.string(), z.union([z.string().max(10_000), z.number(), z.boolean(), z.null()]))
    .default({}),
  summary: paragraph(5_000, 10),
  recommendation: z.enum(decisionOutcomes),
  grounds: paragraph(3_000, 10),
};

/** POST /requests/:id/actions/write_study: a finished study, which nobody edits afterwards */
export const writeStudyBody = z.strictObject({
  expectedVersion: z.number().int().min(1),
  ...studyContent,
});
export type StudyContent = Omit<z.output<typeof writeStudyBody>, 'expectedVersion'>;

/** POST /requests/:id/actions/confirm_study: an earlier study still holds, and answers the new referral too */
export const confirmStudyBody = z.strictObject({
  expectedVersion: z.number().int().min(1),
  reason: paragraph(2_000, 10),
});

// ── drafts ─────────────────────────────────────────────────────────────────

const typed = (max: number) => z.string().max(max).default('');

/** A study as far as it is written: everything as it was typed. */
export const studyDraft = z.strictObject({
  members: z
    .array(
      z.strictObject({
        key: rowKey,
        name: typed(200),
        relation: typed(40),
        age: typed(20),
        occupation: typed(400),
      }),
    )
    .max(60)
    .default([]),
  incomes: z
    .array(
      z.strictObject({
        key: rowKey,
        source: typed(40),
        member: typed(40),
        amount: typed(40),
        note: typed(400),
      }),
    )
    .max(60)
    .default([]),
  expenses: z
    .array(z.strictObject({ key: rowKey, kind: typed(40), amount: typed(40), note: typed(400) }))
    .max(60)
    .default([]),
  tenure: typed(40),
  housing: typed(600),
  needs: z
    .array(z.strictObject({ key: rowKey, what: typed(600), priority: typed(40) }))
    .max(30)
    .default([]),
  answers: z.record(z.string().max(80), z.string().max(10_000)).default({}),
  summary: typed(10_000),
  recommendation: typed(40),
  grounds: typed(6_000),
});
export type StudyDraft = z.output<typeof studyDraft>;

/**
 * POST /requests/:id/study/draft → DraftSaved. `revision` is that of the draft it was written on, 0 when there was
 * none; 409 `error.draft_changed` when another person has saved since.
 */
export const saveDraftBody = z.strictObject({
  revision: z.number().int().min(0),
  content: studyDraft,
});
export interface DraftSaved {
  revision: number;
  savedAt: string;
}

// ── home visits and their papers ───────────────────────────────────────────

/** POST /requests/:id/visits/:visit/report, header `Idempotency-Key`: the visit took place */
export const visitReportBody = z.strictObject({
  visitedOn: day,
  /** who was met */
  met: line(300, 2),
  seen: paragraph(4_000, 10),
  housing: paragraph(2_000, 3),
});
export type VisitReportBody = z.output<typeof visitReportBody>;

/**
 * POST /requests/:id/photography-consent → StudyDesk: the person agreed to be photographed, after the notice was read
 * to them; it stands in their file. 422 `error.photography_no_file`, 409 when a consent stands already.
 */
export const photographyConsentBody = z.strictObject({
  /** of the notice that was read */
  noticeVersion: line(40),
  how: z.enum(consentWays).exclude(['website']),
});

/** POST /requests/:id/visit-uploads (multipart `file`) → 201 UploadReceipt */

/** POST /requests/:id/visit-papers: 422 `error.photography_*` without a consent in force */
export const addVisitPaperBody = z.strictObject({
  upload: line(200),
  kind: z.enum(visitPaperKinds),
  caption: line(300, 2),
  /** the visit on which it was taken */
  visit: z.uuid().optional(),
});
/** POST /requests/:id/visit-papers/:paper/remove */
export const removeVisitPaperBody = z.strictObject({ reason: paragraph(500, 3) });

export interface VisitReportView {
  visitedOn: string;
  met: string;
  seen: string;
  housing: string;
}
export interface VisitView {
  id: string;
  state: AppointmentState;
  startsAt: string;
  endsAt: string;
  place: string | null;
  with: string;
  report: VisitReportView | null;
  /** a report in free words, as the agenda takes it; or why the visit did not take place */
  words: string | null;
}
export interface VisitPaperView {
  /** of the row */
  id: string;
  /** GET /files/:id */
  file: { id: string; name: string };
  kind: VisitPaperKind;
  caption: string;
  addedBy: string;
  addedAt: string;
}

// ── what is read ───────────────────────────────────────────────────────────

/** A finished study. Money is in riyals a month. */
export interface StudyView {
  id: string;
  version: number;
  householdSize: number;
  monthlyIncome: number;
  monthlyExpenses: number;
  /** part of the expenses; null in a study that did not ask for it */
  monthlyRent: number | null;
  /** computed, see `study/money.rules.ts` */
  incomePerHead: number;
  afterRentPerHead: number | null;
  /** none in a study from before they were asked for */
  members: {
    key: string;
    name: string | null;
    relation: Relationship;
    age: number | null;
    occupation: string | null;
    income: number;
  }[];
  incomes: { source: IncomeSource; member: string | null; amount: number; note: string | null }[];
  expenses: { kind: ExpenseKind; amount: number; note: string | null }[];
  tenure: HousingTenure | null;
  housing: string;
  needs: { what: string; priority: NeedPriority | null }[];
  answers: { key: string; label: string; shown: string }[];
  summary: string;
  recommendation: DecisionOutcome;
  grounds: string | null;
  writtenBy: string;
  writtenAt: string;
}

/** GET /requests/:id/study */
export interface StudyDesk {
  /** newest first */
  studies: StudyView[];
  /** the referral that waits for an answer */
  referral: { id: string; answeredByStudy: boolean } | null;
  visits: VisitView[];
  papers: VisitPaperView[];
  /** whether photos and papers may be taken in */
  photography: {
    allowed: boolean;
    message: string | null;
    /** what is read to the person before they agree; null where nobody is to be asked, or not by this reader */
    notice: { version: string; text: string } | null;
  };
  /** for who may write the study; null for everyone else */
  writing: {
    questions: FormField[];
    /** what a new study begins with: the registry's household, and what the applicant said */
    household: { key: string; name: string; relation: Relationship; age: number | null }[];
    draft: { revision: number; savedBy: string; savedAt: string; content: StudyDraft } | null;
  } | null;
}
