import { z } from 'zod';
import type { RequestKind, RequestStatus } from './vocabulary';
import { requestKinds, requestStatuses } from './vocabulary';

/** What a complaint is promised beside its reply: the first word, the answer, the second stage's answer. */
export const complaintPromises = ['acknowledge', 'answer', 'second_stage'] as const;
export type ComplaintPromise = (typeof complaintPromises)[number];

/** Working time as people say it: whole days of the usual length, and whole hours beyond them. */
export interface WorkingSpan {
  days: number;
  hours: number;
}

/** How a request stands in its step. */
export interface StepView {
  since: string;
  /** null while the applicant owes an answer */
  dueAt: string | null;
  paused: boolean;
  /** the promise of a complaint that the limit is; null: the limit of the status */
  promise: ComplaintPromise | null;
  overdue: boolean;
  /** working time left; null once it is overdue, and before it is reckoned */
  left: WorkingSpan | null;
  /** working time over; null before it is overdue */
  over: WorkingSpan | null;
  /** the association's working hours changed meanwhile, and the time was reckoned anew */
  reckonedAnew: boolean;
}

/** GET /stalled: every request that has been in its step for longer than it allows */
export const stalledQuery = z.strictObject({
  status: z.enum(requestStatuses).optional(),
  kind: z.enum(requestKinds).optional(),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  pageSize: z.coerce.number().int().min(1).max(100).default(20),
  locale: z.enum(['ar', 'en']).default('ar'),
});
export type StalledQuery = z.output<typeof stalledQuery>;

export interface StalledRow {
  id: string;
  reference: string;
  applicantName: string;
  kind: RequestKind;
  serviceName: string | null;
  status: RequestStatus;
  assigneeName: string | null;
  /** when it entered the step */
  since: string;
  dueAt: string;
  promise: ComplaintPromise | null;
  over: WorkingSpan;
}
export interface StalledList {
  rows: StalledRow[];
  /** of the asked status and kind */
  total: number;
  page: number;
  pageSize: number;
  /** of the asked kind, the most first */
  byStatus: { status: RequestStatus; count: number }[];
}
