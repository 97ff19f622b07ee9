/** What a member reads and writes while an item is studied: its dossier, private notes, the discussion, a conflict (S5). */
import { z } from 'zod';
import type { DiscussionTime } from './committee';
import { paragraph } from './common';
import type { AllocationKind, LimitSums } from './delivery';
import type { DecisionOutcome, Relationship, RequestStatus } from './vocabulary';

// ── the dossier ────────────────────────────────────────────────────────────

/** Money in halalas, everything else in pieces or places. */
export interface HelpView {
  kind: AllocationKind;
  what: string;
  unit: string | null;
  allocated: number;
  delivered: number;
}
/** An earlier request of the applicant or of somebody in the same household. */
export interface EarlierRequest {
  reference: string;
  /** null: the applicant's own */
  of: { name: string; relation: Relationship } | null;
  serviceName: string | null;
  status: RequestStatus;
  submittedAt: string;
  outcome: DecisionOutcome | null;
  decidedAt: string | null;
  help: HelpView[];
}
/** GET /sessions/:id/items/:item/dossier */
export interface Dossier {
  /** the newest first, 50 at most; `more` when there are others */
  earlier: EarlierRequest[];
  more: boolean;
  /** what the family was given in the twelve months up to today, by what it was */
  lastYear: { since: string; given: HelpView[] };
  /** what the service's limits still allow, for the running year and for as long as they hold; none were set: empty */
  limits: {
    serviceName: string;
    period: string;
    budget: LimitSums | null;
    places: LimitSums | null;
  }[];
  recommendation: {
    outcome: DecisionOutcome;
    grounds: string | null;
    by: string;
    at: string;
  } | null;
}

// ── private notes ──────────────────────────────────────────────────────────

/** GET /sessions/:id/items/:item/notes: one's own, about the request; nobody else ever reads them */
export interface PrivateNotes {
  /** 0: nothing was written yet */
  version: number;
  text: string;
  savedAt: string | null;
}
/** PUT …/notes; 409 when they were changed elsewhere since `expectedVersion` */
export const privateNotesBody = z.strictObject({
  expectedVersion: z.number().int().min(0),
  text: paragraph(10_000, 0),
});

// ── the discussion ─────────────────────────────────────────────────────────

export interface RemarkView {
  id: string;
  memberId: number;
  name: string;
  me: boolean;
  text: string;
  at: string;
}
/** GET /sessions/:id/items/:item/discussion: the oldest first */
export interface Discussion {
  setting: DiscussionTime;
  /** the words of the others are shown; before that only one's own are in the list */
  readsOthers: boolean;
  mayWrite: boolean;
  remarks: RemarkView[];
}
/** POST …/discussion, header `Idempotency-Key` → 201 Discussion */
export const remarkBody = z.strictObject({ text: paragraph(5_000, 1) });

// ── one's own conflicts ────────────────────────────────────────────────────

export const conflictGrounds = ['relative', 'interest', 'other'] as const;
export type ConflictGround = (typeof conflictGrounds)[number];
/** GET /committee/conflicts: what one declared oneself, as it was then; nothing of what became of it */
export interface DeclaredConflict {
  id: string;
  reference: string;
  ground: ConflictGround;
  declaredAt: string;
}
/** POST /committee/conflicts/:id/withdraw; 409 once an item of the matter was opened */
export const withdrawConflictBody = z.strictObject({ reason: paragraph(1_000, 3) });
