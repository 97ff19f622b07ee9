/** Times that the association promises or allows. Clause S5 gives the floor of two weeks. */
export const clocks = {
  /** S5: "within a period of not less than two weeks" */
  replyEarliestDays: 14,
  replyLatestDays: 30,
  /** what the check before the referral may take; part of the promise on the receipt */
  checkingDays: 7,
  /** the reply waits for its earliest date */
  holdUntilEarliest: true,
  /** an applicant who was asked has this long to answer */
  answerDays: 30,
  appealDays: 30,
  /** an answered matter that nobody reopens is closed by itself */
  closeAnsweredDays: 14,
  /** kinds that no committee decides: answered within this many calendar days */
  otherKindsLatestDays: 14,
  /** an upload that no request claims is destroyed */
  uploadHours: 24,
  invitationDays: 30,
  /** rows of an imported file stay this long after the import has ended, or was left lying */
  importDays: 14,
  /** an export can be fetched for this long after it was asked for */
  exportMinutes: 60,
  /** an identity or a paper that expires within this many days is announced (S2) */
  expiryNoticeDays: 60,
  /** kept free before and after a home visit (O4) */
  travelMinutes: 30,
  /** a repeated Idempotency-Key is answered from memory for this long */
  idempotencyHours: 24,
} as const;
