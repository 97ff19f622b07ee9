import { z } from 'zod';
import { paragraph } from './common';

/** What people wrote beside their grades. The quality officer reads it first, and takes out who is named in it. */

export const commentStates = ['waiting', 'released', 'refused'] as const;
export type CommentState = (typeof commentStates)[number];

/** GET /comments */
export const commentsQuery = z.strictObject({
  state: z.enum(commentStates).default('waiting'),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  pageSize: z.coerce.number().int().min(1).max(100).default(20),
  locale: z.enum(['ar', 'en']).default('ar'),
});
export type CommentsQuery = z.output<typeof commentsQuery>;

export interface CommentRow {
  id: string;
  state: CommentState;
  /** the Sunday of the week in which it came out of the crowd, YYYY-MM-DD */
  week: string;
  /** the short name of the question that it answers */
  question: string;
  /** null where the crowd did not keep it */
  service: { slug: string; name: string } | null;
  /** came with a low grade of the whole (1 or 2) */
  low: boolean;
  /** as it may be read; of a refused one nothing is left */
  text: string | null;
}
export interface CommentList {
  rows: CommentRow[];
  total: number;
  /** how many wait, whatever is looked at */
  waiting: number;
  page: number;
  pageSize: number;
}

/** POST /comments/:id/release: as it may be read by everyone; what was written in it before is destroyed */
export const releaseCommentBody = z.strictObject({ text: paragraph(2_000, 1) });

/** POST /comments/:id/refuse: it is destroyed, and nobody else reads it */
export const refuseCommentBody = z.strictObject({});
