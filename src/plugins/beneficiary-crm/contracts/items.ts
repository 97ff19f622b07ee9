/** One item of an agenda: the file that is studied, the vote, its close and its decision (S5). */
import { z } from 'zod';
import type { MemberView, RulesView } from './committee';
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
  base: number;
  quorumMet: boolean;
  decidedBy: 'quorum' | 'rule' | 'tie';
  outcome: DecisionOutcome | 'no_quorum';
}
/** GET /sessions/:id/items/:item */
export interface AgendaItemDetail extends AgendaItemSummary {
  sessionId: string;
  requestId: string;
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
    /** named after close */
    choice: BallotChoice | null;
    reservation: string | null;
  })[];
  /** members of the panel who do not sit on this appeal, having decided first */
  excluded: MemberView[];
  rules: RulesView;
  turnout: { voted: number; mayVote: number };
  myBallot: { choice: BallotChoice; reservation: string | null; castAt: string } | null;
  tally: TallyView | null;
  decision: { outcome: DecisionOutcome; reason: string; decidedAt: string } | null;
  /** what the signed-in person may do now; a refusal has its code and message */
  rights: {
    open: Right;
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
/** POST …/ballots, header `Idempotency-Key` (a receipt is replayed) */
export const ballotBody = z.strictObject({
  choice: z.enum(ballotChoices),
  reservation: paragraph(2_000, 3).optional(),
});
export interface BallotReceipt {
  ballotId: string;
  choice: BallotChoice;
  castAt: string;
  turnout: { voted: number; mayVote: number };
}
/** POST …/decision: after close, the presiding member states the reason; the request moves on */
export const decisionBody = z.strictObject({ reason: paragraph(3_000, 10) });
