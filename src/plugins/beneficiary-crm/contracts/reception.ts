/** The reception desk in the admin API: visits, what was said, and questions that somebody else answers. */
import { z } from 'zod';
import { day, line, paragraph } from './common';
import {
  channelSlugs,
  interactionDirections,
  locales,
  questionAudiences,
  visitReasons,
} from './vocabulary';
import type {
  ChannelSlug,
  FileStatus,
  InteractionDirection,
  QuestionAudience,
  VisitReason,
  VisitState,
} from './vocabulary';
import type { PersonRef } from './registry';

const locale = z.enum(locales).default('ar');
const versioned = { expectedVersion: z.number().int().min(1) };

// ── visits ─────────────────────────────────────────────────────────────────

/** How a visit ends: the visitor got what they came for, or went before. */
export const visitEndings = ['served', 'left'] as const;
export type VisitEnding = (typeof visitEndings)[number];

/** What may be done with a visit; the table of states stands in `server/src/reception/visits.rules.ts`. */
export const visitSteps = ['start', ...visitEndings] as const;
export type VisitStep = (typeof visitSteps)[number];

/** GET /visits: one day's, today's when none is named */
export const visitsQuery = z.strictObject({ day: day.optional(), locale });

export interface VisitRow {
  id: string;
  version: number;
  name: string;
  phone: string | null;
  reason: VisitReason;
  channel: ChannelSlug;
  branch: { slug: string; name: string } | null;
  state: VisitState;
  arrivedAt: string;
  startedAt: string | null;
  endedAt: string | null;
  servedBy: string | null;
  /** the visitor's file; null for a stranger */
  person: (PersonRef & { status: FileStatus }) | null;
  /** questions that were passed on: still open, and answered but not yet told */
  questions: { open: number; answered: number };
  steps: VisitStep[];
}

/** In order of arrival. Waiting is shown as the time of arrival: no visitor's time is a target (S1). */
export interface DayAtDesk {
  day: string;
  rows: VisitRow[];
}

/** GET /visits/:id */
export interface VisitDetail extends VisitRow {
  registeredBy: string;
  interactions: InteractionView[];
  passedOn: QuestionView[];
}

/**
 * POST /visits, header `Idempotency-Key` → 201 VisitRow. A person with a file by its id; a stranger by name.
 * The mobile is optional: nobody is turned away for lack of a number (S1).
 */
export const arriveBody = z.strictObject({
  person: z.uuid().optional(),
  name: line(120, 2).optional(),
  phone: line(40).optional(),
  reason: z.enum(visitReasons),
});
export type ArriveBody = z.output<typeof arriveBody>;

/** POST /visits/:id/start; 409 `error.visit_changed` when someone was faster, for this and the next two */
export const startVisitBody = z.strictObject(versioned);
/** POST /visits/:id/end; a note is kept as what was said */
export const endVisitBody = z.strictObject({
  ...versioned,
  how: z.enum(visitEndings),
  note: paragraph(4_000, 0).optional(),
});
/** POST /visits/:id/link: the stranger has a file after all; what was said goes to it */
export const linkVisitBody = z.strictObject({ ...versioned, beneficiary: z.uuid() });

// ── what was said ──────────────────────────────────────────────────────────

/**
 * POST /interactions, header `Idempotency-Key` → 201 InteractionView. With a visit, the person and the channel
 * are the visit's; without one it is a call, a letter, a message (C2, C3, C4), from a person or a stranger.
 */
export const interactionBody = z.strictObject({
  visit: z.uuid().optional(),
  person: z.uuid().optional(),
  request: z.uuid().optional(),
  name: line(120, 2).optional(),
  phone: line(40).optional(),
  channel: z.enum(channelSlugs).optional(),
  direction: z.enum(interactionDirections).default('incoming'),
  reason: z.enum(visitReasons),
  summary: paragraph(4_000, 2),
  /** slug of the published question from which it was answered */
  faq: line(80).optional(),
});
export type InteractionBody = z.output<typeof interactionBody>;

export interface InteractionView {
  id: string;
  channel: ChannelSlug;
  direction: InteractionDirection;
  reason: VisitReason;
  summary: string;
  faq: string | null;
  by: string;
  at: string;
}

/** POST /desk/faqs → FaqView[], best first; the words in the body, since a visitor's question is nobody's address */
export const deskFaqsBody = z.strictObject({ q: line(200), locale: z.enum(locales).optional() });

// ── questions that somebody else answers ───────────────────────────────────

/** waits for an answer · answered, and the visitor is still to be told · told */
export const questionStates = ['open', 'answered', 'told'] as const;
export type QuestionState = (typeof questionStates)[number];

/** GET /questions: those that one may answer, and with `reception.serve` those of the desk */
export const questionsQuery = z.strictObject({
  audience: z.enum(questionAudiences).optional(),
  state: z.enum(questionStates).default('open'),
  locale,
});

export interface QuestionView {
  id: string;
  audience: QuestionAudience;
  question: string;
  state: QuestionState;
  askedBy: string;
  askedAt: string;
  /** asked by who is signed in */
  mine: boolean;
  answer: string | null;
  faq: string | null;
  answeredBy: string | null;
  answeredAt: string | null;
  toldAt: string | null;
  /** for whom it was asked; never shown to the editors */
  asker: {
    name: string | null;
    phone: string | null;
    visit: string | null;
    person: PersonRef | null;
  } | null;
  may: { answer: boolean; tell: boolean };
}

/**
 * POST /questions, header `Idempotency-Key` → 201 QuestionView. To the editors when the website has no answer
 * (nobody's number may stand in it: 422 `personal_number`), to the researcher when a procedure is unclear (S3).
 */
export const askBody = z.strictObject({
  audience: z.enum(questionAudiences),
  question: paragraph(2_000, 3),
  visit: z.uuid().optional(),
  person: z.uuid().optional(),
  name: line(120, 2).optional(),
  phone: line(40).optional(),
});
export type AskBody = z.output<typeof askBody>;

/** POST /questions/:id/answer; editors may name the published question that now answers it instead of words */
export const answerQuestionBody = z.strictObject({
  answer: paragraph(4_000, 2).optional(),
  faq: line(80).optional(),
});
export type AnswerQuestionBody = z.output<typeof answerQuestionBody>;

/** POST /questions/:id/told: the visitor has the answer; kept as what was said */
export const toldBody = z.strictObject({ channel: z.enum(channelSlugs).default('interview') });
