import { stepStatuses, workflowRanges } from '../../../contracts/workflow';
import type { WorkflowSettings } from '../../../server/src/policy/workflow.policy';

/** The numbers of the page by their paths, as they stand in what is sent and in what is refused. */
const simple = [
  'replyEarliestDays',
  'replyLatestDays',
  'checkingDays',
  'otherKindsLatestDays',
  'closeAnsweredDays',
  'answerDays',
  'appealDays',
] as const satisfies readonly (keyof WorkflowSettings)[];
const complaint = ['acknowledgeDays', 'answerDays', 'secondStageDays'] as const;

/** A panel of the page: its numbers, and the clause of the policy behind each. */
interface Group {
  name: string;
  numbers: readonly { path: string; clause: string }[];
}

const of = (clause: string, ...paths: string[]) => paths.map((path) => ({ path, clause }));

export const groups = {
  reply: {
    name: 'reply',
    numbers: [...of('S5', 'replyEarliestDays', 'replyLatestDays'), ...of('S2', 'checkingDays')],
  },
  others: {
    name: 'others',
    numbers: [...of('O3', 'otherKindsLatestDays'), ...of('G1', 'closeAnsweredDays')],
  },
  asking: { name: 'asking', numbers: of('S2', 'answerDays') },
  appeal: { name: 'appeal', numbers: of('S5', 'appealDays') },
  complaint: {
    name: 'complaint',
    numbers: of('O6e', ...complaint.map((name) => `complaint.${name}`)),
  },
  steps: { name: 'steps', numbers: of('G1', ...stepStatuses.map((step) => `stepDays.${step}`)) },
} as const satisfies Record<string, Group>;

/** Steps may go without a limit. */
export const isStep = (path: string) => path.startsWith('stepDays.');
/** Counted in days of work, not of the calendar. */
export const inWorkingDays = (path: string) => isStep(path) || path.startsWith('complaint.');

/** The name of a setting among the messages; steps are named as their status is. */
export const wordOf = (path: string) => path.replace('.', '-');

export const rangeOf = (path: string) =>
  workflowRanges[path.split('.')[0] as keyof typeof workflowRanges];

/** Every number of the settings by its path, as it is typed; empty where there is no limit. */
export const typedNumbers = (settings: WorkflowSettings): Record<string, string> => ({
  ...Object.fromEntries(simple.map((name) => [name, String(settings[name])])),
  ...Object.fromEntries(
    complaint.map((name) => [`complaint.${name}`, String(settings.complaint[name])]),
  ),
  ...Object.fromEntries(
    stepStatuses.map((step) => [`stepDays.${step}`, String(settings.stepDays[step] ?? '')]),
  ),
});

/** The settings with these numbers; a step without a number has no limit. */
export const withNumbers = (
  settings: WorkflowSettings,
  numbers: ReadonlyMap<string, number>,
): WorkflowSettings => {
  const within = (head: string, names: readonly string[]) =>
    Object.fromEntries(
      names.flatMap((name) => {
        const days = numbers.get(`${head}.${name}`);
        return days === undefined ? [] : [[name, days]];
      }),
    );
  return {
    ...settings,
    ...Object.fromEntries(simple.map((name) => [name, numbers.get(name)])),
    complaint: { ...settings.complaint, ...within('complaint', complaint) },
    stepDays: within('stepDays', stepStatuses),
  };
};
