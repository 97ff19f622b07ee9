import { z } from 'zod';
import type { ChannelSlug, RequestKind, RequestStatus } from './vocabulary';
import type { Figure } from './website';

/** Figures of satisfaction and of the work. Every path to them, exports and charts too, hides the same cells. */

/**
 * A calendar period that has ended: a year (`2026`), a quarter (`2026-Q3`) or a month (`2026-05`); or the latest of
 * its kind. There are no other periods: two of one's own choice, a day apart, would tell what one person answered.
 */
export const periodKey = z
  .string()
  .regex(/^(year|quarter|month|20\d{2}(-(0[1-9]|1[0-2]|Q[1-4]))?)$/);

/** What answers are told apart by; one at a time, and a person of the staff is none of them. */
export const dimensions = ['service', 'channel', 'branch', 'kind', 'outcome', 'mode'] as const;
export type Dimension = (typeof dimensions)[number];

/** How an answer was given. The last two were taken down by staff, and are never pooled with the others. */
export const answerModes = ['self', 'kiosk', 'qr', 'phone', 'delegate'] as const;
export type AnswerMode = (typeof answerModes)[number];
export const assistedModes: readonly AnswerMode[] = ['phone', 'delegate'];

/** GET /satisfaction/figures, /satisfaction/report.xlsx, /satisfaction/report.pdf; without a period the latest quarter */
export const figuresQuery = z
  .strictObject({
    period: periodKey.default('quarter'),
    dimension: z.enum(dimensions).optional(),
    /** as `breakdowns` names it; `-` is "none" */
    value: z.string().min(1).max(80).optional(),
    locale: z.enum(['ar', 'en']).default('ar'),
  })
  .refine(({ dimension, value }) => (dimension === undefined) === (value === undefined), {
    path: ['value'],
    message: 'dimension and value go together',
  });

export type FiguresQuery = z.output<typeof figuresQuery>;

/** GET /operations/figures: of periods that have begun; without one the running year */
export const operationsQuery = z.strictObject({
  period: periodKey.default('year'),
  locale: z.enum(['ar', 'en']).default('ar'),
});

export interface PeriodView {
  /** as the query takes it */
  key: string;
  kind: 'year' | 'quarter' | 'month';
  /** first and last day, YYYY-MM-DD */
  from: string;
  to: string;
  /** in words: الربع الثالث 2026 */
  name: string;
}

/** `withheld`: too few, or it would give away who are too few; its n is not said either. */
export type FigureState = 'shown' | 'band' | 'withheld' | 'no_data';

export const measures = ['csat', 'ces', 'nps', 'choice', 'response'] as const;
export type MeasureName = (typeof measures)[number];

/** Whether the difference to the period before is larger than chance (its 95% interval leaves nought out). */
export interface Comparison {
  /** the period before, of the same length */
  period: { key: string; name: string };
  n: number;
  value: number;
  /** this period less the one before, in the unit of the figure, with its interval */
  difference: number;
  low: number;
  high: number;
  verdict: 'better' | 'worse' | 'no_clear_change';
  /** the verdict as a sentence */
  text: string;
}

/**
 * A figure. `value`, `low`, `high` are a share 0…1 for csat (satisfied), ces (easy) and response; −100…100 for nps;
 * null for choice, which has only its distribution.
 */
export interface Measure extends Figure {
  measure: MeasureName;
  state: FigureState;
  /** everyone who was asked has answered: no sample, and so no interval (`low` and `high` are the value) */
  census: boolean;
  /** ces: the mean of 1 (very hard) … 7 (very easy); null otherwise */
  mean: number | null;
  /** lowest first; empty unless `state` is `shown` */
  distribution: { key: string; label: string; n: number; share: number }[];
  /** null: no such period, or one of the two is not shown, or a census */
  comparison: Comparison | null;
}

export interface ResponseRateView {
  /** invitations of the period, the undeliverable included */
  invited: number;
  undeliverable: number;
  complete: number;
  /** complete of those that could arrive; null: none could, or withheld */
  value: number | null;
  withheld: boolean;
}

