import { z } from 'zod';
import type { WorkflowSettings } from '../server/src/policy/workflow.policy';
import { line, paragraph } from './common';
import type { RequestStatus } from './vocabulary';

/** What the association sets for its requests, under `/workflow`. Every change is a new version; the old ones stay. */

/** Statuses in which somebody of the association has something to do, so that it can take too long. */
export const stepStatuses = [
  'submitted',
  'checking',
  'social_research',
  'committee',
  'deferred',
  'accepted',
  'enrolled',
  'in_delivery',
  'in_progress',
  'screening',
] as const satisfies readonly RequestStatus[];
export type StepStatus = (typeof stepStatuses)[number];

/** Least and greatest of each number of days. S5 itself gives the least of the earliest reply. */
export const workflowRanges = {
  replyEarliestDays: { least: 14, greatest: 180 },
  replyLatestDays: { least: 14, greatest: 365 },
  checkingDays: { least: 1, greatest: 90 },
  otherKindsLatestDays: { least: 1, greatest: 90 },
  answerDays: { least: 3, greatest: 180 },
  reminderDaysBefore: { least: 1, greatest: 180 },
  // A shorter window is no way to appeal for who lives far from the office.
  appealDays: { least: 7, greatest: 365 },
  closeAnsweredDays: { least: 1, greatest: 180 },
  complaint: { least: 1, greatest: 90 },
  stepDays: { least: 1, greatest: 180 },
} as const satisfies Partial<Record<keyof WorkflowSettings, { least: number; greatest: number }>>;

// How many days may stand is judged with the rest, so that every mistake is named at once.
const days = z.number().int();

/** POST /workflow: the whole of it. 409 `error.workflow_changed` when somebody changed it in between */
export const workflowBody = z.strictObject({
  /** the version that was on the screen */
  expectedVersion: line(40),
  replyEarliestDays: days,
  replyLatestDays: days,
  checkingDays: days,
  holdUntilEarliest: z.boolean(),
  otherKindsLatestDays: days,
  answerDays: days,
  reminderDaysBefore: z.array(days).max(5),
  appealDays: days,
  closeAnsweredDays: days,
  complaint: z.strictObject({ acknowledgeDays: days, answerDays: days, secondStageDays: days }),
  /** a status left out has no limit */
  stepDays: z.partialRecord(z.enum(stepStatuses), days),
  reason: paragraph(300, 3),
});
export type WorkflowBody = z.output<typeof workflowBody>;

/** One setting by its path, such as `complaint.answerDays`; null: no limit. */
export type SettingValue = number | boolean | number[] | null;
export interface SettingChange {
  setting: string;
  before: SettingValue;
  after: SettingValue;
}

export interface WorkflowVersionView {
  version: string;
  by: string;
  at: string;
  reason: string;
  changes: SettingChange[];
}

/** GET /workflow */
export interface WorkflowView {
  version: string;
  settings: WorkflowSettings;
  /** newest first; empty while the policy's own settings are in force */
  history: WorkflowVersionView[];
}
