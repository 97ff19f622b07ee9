/** One item of an agenda: the file that is studied, the vote, its close and its decision (S5). */
import { z } from 'zod';
import type { BallotSecrecy, DiscussionTime, MemberView, RulesView } from './committee';
import { paragraph } from './common';
import type { StudyView, VisitPaperView, VisitView } from './study';
import { attendanceStates, ballotChoices } from './vocabulary';
import type {
  AgendaItemStatus,
  AttendanceState,
  BallotChoice,
  DecisionOutcome,
  Locale,
  RequestKind,
} from './vocabulary';

export interface AgendaItemSummary {
  id: string;
  position: number;
  status: AgendaItemStatus;
  reference: string;
  applicantName: string;
  serviceName: string | null;
  kind: RequestKind;
  outcome: DecisionOutcome | 'no_quorum' | null;
  needsMyVote: boolean;
}
/** What is proposed with an acceptance: how much, in halalas, and on which conditions. */
export interface MotionView {
  amount: number | null;
  conditions: string | null;
}
/** One step of the count with its numbers in words, in the asked language. */
export interface TallyStepView {
  step: 'quorum' | 'rule' | 'tie' | 'outcome';
  passed: boolean;
  text: string;
}
export interface TallyView {
  appointed: number;
  present: number;
  recused: number;
  yes: number;
  no: number;
  defer: number;
  abstain: number;
  /** present and free to vote, without a ballot */
  notVoted: number;
  base: number;
  quorumMet: boolean;
  decidedBy: 'quorum' | 'rule' | 'tie';
  outcome: DecisionOutcome | 'no_quorum';
  /** in their order: quorum, rule, tie, outcome */
  steps: TallyStepView[];
}
/** GET /sessions/:id/items/:item */
export interface AgendaItemDetail extends AgendaItemSummary {
  sessionId: string;
  requestId: string;
  /** changed by who presides until the item opens; frozen from then on */
  motion: MotionView;
  secrecy: BallotSecrecy;
  discussion: DiscussionTime;
  /** by circulation: until when ballots are taken */
  closesAt: string | null;
  /** in the applicant's language: the reason of the decision is written to them */
  writtenTo: { locale: Locale; service: string };
  /** the file the members study */
  file: {
    message: string | null;
    city: string | null;
    /** of an appeal: the request whose file this is, and the decision that is appealed */
    appealed: {
      reference: string;
      message: string | null;
      reason: string;
      decidedAt: string;
    } | null;
    answers: { key: string; label: string; shown: string }[];
    documents: { key: string; label: string; files: { id: string; name: string }[] }[];
    study: StudyView | null;
    visits: VisitView[];
    papers: VisitPaperView[];
    referrals: { question: string; answer: string | null }[];
  };
  members: (MemberView & {
    me: boolean;
    attendance: AttendanceState;
    recused: boolean;
    /** turnout only while open */
    hasVoted: boolean;
    /** named after close, and never where ballots are secret */
    choice: BallotChoice | null;
    /** after close, named either way: who has a reservation signs it */
    reservation: string | null;
    /** a ballot of this member that was declared void, and why; it is kept and not counted */
    voided: { reason: string; at: string } | null;
    /** lost the seat after the item opened; the ballot stands unless it is declared void */
    removed: boolean;
  })[];
  /** after close: what is missing, as those who deferred wrote, without names */
  missing: string[];
  /** after close: the codes of the ballots that were counted, in an order that says nothing of anybody */
  counted: string[];
  /** members of the panel who do not sit on this appeal, having decided first */
  excluded: MemberView[];
  rules: RulesView;
  turnout: { voted: number; mayVote: number };
  myBallot: {
    choice: BallotChoice;
    missing: string | null;
    reservation: string | null;
    castAt: string;
    /** as on the receipt; after close it stands among `counted` */
    code: string | null;
  } | null;
  tally: TallyView | null;
  /** the motion is part of a decision that accepts */
  decision: ({ outcome: DecisionOutcome; reason: string; decidedAt: string } & MotionView) | null;
  /** what the signed-in person may do now; a refusal has its code and message */
  rights: {
    open: Right;
    motion: Right;
    /** of a member who lost the seat meanwhile */
    voidBallot: Right;
    attendance: Right;
    recuse: Right;
    vote: Right;
    close: Right;
    decide: Right;
    /** lets a held reply out before its earliest date (S5) */
    release: Right;
  };
}
export interface Right {
  allowed: boolean;
  code: string | null;
  message: string | null;
}

/** POST /sessions/:id/items/:item/attendance */
export const attendanceBody = z.strictObject({
  memberId: z.number().int().positive(),
  state: z.enum(attendanceStates),
});
/** POST …/recusals: the signed-in member's own conflict */
export const recusalBody = z.strictObject({
  ground: z.enum(['relative', 'interest', 'other']),
  reason: paragraph(1_000, 0).optional(),
});
/** PUT …/motion: while the item is pending, by who presides; what is left out is proposed no more */
export const motionBody = z.strictObject({
  /** halalas */
  amount: z.number().int().min(1).max(1_000_000_000).optional(),
  conditions: paragraph(2_000, 3).optional(),
});

/** With any choice: the member's reservation, with its reasons. */
const reservation = paragraph(2_000, 3).optional();
/** POST …/ballots, header `Idempotency-Key` (a receipt is replayed) */
export const ballotBody = z.discriminatedUnion('choice', [
  z.strictObject({
    choice: z.literal('defer'),
    /** what the committee still has to know */
    missing: paragraph(1_000, 3),
    reservation,
  }),
  z.strictObject({ choice: z.enum(ballotChoices).exclude(['defer']), reservation }),
]);
export interface BallotReceipt {
  ballotId: string;
  /** short, to be kept: after close it stands among those that were counted */
  code: string;
  choice: BallotChoice;
  castAt: string;
  turnout: { voted: number; mayVote: number };
}
/** POST …/ballots/:member/void: while the item is open, the ballot of a member who lost the seat, by who presides */
export const voidBallotBody = z.strictObject({ reason: paragraph(1_000, 10) });
/** POST …/decision: after close, the presiding member states the reason; the request moves on */
export const decisionBody = z.strictObject({ reason: paragraph(3_000, 10) });
