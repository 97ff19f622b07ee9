import { z } from 'zod';
import type { RequestKind, RequestStatus } from './vocabulary';

/** What the staff are told of: a step's time is nearly over, or it is over. */
export const noticeKinds = ['step_reminded', 'step_overdue'] as const;
export type NoticeKind = (typeof noticeKinds)[number];

export const noticeViews = ['unread', 'all'] as const;

/** GET /notices: what the signed-in person was told, the newest first */
export const noticesQuery = z.strictObject({
  view: z.enum(noticeViews).default('unread'),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  pageSize: z.coerce.number().int().min(1).max(100).default(20),
  locale: z.enum(['ar', 'en']).default('ar'),
});
export type NoticesQuery = z.output<typeof noticesQuery>;

export interface NoticeRow {
  id: string;
  kind: NoticeKind;
  requestId: string;
  reference: string;
  applicantName: string;
  requestKind: RequestKind;
  serviceName: string | null;
  /** the step that it is about */
  step: RequestStatus;
  /** when the step's time runs out, or ran out; null when it stands still */
  dueAt: string | null;
  /** the request has left the step */
  settled: boolean;
  at: string;
  readAt: string | null;
}
export interface NoticeList {
  rows: NoticeRow[];
  total: number;
  unread: number;
  page: number;
  pageSize: number;
}

/** POST /notices/read: these, or all that are there */
export const readNoticesBody = z.strictObject({
  ids: z.array(z.uuid()).min(1).max(100).optional(),
});
