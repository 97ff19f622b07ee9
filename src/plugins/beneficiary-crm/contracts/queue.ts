/** The queue: what waits for whom, in which order, and how work is handed from one to another. */
import { z } from 'zod';
import { day, line } from './common';
import { channelSlugs, requestKinds, requestStatuses, roles } from './vocabulary';
import type { ChannelSlug, RequestKind, RequestStatus, Role } from './vocabulary';

/** `team`: whoever shares a role with the person; for a delegate, whoever works in the own branch. */
export const queueViews = [
  'mine',
  'team',
  'unassigned',
  'overdue',
  'waiting',
  'ready',
  'all',
] as const;
export type QueueView = (typeof queueViews)[number];

/** `promise`: what is promised soonest; `newest`; `longest`: who has waited longest, and still waits. */
export const queueSorts = ['promise', 'newest', 'longest'] as const;
export type QueueSort = (typeof queueSorts)[number];

/**
 * Counting stops here: a count as large as the answer's `countedTo` means that many or more. Nobody works through
 * more than that by its number, and exact counts of half a million would cost more than the page itself.
 */
export const countCap = 1_000;
/** The home page shows a few figures alone, and counts further. */
export const homeCountCap = 10_000;

/** One, several as a list, or several joined by commas as they stand in an address. */
const severalOf = <const Value extends string>(values: readonly Value[]) =>
  z.preprocess(
    (given) => (typeof given === 'string' ? given.split(',').filter(Boolean) : given),
    z.array(z.enum(values)).max(values.length),
  );

/** What a queue may be narrowed to; everything here may be kept in a saved view. */
const filters = {
  status: severalOf(requestStatuses).optional(),
  kind: severalOf(requestKinds).optional(),
  service: line(80).optional(),
  channel: z.enum(channelSlugs).optional(),
  branch: line(80).optional(),
  /** a person; `none`: nobody; `gone`: someone who can no longer sign in */
  assignee: z.union([z.coerce.number().int().positive(), z.enum(['none', 'gone'])]).optional(),
  /** submitted on this day or later, in Riyadh */
  from: day.optional(),
  /** submitted on this day or earlier */
  to: day.optional(),
  /** the step itself has taken longer than it may */
  step: z.enum(['overdue']).optional(),
};
const view = z.enum(queueViews).default('all');
const sort = z.enum(queueSorts).default('promise');
const locale = z.enum(['ar', 'en']).default('ar');
/** part of a name in any spelling, a reference, a phone or an ID; in a body only, never in an address */
const q = line(120, 0).optional();

/** GET /requests, or POST /requests/search when there is a `q` */
export const queueQuery = z.strictObject({
  view,
  ...filters,
  q,
  sort,
  /** by number as far as counting goes; further on by `after` */
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  /** `next` of the page before: as quick at the end of the queue as at its beginning */
  after: line(200).optional(),
  pageSize: z.coerce.number().int().min(1).max(100).default(20),
  locale,
});
export type QueueQuery = z.output<typeof queueQuery>;

/** GET /queue/board, or POST /queue/board when there is a `q` */
export const boardQuery = z.strictObject({
  view,
  ...filters,
  q,
  sort,
  /** how many of each status are shown */
  cards: z.coerce.number().int().min(1).max(50).default(10),
  locale,
});
export type BoardQuery = z.output<typeof boardQuery>;

export interface PromiseView {
  earliest: string;
  latest: string;
  daysLeft: number;
  overdue: boolean;
  paused: boolean;
}

export interface QueueRow {
  id: string;
  /** send back as `expectedVersion` */
  version: number;
  reference: string;
  applicantName: string;
  city: string | null;
  kind: RequestKind;
  serviceName: string | null;
  status: RequestStatus;
  promise: PromiseView | null;
  /** until when the present step should be done; null where no step has a time */
  stepDueAt: string | null;
  channel: ChannelSlug;
  branch: string | null;
  assigneeId: number | null;
  assigneeName: string | null;
  submittedAt: string;
}
export interface Queue {
  rows: QueueRow[];
  /** of the asked view */
  total: number;
  page: number;
  pageSize: number;
  counts: Record<QueueView, number>;
  /** see `countCap` */
  countedTo: number;
  /** give it as `after`; null on the last page */
  next: string | null;
}

/** Statuses that still ask for something, in the order of the work; each is one column of the board. */
export const boardStatuses = [
  'submitted',
  'checking',
  'screening',
  'in_progress',
  'awaiting_applicant',
  'social_research',
  'committee',
  'deferred',
  'accepted',
  'rejected',
  'declined',
  'answered',
  'enrolled',
  'in_delivery',
] as const satisfies readonly RequestStatus[];
export type BoardStatus = (typeof boardStatuses)[number];

/** Columns of which nothing can be in the asked view are left out. */
export interface Board {
  columns: {
    status: BoardStatus;
    count: number;
    cards: QueueRow[];
  }[];
  /** see `countCap` */
  countedTo: number;
}

// ── saved views ────────────────────────────────────────────────────────────

/** What was searched for is no part of it: it may be a name or a number of a person. */
export const savedFilters = z.strictObject({ view, ...filters, sort });
export type SavedFilters = z.output<typeof savedFilters>;

/** POST /queue/views, and POST /queue/views/:id to change one. `shared` needs `requests.assign`. */
export const savedViewBody = z.strictObject({
  name: line(60, 2),
  filters: savedFilters,
  shared: z.boolean().default(false),
});
export interface SavedView {
  id: string;
  name: string;
  filters: SavedFilters;
  shared: boolean;
  /** false: a colleague shares it, and it cannot be changed */
  mine: boolean;
  ownerName: string | null;
}
/** GET /queue/views: the own ones, then those that the team shares */
export interface SavedViews {
  views: SavedView[];
  mayShare: boolean;
}
/** POST /queue/views/:id/delete */

