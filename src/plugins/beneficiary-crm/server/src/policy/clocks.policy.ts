/** Times of the product itself. Those that an association may set stand in `workflow.policy.ts`. */
export const clocks = {
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
