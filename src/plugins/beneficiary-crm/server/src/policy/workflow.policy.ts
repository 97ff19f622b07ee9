import type { RequestStatus } from '../../../contracts/vocabulary';

/**
 * What an association may set differently for its requests without a programmer: times, and whether a reply is held.
 * Days of promises and windows count on the calendar; days of work count by the association's working time.
 */
export interface WorkflowSettings {
  /** S5: from referral to the earliest reply */
  replyEarliestDays: number;
  /** S5: from referral to the latest reply */
  replyLatestDays: number;
  /** what the check before the referral may take; part of the promise on the receipt */
  checkingDays: number;
  /** S5: a decided reply waits for its earliest date */
  holdUntilEarliest: boolean;
  /** kinds that no committee decides are answered within this many days */
  otherKindsLatestDays: number;
  /** an applicant who was asked has this long to answer */
  answerDays: number;
  /** and is reminded this many days before that time ends */
  reminderDaysBefore: number[];
  /** from the day of the reply */
  appealDays: number;
  /** an answered matter that nobody reopens is closed by itself */
  closeAnsweredDays: number;
  /** working days from submission to the first word, from submission to the answer, and for the second stage */
  complaint: { acknowledgeDays: number; answerDays: number; secondStageDays: number };
  /** working days that a request may stay in a status before somebody is told; no number: no limit */
  stepDays: Partial<Record<RequestStatus, number>>;
}

/** As the policy has it, until the association's manager changes it. */
export const workflowPolicy: WorkflowSettings = {
  replyEarliestDays: 14,
  replyLatestDays: 30,
  checkingDays: 7,
  holdUntilEarliest: true,
  otherKindsLatestDays: 14,
  answerDays: 30,
  reminderDaysBefore: [14, 3],
  appealDays: 30,
  closeAnsweredDays: 14,
  complaint: { acknowledgeDays: 5, answerDays: 10, secondStageDays: 20 },
  stepDays: {
    submitted: 2,
    checking: 5,
    social_research: 7,
    committee: 15,
    deferred: 10,
    accepted: 15,
    enrolled: 10,
    in_delivery: 30,
    in_progress: 5,
    screening: 10,
  },
};