// ── who works, and who is away ─────────────────────────────────────────────

export interface AbsenceView {
  id: string;
  personId: number;
  personName: string;
  /** the first and the last day away */
  from: string;
  to: string;
  deputyId: number | null;
  deputyName: string | null;
  now: boolean;
  mayEnd: boolean;
}

/** GET /queue/colleagues: everybody who can be given a request, and whoever still holds some and cannot work */
export interface Colleague {
  id: number;
  name: string;
  me: boolean;
  /** `gone`: can no longer sign in, or may work on requests no more */
  state: 'present' | 'away' | 'gone';
  /** last day away */
  awayUntil: string | null;
  /** open requests in the person's hands */
  open: number;
  roles: Role[];
  /** the branch of a delegate; null: all branches */
  branch: string | null;
  /** one of the asking person's team */
  team: boolean;
}
export interface Colleagues {
  people: Colleague[];
  /** roles in whose hands a request can be: what a rule or an assignment by load can name */
  teams: Role[];
  /** give to anyone, set rules, hand over for others */
  mayAssign: boolean;
}

/** GET /queue/absences → { absences: AbsenceView[] }: those that last or will come */
export interface Absences {
  absences: AbsenceView[];
}
/** POST /queue/absences: for oneself, or for another with `requests.assign` */
export const absenceBody = z.strictObject({
  person: z.number().int().positive().optional(),
  from: day,
  /** not before `from` */
  to: day,
  /** gets what a rule would have given to the one away */
  deputy: z.number().int().positive().optional(),
});
export type AbsenceBody = z.output<typeof absenceBody>;
/** POST /queue/absences/:id/end: back earlier, or not away at all */

// ── giving work ────────────────────────────────────────────────────────────

/** A person; a team, whose present member with the fewest open requests gets it; or nobody again. */
export const assignTo = z.union([
  z.strictObject({ person: z.number().int().positive() }),
  z.strictObject({ team: z.enum(roles) }),
  z.strictObject({ nobody: z.literal(true) }),
]);
export type AssignTo = z.output<typeof assignTo>;

const requestRows = z
  .array(z.strictObject({ id: z.uuid(), expectedVersion: z.number().int().min(1) }))
  .min(1)
  .max(200);

/** POST /requests/:id/assign → AssignedRequest; 409 when someone was faster or a rule forbids it */
export const assignOneBody = z.strictObject({
  expectedVersion: z.number().int().min(1),
  to: assignTo,
});
export interface AssignedRequest {
  id: string;
  version: number;
  assigneeId: number | null;
  assigneeName: string | null;
}

/** POST /requests/assign, header `Idempotency-Key` → BulkResult */
export const assignBody = z.strictObject({ rows: requestRows, to: assignTo });

/** Steps that ask for nothing personal, and can be taken for many at once. */
export const bulkSteps = [
  'start_check',
  'start',
  'start_screening',
  'refer_to_committee',
  'refer_to_panel',
  'close',
] as const;

/** POST /requests/bulk, header `Idempotency-Key` → BulkResult */
export const bulkBody = z.discriminatedUnion('action', [
  z.strictObject({ action: z.enum(bulkSteps), rows: requestRows }),
  z.strictObject({
    action: z.literal('mark_duplicate'),
    rows: requestRows,
    /** reference of the one that stays */
    of: line(40),
  }),
]);
export type BulkBody = z.output<typeof bulkBody>;

/** Each row stands for itself: what one is refused does not hold up the others. */
export interface BulkResult {
  done: number;
  refused: number;
  rows: {
    id: string;
    /** null when there is no such request for the person */
    reference: string | null;
    done: boolean;
    version: number | null;
    status: RequestStatus | null;
    assigneeName: string | null;
    /** why not, in the asked language; empty when done */
    refusals: { code: string; message: string }[];
  }[];
}

/** POST /requests/handover: everything open in one person's hands. To people (by load among them) or a team. */
export const handoverBody = z.strictObject({
  /** oneself, or another with `requests.assign` */
  from: z.number().int().positive(),
  to: z.union([
    z.strictObject({ people: z.array(z.number().int().positive()).min(1).max(50) }),
    z.strictObject({ team: z.enum(roles) }),
  ]),
});
export interface HandoverResult {
  moved: number;
  to: { id: number; name: string; moved: number }[];
  /** nobody of those named may take these; they stay where they are. At most 200 are named. */
  left: { id: string; reference: string; refusals: { code: string; message: string }[] }[];
  leftCount: number;
}

// ── rules ──────────────────────────────────────────────────────────────────

export const assignmentRule = z.strictObject({
  /** what is left out is true of every request */
  kind: z.enum(requestKinds).nullable().default(null),
  service: line(80).nullable().default(null),
  branch: line(80).nullable().default(null),
  to: z.union([
    z.strictObject({ person: z.number().int().positive() }),
    z.strictObject({ team: z.enum(roles) }),
  ]),
});
export type AssignmentRule = z.output<typeof assignmentRule>;

/** GET /queue/rules; the first rule that fits a new request gives it away */
export interface AssignmentRules {
  /** 0: none were ever set */
  version: number;
  rules: (AssignmentRule & { toName: string })[];
  changedBy: string | null;
  changedAt: string | null;
  mayChange: boolean;
}
/** POST /queue/rules: the whole list in its order; 409 when someone changed it meanwhile */
export const assignmentRulesBody = z.strictObject({
  expectedVersion: z.number().int().min(0),
  rules: z.array(assignmentRule).max(100),
});
