/** Reminders to an applicant who owes an answer (S2): how many are due, by the settings that the request froze. */

const day = 86_400_000;

/**
 * How many of the reminders should have gone out by now.
 * @param daysBefore whole days before the deadline, in any order, none twice
 */
export const remindersDue = (daysBefore: readonly number[], deadline: Date, now: Date): number =>
  daysBefore.filter((days) => now.getTime() >= deadline.getTime() - days * day).length;
