/** O5, O6c: what keeps an evaluation a right, and no one's burden. */
export const satisfactionPolicy = {
  /** fewer answers than this are shown to nobody */
  smallestSlice: 10,
  /** an answer is kept beside at least so many that share all that is kept of it, itself among them */
  smallestCrowd: 5,
  /** what has waited so many weeks for a crowd gives up what tells it apart */
  coarsenedAfterWeeks: 4,
  /** at most one invitation of a person in so many days, and so many in a year, over all surveys */
  invitationGapDays: 30,
  invitationsPerYear: 4,
  /** comments shown with the figures, newest month first */
  shownComments: 50,
} as const;
