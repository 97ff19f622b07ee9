/** O5, O6e: what is aimed at, and how long something may take to be put right. */
export const improvementPolicy = {
  /** share of the satisfied below which something is done about a theme; an action may aim at another */
  target: 0.8,
  /** days from the opening by the job until it is due */
  dueDays: 60,
} as const;
