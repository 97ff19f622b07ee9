/** Evaluations that somebody of the staff helps with: at the desk, by phone, by a delegate; and an editor's preview. */
import { z } from 'zod';
import { evaluationAnswer } from './website';
import type { SurveyView } from './website';
import type { Locale, RequestKind } from './vocabulary';

/**
 * POST /visits/:id/evaluation → 201 KioskLink, `reception.serve`: opens the survey for one visit, once. The visitor
 * answers alone, on the screen at the desk or on the own phone. 409 `error.visit_not_served`, `error.evaluation_used`
 */
export const kioskBody = z.strictObject({});
export interface KioskLink {
  /** for the screen at the desk; goes back to its start by itself */
  url: string;
  /** the same survey for the visitor's own phone, as a QR code */
  svg: string;
}

/** GET /evaluations/calls, `evaluations.take`: who is invited, and is reached by no message or wants none */
export interface CallRow {
  id: string;
  name: string;
  phone: string;
  /** the service, or null for a request without one */
  service: string | null;
  kind: RequestKind;
  /** since when it may be judged */
  since: string;
  /** worked on the request, and so may not write down what is said about it (O6c) */
  own: boolean;
}

/** GET /evaluations/calls/:id; 404, 409 as the invitation stands, 403 `error.evaluation_own_case` */
export interface CallView {
  id: string;
  name: string;
  phone: string;
  /** the language of the person, in which the survey is read out */
  locale: Locale;
  survey: SurveyView;
}

/** POST /evaluations/calls/:id → 201 { received: true }; kept as told by phone, or to a delegate */
export const callBody = z.strictObject({
  answers: z.record(z.string().max(64), evaluationAnswer),
});
/** POST /evaluations/calls/:id/decline → { declined: true }: would rather not, and is not asked again */
export const declineBody = z.strictObject({});

/** POST /surveys/:id/preview → { url }: the draft as people would see it; nothing that is answered there is kept */
export const previewBody = z.strictObject({});
export interface PreviewLink {
  url: string;
}