export interface TrendPoint {
  /** the key of a month (YYYY-MM) or quarter (YYYY-Qn) */
  month: string;
  name: string;
  n: number;
  value: number | null;
  low: number | null;
  high: number | null;
  state: FigureState;
}

export interface Breakdown {
  dimension: Dimension;
  label: string;
  rows: {
    value: string;
    name: string;
    /** the headline question */
    figure: Measure;
    /** every question of the scale, as `questions` has them, without distribution and comparison */
    cells: Figure[];
    /** null for the mode, which nobody is invited by */
    responseRate: ResponseRateView | null;
  }[];
}

/** GET /satisfaction/figures */
export interface SatisfactionFigures {
  period: PeriodView;
  /** every period that may be asked for and has answers, newest first */
  periods: PeriodView[];
  /** the one slice that everything is of; null: all. `names` of what may be chosen stand in `choices` */
  filter: { dimension: Dimension; value: string; label: string; name: string } | null;
  choices: { dimension: Dimension; label: string; values: { value: string; name: string }[] }[];
  /** the headline: the question that must be answered */
  csat: Measure;
  /** null: the survey does not ask */
  ces: Measure | null;
  nps: Measure;
  responseRate: ResponseRateView;
  /** every question of the five-point scale, in the order of the survey */
  questions: Measure[];
  /** questions with options */
  choiceQuestions: Measure[];
  /** one-way: empty under a filter, since two at once would single people out */
  breakdowns: Breakdown[];
  /** rows: services; as the breakdown by service has it */
  heat: { service: string; name: string; cells: Figure[] }[];
  /** the twelve months and eight quarters that end with the period */
  trend: TrendPoint[];
  quarters: TrendPoint[];
  /** how the answers were given. The figures are of `pooled` only: what staff took down stands apart */
  modes: {
    mode: AnswerMode;
    name: string;
    pooled: boolean;
    /** answers to the headline; null: withheld */
    n: number | null;
    withheld: boolean;
  }[];
  threshold: number;
  definitions: { key: string; title: string; text: string }[];
  comments: { month: string; text: string }[];
}

export type OperationsQuery = z.output<typeof operationsQuery>;

/** Days, pauses taken out; of what ended in the period. Half had it sooner than `median`, nine of ten than `p90`. */
export interface Duration {
  n: number;
  median: number | null;
  p90: number | null;
}

export interface WorkRow {
  key: string;
  name: string;
  /** submitted in the period */
  n: number;
  replied: number;
  /** open now */
  open: number;
  timeToFirstAnswer: Duration;
  timeToReply: Duration & { withinPromise: number | null };
}

/** GET /operations/figures */
export interface OperationsFigures {
  period: PeriodView & { running: boolean };
  periods: PeriodView[];
  total: number;
  byStatus: { key: RequestStatus; n: number }[];
  byChannel: (WorkRow & { key: ChannelSlug })[];
  byService: WorkRow[];
  byKind: { key: RequestKind; n: number }[];
  /** thirteen months that end with the period; `open`: at the month's end */
  byMonth: { month: string; submitted: number; replied: number; open: number }[];
  timeToFirstAnswer: Duration;
  timeToReply: Duration & { withinPromise: number | null };
  /** now, whatever the period */
  overdue: number;
  backlog: {
    open: number;
    /** waiting for the applicant */
    paused: number;
    overdue: number;
    /** open ones by how long ago they were submitted, in days */
    ages: { from: number; to: number | null; n: number }[];
  };
  /** of the requests for assistance submitted in the period, how many have come so far; each step is part of the one before */
  funnel: { step: 'submitted' | 'decided' | 'accepted' | 'enrolled' | 'delivered'; n: number }[];
  /** new requests of the next four weeks; empty where less than eight weeks are known */
  forecast: {
    /** the Sunday a week begins with */
    weeks: { from: string; expected: number; low: number; high: number }[];
    /** how it is worked out, in plain words */
    method: string;
    basedOnWeeks: number;
  };
}
