/** "Contact me" after an evaluation: the person's own choice, on a way of its own that leads to no answer. */
import { z } from 'zod';
import { line, paragraph } from './common';
import { channelSlugs } from './vocabulary';

/**
 * POST /evaluations/contact, header `Idempotency-Key` → 201 { received: true }. Neither a token nor an answer goes
 * with it: the reception knows only what is said here. 422 `phone` for a number that cannot be rung.
 */
export const contactWishBody = z.strictObject({
  name: line(120, 2).optional(),
  phone: line(40),
  message: paragraph(2_000, 3),
});
export type ContactWishBody = z.output<typeof contactWishBody>;

/** GET /contact-wishes → ContactWish[], `reception.serve`, the oldest first; a delegate's list is empty */
export interface ContactWish {
  id: string;
  name: string | null;
  phone: string;
  message: string;
  wishedAt: string;
}

/**
 * POST /contact-wishes/:id/done → { done: true }: the person was contacted. What was said is kept as an
 * interaction, and the wish is destroyed. 404 when it is done already
 */
export const contactDoneBody = z.strictObject({
  channel: z.enum(channelSlugs).default('phone'),
  note: paragraph(4_000, 2),
});
export type ContactDoneBody = z.output<typeof contactDoneBody>;
