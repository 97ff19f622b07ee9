import { z } from 'zod';
import { day, line, paragraph } from './common';

/** Improvement actions: what is done about what people said, by whom, until when, and what it has brought (O6e). */

export const improvementStates = ['open', 'done', 'published', 'dropped'] as const;
export type ImprovementState = (typeof improvementStates)[number];
/** What it came from: a request, a theme below its target, a comment, or somebody's own idea. */
export const improvementSources = ['request', 'theme', 'comment', 'own'] as const;
export type ImprovementSource = (typeof improvementSources)[number];

/** What is measured: a question over everything, or over one service. */
const theme = z.strictObject({
  question: z.string().min(1).max(64),
  service: z.string().min(1).max(80).nullable(),
});
/** Share of the satisfied that is aimed at, 0…1. */
const target = z.number().min(0.05).max(1);

/** POST /improvements → 201 { id } */
export const newImprovementBody = z.strictObject({
  title: line(200, 5),
  owner: z.number().int().positive(),
  dueOn: day,
  theme: theme.optional(),
  target: target.optional(),
  /** the comment that it came from; each leads to one action at most */
  comment: z.uuid().optional(),
});

/** PUT /improvements/:id: all that may be changed; 409 `error.version_conflict` when someone was faster */
export const improvementBody = z.strictObject({
  version: z.number().int().min(1),
  titleAr: line(200, 5),
  titleEn: line(200, 0),
  /** what people said, as it is published */
  saidAr: paragraph(1_000, 0),
  saidEn: paragraph(1_000, 0),
  /** what was done about it, as it is published */
  resultAr: paragraph(2_000, 0),
  resultEn: paragraph(2_000, 0),
  owner: z.number().int().positive().nullable(),
  dueOn: day.nullable(),
  target: target.nullable(),
});
export type ImprovementBody = z.output<typeof improvementBody>;

const versioned = { version: z.number().int().min(1) };
/** POST /improvements/:id/finish: it is done; what was done must be written (`resultAr`) */
export const finishImprovementBody = z.strictObject({ ...versioned, doneOn: day });
/** POST /improvements/:id/drop: nothing is done about it, and why */
export const dropImprovementBody = z.strictObject({ ...versioned, reason: paragraph(1_000, 3) });
/** POST /improvements/:id/publish and /withdraw: onto the website with all texts in both languages, and off it */
export const publishImprovementBody = z.strictObject(versioned);

/** GET /improvements: all for who may read the figures; for anyone else those that they own */
export const improvementsQuery = z.strictObject({
  state: z.enum(improvementStates).optional(),
  locale: z.enum(['ar', 'en']).default('ar'),
});
export type ImprovementsQuery = z.output<typeof improvementsQuery>;

/** A published figure as it stood; null: withheld, or nobody answered. */
export interface EffectFigure {
  /** first and last day, YYYY-MM-DD */
  from: string;
  to: string;
  n: number;
  value: number | null;
  low: number | null;
  high: number | null;
}
/** Before the action was opened, and since it is done. */
export interface Effect {
  before: EffectFigure | null;
  /** the newest period that began after it was done; null until one has ended */
  since: EffectFigure | null;
  /** whether the two differ by more than chance would; null while it cannot be said */
  change: 'better' | 'worse' | 'chance' | null;
}

export interface ImprovementRow {
  id: string;
  state: ImprovementState;
  source: ImprovementSource;
  /** in the asked language where it is written in it */
  title: string;
  owner: { id: number; name: string } | null;
  /** YYYY-MM-DD */
  dueOn: string | null;
  doneOn: string | null;
  /** open, and due before today */
  late: boolean;
  theme: {
    question: string;
    label: string;
    service: string | null;
    serviceName: string | null;
  } | null;
  target: number | null;
  /** null without a theme, and for who may not read the figures */
  effect: Effect | null;
}
export interface ImprovementList {
  rows: ImprovementRow[];
  counts: Record<ImprovementState, number>;
  /** who may own one, and what can be measured; for who may open one */
  choices: {
    staff: { id: number; name: string }[];
    questions: { key: string; label: string }[];
    services: { slug: string; name: string }[];
    /** share aimed at where nothing else is said */
    target: number;
  } | null;
  /** comments that led to an action already */
  comments: string[];
}

/** GET /improvements/:id */
export interface ImprovementDetail extends ImprovementRow {
  version: number;
  titleAr: string;
  titleEn: string;
  saidAr: string;
  saidEn: string;
  resultAr: string;
  resultEn: string;
  droppedReason: string | null;
  openedAt: string | null;
  /** what the reader may do with it now */
  may: {
    change: boolean;
    assign: boolean;
    finish: boolean;
    drop: boolean;
    publish: boolean;
    withdraw: boolean;
  };
  /** what is still missing before it can be published, by field */
  missing: string[];
  staff: { id: number; name: string }[];
}
