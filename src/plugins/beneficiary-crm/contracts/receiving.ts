/** Opening a request on someone's behalf, in the admin API: forms, signatures, codes, receipts. */
import { z } from 'zod';
import { line, paragraph } from './common';
import { channelSlugs, locales } from './vocabulary';
import type { DeclarationWay } from './vocabulary';
import { credentialsBody, submitBody } from './website';
import type { SubmitReceipt } from './website';

// GET /desk/services, /desk/services/:slug, /desk/forms/:kind → as the website is given them

/** POST /desk/uploads (multipart `file`) → 201 UploadReceipt */

// ── signing a declaration (S4) ─────────────────────────────────────────────

/** The paper on which a signature is drawn, in its own units; the origin is its upper left corner. */
export const signaturePaper = { width: 1000, height: 400 } as const;

/** Strokes of a finger or a mouse, in the order drawn; each a list of points [x, y]. */
export const strokes = z
  .array(
    z
      .array(
        z.tuple([
          z.number().int().min(0).max(signaturePaper.width),
          z.number().int().min(0).max(signaturePaper.height),
        ]),
      )
      .min(1)
      .max(2_000),
  )
  .min(1)
  .max(200);
export type Strokes = z.output<typeof strokes>;

/** What stands for the signature in each way; `typed` is the website's own and not taken at the desk. */
const waysAtDesk = <Shape extends z.ZodRawShape>(more: Shape) =>
  z.discriminatedUnion('way', [
    z.strictObject({ ...more, way: z.literal('paper'), name: line(120, 3) }),
    z.strictObject({ ...more, way: z.literal('drawn'), name: line(120, 3), strokes }),
    z.strictObject({
      ...more,
      way: z.literal('code'),
      name: line(120, 3),
      /** as POST /declaration-codes answered */
      codeId: z.uuid(),
      /** what the applicant reads out */
      code: line(20),
    }),
  ]);

/** The declaration as it was read aloud and signed before an officer. */
export const deskDeclaration = waysAtDesk({ version: line(40) });
export type DeskDeclaration = z.output<typeof deskDeclaration>;

/** POST /requests/:id/actions/sign_declaration */
export const signDeclarationBody = waysAtDesk({ expectedVersion: z.number().int().min(1) });

/** GET /desk/signing */
export interface SigningView {
  /** what is possible now */
  ways: Exclude<DeclarationWay, 'typed'>[];
  /** where a code can be sent to */
  codeBy: ('email' | 'phone')[];
}

/** POST /declaration-codes: sends a code to the applicant, which the officer never sees */
export const declarationCodeBody = z.strictObject({
  /** the applicant's mobile number or e-mail address */
  contact: line(200),
  locale: z.enum(locales),
});
export interface DeclarationCodeSent {
  id: string;
  /** masked */
  sentTo: string;
  expiresAt: string;
}

/** GET /requests/:id/signature: 404 when the declaration was not signed on screen */
export interface SignatureView {
  strokes: Strokes;
  signer: string;
  signedAt: string;
}

// ── the request ────────────────────────────────────────────────────────────

/** POST /requests, header `Idempotency-Key`: by any channel (S1); the answer is the applicant's receipt */
export const receiveBody = z.strictObject({
  channel: z.enum(channelSlugs),
  request: submitBody
    .omit({ declaration: true })
    .extend({ declaration: deskDeclaration.optional() }),
  /** the person in whose file it belongs; left out for a stranger */
  beneficiary: z.uuid().optional(),
  /** the visit during which it was opened */
  visit: z.uuid().optional(),
});
export type ReceiveBody = z.output<typeof receiveBody>;
export interface Received extends SubmitReceipt {
  id: string;
}

/** POST /requests/:id/appeals, header `Idempotency-Key` → 201 Received: an appeal taken down for the applicant */
export const appealAtDeskBody = z.strictObject({
  expectedVersion: z.number().int().min(1),
  channel: z.enum(channelSlugs),
  message: paragraph(5_000, 10),
});
export type AppealAtDesk = z.output<typeof appealAtDeskBody>;

/** POST /desk/receipts → the receipt as PDF, with the code on it */
export const deskReceiptBody = credentialsBody;
