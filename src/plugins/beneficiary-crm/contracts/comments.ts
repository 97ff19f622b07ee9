/**
 * Comments of evaluations: whoever wrote one stays unknown, so names come out of it before anyone but the quality
 * officer reads it. All with the permission `comments.release`.
 */
import { z } from 'zod';
import { paragraph } from './common';
import { locales } from './vocabulary';

/** waits for the quality officer · may be read by all who read figures · was not fit, and is destroyed */
export const commentStates = ['waiting', 'released', 'refused'] as const;
export type CommentState = (typeof commentStates)[number];

/** GET /satisfaction/comments */
export const commentsQuery = z.strictObject({
  state: z.enum(['waiting', 'released']).default('waiting'),
  page: z.coerce.number().int().min(1).default(1),
  pageSize: z.coerce.number().int().min(1).max(100).default(20),
  locale: z.enum(locales).default('ar'),
});
export type CommentsQuery = z.output<typeof commentsQuery>;

export interface CommentRow {
  id: string;
  state: Exclude<CommentState, 'refused'>;
  /** the Sunday of the week in which it left the pool, YYYY-MM-DD: never earlier than it was written */
  week: string;
  /** null: none, or so few wrote of it that it would point to somebody */
  service: { slug: string; name: string } | null;
  /** the whole was graded 1 or 2 beside it: something may have to be improved */
  low: boolean;
  text: string;
  /** pieces of the text that look like a number or like a name of the staff, as they stand in it */
  marks: string[];
}

/** Those that wait, the oldest week first; those that are released, the newest first. */
export interface CommentList {
  rows: CommentRow[];
  total: number;
}

/**
 * POST /satisfaction/comments/:id/release → CommentRow, with the text as others may read it; what was written is
 * destroyed. 422 `text: number_in_comment` while a number of a person stands in it, 409 `error.comment_settled`.
 */
export const releaseCommentBody = z.strictObject({ text: paragraph(2_000) });
/** POST /satisfaction/comments/:id/refuse → { refused: true }; what was written is destroyed. 409 as above */
export const refuseCommentBody = z.strictObject({});
