import type { DecisionOutcome, RequestKind, RequestStatus } from '../../../contracts/vocabulary';

/** What the rules need to know of a request, as plain values. */
export interface RequestFacts {
  kind: RequestKind;
  status: RequestStatus | 'new';
  /** every required answer and document is there (S2) */
  complete: boolean;
  /** the officer has found every answer and document in order (S2) */
  checklistDone: boolean;
  /** `stands`: signed, and the answers are still those that were signed (S4) */
  declaration: 'stands' | 'broken' | 'missing' | 'not_needed';
  needsStudy: boolean;
  needsCommittee: boolean;
  needsEnrolment: boolean;
  /** a study was written or confirmed for the latest referral (S3) */
  studyPresent: boolean;
  /** a study was written for an earlier referral, and none yet for the one that waits */
  earlierStudy: boolean;
  /** the receipt with both reply dates was given (S5) */
  promiseTold: boolean;
  decision: { outcome: DecisionOutcome | 'answered' | 'declined'; repliedAt: Date | null } | null;
  /** the two-sided clock allows the reply now (S5) */
  replyAllowed: boolean;
  /** until when the decision in force may be appealed; null: not at all, or not yet */
  appealUntil: Date | null;
  /** an appeal against it was made */
  appealed: boolean;
  /** what the answer to that appeal was, once it has gone out */
  appealAnswer: DecisionOutcome | null;
  /** of an appeal: whether a panel can hear it that shares no member with the first decision */
  panel: 'sits' | 'missing' | 'no_chair' | 'too_few' | 'not_asked';
  enrolled: boolean;
  deliveries: number;
  /** approved and not ended; of all, those with something still to approve or to hand over; ended with a reason */
  allocations: { approved: number; unsettled: number; ended: number };
  answerDeadline: Date | null;
  /** reminders that were to be sent by now, and those that were (S2) */
  reminders: { due: number; sent: number; all: number; lastAt: Date | null };
  stage: number;
  /** who dealt with the first stage of a complaint */
  firstStageHandler: number | null;
  /** who is complained about, when it is one of the staff */
  aboutStaff: number | null;
  /** what an inquiry, a complaint or a suggestion has led to */
  offeredAsFaq: boolean;
  improvementStarted: boolean;
  /** of a volunteer (C6) */
  screening: 'missing' | 'suitable' | 'unsuitable';
  /** the person acting now, when it is one of the staff */
  actingStaff: number | null;
}

type Guard = (facts: RequestFacts, now: Date) => boolean;

/** Conditions of the transitions, by name. Each has its message under `refusal.<name>`. */
export const guards = {
  complete: (facts) => facts.complete,
  checklist_done: (facts) => facts.checklistDone,
  declaration_needed: (facts) => facts.declaration !== 'not_needed',
  declaration_stands: (facts) =>
    facts.declaration === 'stands' || facts.declaration === 'not_needed',
  study_present: (facts) => !facts.needsStudy || facts.studyPresent,
  earlier_study: (facts) => facts.earlierStudy,
  committee_needed: (facts) => facts.needsCommittee,
  no_committee_needed: (facts) => !facts.needsCommittee,
  promise_told: (facts) => facts.promiseTold,
  decision_in_force: (facts) => facts.decision !== null,
  replied: (facts) => facts.decision?.repliedAt != null,
  not_replied: (facts) => facts.decision !== null && facts.decision.repliedAt === null,
  reply_clock_allows: (facts) => facts.replyAllowed,
  reply_held: (facts) => !facts.replyAllowed,
  appeal_open: (facts, now) =>
    facts.appealUntil !== null && now.getTime() < facts.appealUntil.getTime(),
  not_appealed: (facts) => !facts.appealed,
  appeal_granted: (facts) => facts.appealAnswer === 'accepted',
  appeal_dismissed: (facts) => facts.appealAnswer === 'rejected',
  panel_exists: (facts) => facts.panel !== 'missing',
  panel_has_chair: (facts) => facts.panel !== 'no_chair',
  panel_has_quorum: (facts) => facts.panel !== 'too_few',
  enrolment_complete: (facts) => !facts.needsEnrolment || facts.enrolled,
  allocation_approved: (facts) => facts.allocations.approved > 0,
  something_delivered: (facts) => facts.deliveries > 0 || facts.allocations.ended > 0,
  allocations_settled: (facts) => facts.allocations.unsettled === 0,
  answer_deadline_passed: (facts, now) =>
    facts.answerDeadline !== null && now.getTime() >= facts.answerDeadline.getTime(),
  reminder_due: ({ reminders }) => reminders.due > reminders.sent,
  // Nobody's request ends in the hour of the first word about it.
  reminded: ({ reminders }, now) =>
    reminders.sent >= reminders.all &&
    (reminders.lastAt === null || now.getTime() >= reminders.lastAt.getTime() + 86_400_000),
  not_complained_about: (facts) =>
    facts.aboutStaff === null || facts.aboutStaff !== facts.actingStaff,
  not_offered_yet: (facts) => !facts.offeredAsFaq,
  no_improvement_yet: (facts) => !facts.improvementStarted,
  screened_suitable: (facts) => facts.screening === 'suitable',
  first_stage: (facts) => facts.stage === 1,
  another_person_at_stage_two: (facts) =>
    facts.stage === 1 ||
    facts.actingStaff === null ||
    facts.actingStaff !== facts.firstStageHandler,
} as const satisfies Record<string, Guard>;

export type GuardName = keyof typeof guards;
export const guardNames = Object.keys(guards) as GuardName[];
