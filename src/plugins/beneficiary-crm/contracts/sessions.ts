/** The committee's sessions: planned, invited to, held in a room or by circulation (S5). */
import { z } from 'zod';
import type { MemberView, RulesView } from './committee';
import { day, instant, line, paragraph } from './common';
import type { AgendaItemSummary } from './items';
import { attendanceStates, committeePurposes } from './vocabulary';
import type {
  AgendaItemStatus,
  AttendanceState,
  BallotChoice,
  CommitteePurpose,
  DecisionOutcome,
  RequestKind,
} from './vocabulary';

/** Held in a room, or by circulation: everybody votes on their own until a deadline. */
export const sessionForms = ['room', 'circulation'] as const;
export type SessionForm = (typeof sessionForms)[number];
export const sessionStatuses = ['planned', 'open', 'closed', 'cancelled'] as const;
export type SessionStatus = (typeof sessionStatuses)[number];

/** One day in both calendars, written out in the reader's language. */
export interface BothDates {
  gregorian: string;
  hijri: string;
}

/** What names a session wherever it is met. */
export interface SessionName {
  id: string;
  /** among all sessions of the association */
  number: number;
  /** among those of its committee in its Hijri year, as its minutes are filed: 3/1448 */
  ordinal: number;
  hijriYear: number;
  form: SessionForm;
  status: SessionStatus;
  /** id of the committee */
  committee: string;
  committeeName: string;
  purpose: CommitteePurpose;
  /** YYYY-MM-DD in Riyadh; of a circulation the day on which it begins */
  heldOn: string;
  dates: BothDates;
  /** HH:MM in Riyadh */
  time: string | null;
  place: string | null;
  /** of a circulation: when it ends by itself */
  closesAt: string | null;
}
export interface SessionSummary extends SessionName {
  /** of plan and agenda: what is changed is changed on this version; each version is invited to once */
  version: number;
  /** the time there is for the agenda */
  minutes: number | null;
  items: number;
  decided: number;
  /** items where the signed-in member still owes a ballot */
  needsMyVote: number;
}
/** A committee, or the want of one, with what is ready for its agenda. */
export interface SessionPlan {
  /** null: nobody sits for this purpose now */
  committee: string | null;
  name: string | null;
  purpose: CommitteePurpose;
  ready: number;
  /** whether the reader may plan its session */
  mayCreate: boolean;
  /** what an item is given where nobody says otherwise */
  itemMinutes: number;
}
/** GET /sessions */
export interface SessionList {
  sessions: SessionSummary[];
  plans: SessionPlan[];
}

/** GET /sessions/ready?committee=…; without one, of the committee that decides on requests */
export const readyQuery = z.strictObject({
  committee: line(60).optional(),
  purpose: z.enum(committeePurposes).default('requests'),
  locale: z.string().max(10).optional(),
});
export interface ReadyRequest {
  requestId: string;
  reference: string;
  applicantName: string;
  serviceName: string | null;
  kind: RequestKind;
  /** ISO; the reply is promised until then */
  promised: string;
  /** promised for a day that is over */
  overdue: boolean;
  /** an earlier session had no quorum for it: it comes first */
  carriedOver: boolean;
  /** an appeal */
  appealed: boolean;
}
/** In the order in which an agenda is filled: carried over first, then by promise. */
export interface ReadyList {
  committee: string;
  committeeName: string;
  itemMinutes: number;
  requests: ReadyRequest[];
}

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const minutesOfSession = z.number().int().min(5).max(1_440);
const minutesOfItem = z.number().int().min(1).max(240);
const when = {
  heldOn: day,
  time: time.optional(),
  place: line(200, 2).optional(),
  minutes: minutesOfSession.optional(),
  /** of a circulation, and only of one */
  closesAt: instant.optional(),
};
/**
 * POST /sessions. With `requests` the agenda is these, in this order; without, it is filled from what is ready until
 * the time is used up, or with everything where no time is given.
 */
