/** O5, O6c: what keeps an evaluation a right, and no one's burden. */
export const satisfactionPolicy = {
  /** fewer answers than this are shown to nobody */
  smallestSlice: 10,
  /** an answer is kept beside at least so many that share all that is kept of it, itself among them */
  smallestCrowd: 5,
  /**
   * what has waited so many weeks for a crowd may leave with no more than so many of its attributes; where few
   * answer, what it keeps is worth the wait
   */
  patience: [
    { weeks: 4, keeps: 2 },
    { weeks: 8, keeps: 1 },
    { weeks: 13, keeps: 0 },
  ],
  /** at most one invitation of a person in so many days, and so many in a year, over all surveys */
  invitationGapDays: 30,
  invitationsPerYear: 4,
  /** comments shown with the figures, newest month first */
  shownComments: 50,
} as const;
