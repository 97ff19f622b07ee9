import { workflowRanges } from '../../../contracts/workflow';
import type { SettingChange, SettingValue, StepStatus } from '../../../contracts/workflow';
import type { FieldIssue } from '../kernel/errors';
import type { WorkflowSettings } from '../policy/workflow.policy';

type Found = FieldIssue | false;

const isNamed = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every setting by its path, such as `complaint.answerDays`. */
export function settingsByPath(settings: object, within = ''): Map<string, SettingValue> {
  return new Map(
    Object.entries(settings).flatMap(([name, value]: [string, unknown]) =>
      isNamed(value)
        ? [...settingsByPath(value, `${within}${name}.`)]
        : [[`${within}${name}`, value as SettingValue] as const],
    ),
  );
}

/** What differs between two versions, in the order of the settings. */
export function changedSettings(
  before: WorkflowSettings,
  after: WorkflowSettings,
): SettingChange[] {
  const [old, held] = [settingsByPath(before), settingsByPath(after)];
  return [...new Set([...old.keys(), ...held.keys()])]
    .map((setting) => ({
      setting,
      before: old.get(setting) ?? null,
      after: held.get(setting) ?? null,
    }))
    .filter((one) => JSON.stringify(one.before) !== JSON.stringify(one.after));
}

/** S5 says "not less than two weeks": whoever is below the floor is told what can be done instead. */
const tooLow = (path: string) => (path === 'replyEarliestDays' ? 'reply_floor' : 'min');

function rangeIssues(settings: WorkflowSettings): FieldIssue[] {
  const ranges: Partial<Record<string, { least: number; greatest: number }>> = workflowRanges;
  return [...settingsByPath(settings)].flatMap(([path, value]) => {
    const range = ranges[path.split('.')[0] ?? ''];
    if (!range || typeof value === 'boolean' || value === null) return [];
    const { least, greatest } = range;
    return [value].flat().flatMap((days, at): FieldIssue[] => {
      const place = Array.isArray(value) ? `${path}.${at}` : path;
      if (days < least) return [{ path: place, code: tooLow(path), params: { min: least } }];
      return days > greatest ? [{ path: place, code: 'max', params: { max: greatest } }] : [];
    });
  });
}

/**
 * What is wrong with settings that somebody wishes to keep, every mistake at once.
 * A step counts days of work, which take at least as long as days of the calendar.
 */
export function workflowIssues(settings: WorkflowSettings): FieldIssue[] {
  const { replyEarliestDays, replyLatestDays, checkingDays, answerDays } = settings;
  const { complaint, stepDays, reminderDaysBefore } = settings;
  const beyond = (step: StepStatus, promised: number): Found => {
    const days = stepDays[step];
    return (
      days !== undefined &&
      days > promised && {
        path: `stepDays.${step}`,
        code: 'step_beyond_promise',
        params: { promised },
      }
    );
  };
  const found: Found[] = [
    replyLatestDays < replyEarliestDays && {
      path: 'replyLatestDays',
      code: 'reply_order',
      params: { earliest: replyEarliestDays },
    },
    ...reminderDaysBefore.map((days, at): Found => {
      const path = `reminderDaysBefore.${at}`;
      if (days >= answerDays)
        return { path, code: 'reminder_after_deadline', params: { answerDays } };
      return reminderDaysBefore.indexOf(days) < at && { path, code: 'reminder_twice' };
    }),
    complaint.acknowledgeDays > complaint.answerDays && {
      path: 'complaint.acknowledgeDays',
      code: 'complaint_order',
      params: { answerDays: complaint.answerDays },
    },
    beyond('submitted', checkingDays),
    beyond('checking', checkingDays),
    beyond('committee', replyLatestDays),
  ];
  return [...rangeIssues(settings), ...found.filter((one) => one !== false)];
}