export const createSessionBody = z.strictObject({
  /** without one: the committee that sits for the purpose */
  committee: line(60).optional(),
  purpose: z.enum(committeePurposes).default('requests'),
  form: z.enum(sessionForms).default('room'),
  ...when,
  requests: z.array(z.uuid()).min(1).max(200).optional(),
});
/** PUT /sessions/:id: another day, time or place; what is not given is then not set. */
export const updateSessionBody = z.strictObject({
  expectedVersion: z.number().int().min(1),
  ...when,
});
/**
 * PUT /sessions/:id/agenda: the pending items as they shall be, in order. What is not in the list goes back to what
 * is ready; what is new must be ready. Items that were opened stay where they are.
 */
export const agendaBody = z.strictObject({
  expectedVersion: z.number().int().min(1),
  items: z.array(z.strictObject({ request: z.uuid(), minutes: minutesOfItem.optional() })).max(200),
});
/** POST /sessions/:id/cancel: what stands on its agenda is ready again */
export const cancelSessionBody = z.strictObject({ reason: paragraph(1_000, 3) });
/** POST /sessions/:id/apologies: the signed-in member's own; POST /sessions/:id/apologies/withdraw takes it back */
export const apologyBody = z.strictObject({ reason: paragraph(500, 0).optional() });
/** POST /sessions/:id/attendance: taken once, for every item that is not open yet */
export const sessionAttendanceBody = z.strictObject({
  members: z
    .array(
      z.strictObject({ memberId: z.number().int().positive(), state: z.enum(attendanceStates) }),
    )
    .min(1)
    .max(40),
});
/** POST /sessions/:id/invitations: once for each version */
export const inviteBody = z.strictObject({ expectedVersion: z.number().int().min(1) });

export interface AgendaLine extends AgendaItemSummary {
  requestId: string;
  minutes: number;
  /** an earlier session had no quorum for it */
  carriedOver: boolean;
}
export interface SessionMember extends MemberView {
  me: boolean;
  /** as it was taken for the session as a whole; null until it is */
  attendance: AttendanceState | null;
  /** null: none; its reason may be empty */
  apology: { reason: string; at: string } | null;
}
/** How far the invitations to the version that stands have come; `late`: of members whose mail was not taken. */
export interface InvitationState {
  /** the version that was invited to last; null: none yet */
  sentVersion: number | null;
  at: string | null;
  /** invited to nothing yet, or the agenda changed since */
  due: boolean;
  waiting: number;
  sent: number;
  failed: number;
}
export const minutesStates = ['draft', 'signing', 'signed'] as const;
export type MinutesState = (typeof minutesStates)[number];

/** GET /sessions/:id — an item hidden from a member with a conflict is not in the list at all */
export interface SessionDetail extends SessionSummary {
  members: SessionMember[];
  rules: RulesView;
  /** positions count what the reader sees */
  agenda: AgendaLine[];
  /** minutes that the pending and open items are planned for, all together */
  planned: number;
  invitations: InvitationState;
  cancelled: { reason: string; at: string } | null;
  minutesState: { version: number; state: MinutesState; needsMySignature: boolean } | null;
  /** what the reader may do now */
  may: {
    /** plan, agenda, invitations, cancelling */
    keep: boolean;
    takeAttendance: boolean;
    apologise: boolean;
    readMinutes: boolean;
    writeMinutes: boolean;
  };
}

/** GET /sessions/:id/projector: what may stand on a wall. No applicant, and no choice of anybody. */
export interface ProjectorView extends SessionName {
  now: string;
  items: {
    id: string;
    position: number;
    reference: string;
    serviceName: string | null;
    kind: RequestKind;
    status: AgendaItemStatus;
    /** while it is open and after */
    turnout: { voted: number; mayVote: number } | null;
    outcome: DecisionOutcome | 'no_quorum' | null;
    /** after close: each step with its numbers in words */
    steps: { step: string; passed: boolean; text: string }[];
  }[];
  /** the item that is open, or comes next */
  current: string | null;
  present: number;
  members: number;
}

/** GET /committee/mine: a member's own page on the phone. */
export interface MyCommittee {
  needsMyVote: MyItem[];
  /** items that are still open, with the own ballot */
  voted: (MyItem & { choice: BallotChoice; castAt: string })[];
  next: (SessionName & { items: number; apologised: boolean })[];
  toSign: { session: SessionName; version: number }[];
}
export interface MyItem {
  sessionId: string;
  itemId: string;
  reference: string;
  serviceName: string | null;
  kind: RequestKind;
  closesAt: string | null;
}
