import { workflowRanges } from '../../../contracts/workflow';
import type { StepStatus } from '../../../contracts/workflow';
import type { PublishingFault } from '../kernel/publishing';
import type { WorkflowSettings } from '../policy/workflow.policy';

/** Attributes of a service that limit a step, and the status whose days of work each one counts. */
export const ownSteps = {
  checkStepDays: 'checking',
  studyStepDays: 'social_research',
  committeeStepDays: 'committee',
  enrolmentStepDays: 'accepted',
  deliveryStepDays: 'in_delivery',
} as const satisfies Record<string, StepStatus>;
type OwnStep = keyof typeof ownSteps;
const steps = Object.keys(ownSteps) as OwnStep[];

/** As the editors of a service write them; nothing: the association's own. */
export type OwnTimesRow = Readonly<
  Partial<Record<OwnStep | 'checkingDays' | 'appealDays', number | null>>
>;

/** Where a service differs from the association's settings. */
export type OwnTimes = Partial<Pick<WorkflowSettings, 'checkingDays' | 'appealDays'>> &
  Pick<WorkflowSettings, 'stepDays'>;

const range = (name: keyof OwnTimesRow) =>
  name === 'checkingDays' || name === 'appealDays' ? workflowRanges[name] : workflowRanges.stepDays;
const names: readonly (keyof OwnTimesRow)[] = ['checkingDays', 'appealDays', ...steps];

/** One and the same in every language. */
export const ownTimesAttributes = Object.fromEntries(
  names.map((name) => [
    name,
    { type: 'integer', min: range(name).least, max: range(name).greatest },
  ]),
);

export function ownTimes(row: OwnTimesRow): OwnTimes {
  const { checkingDays, appealDays } = row;
  return {
    ...(checkingDays == null ? {} : { checkingDays }),
    ...(appealDays == null ? {} : { appealDays }),
    stepDays: Object.fromEntries(
      steps.flatMap((name) => (row[name] == null ? [] : [[ownSteps[name], row[name]]])),
    ),
  };
}

/** The settings for a request of a service: the service's own times, the association's elsewhere. */
export const withOwnTimes = <Settings extends WorkflowSettings>(
  settings: Settings,
  { stepDays, ...own }: OwnTimes,
): Settings => ({ ...settings, ...own, stepDays: { ...settings.stepDays, ...stepDays } });

/** A service as its editors have written it, as far as its times go. */
export interface TimedService extends OwnTimesRow {
  needsStudy: boolean;
  needsCommittee: boolean;
  needsEnrolment: boolean;
}

/** A time that cannot be kept, or that no request of the service would ever use. */
export function timesFault(service: TimedService): PublishingFault | null {
  const outside = names.find((name) => {
    const days = service[name];
    return days != null && (days < range(name).least || days > range(name).greatest);
  });
  if (outside) {
    const { least, greatest } = range(outside);
    return { code: 'days_range', params: { least: String(least), greatest: String(greatest) } };
  }
  if (service.studyStepDays != null && !service.needsStudy) return { code: 'study_time_unused' };
  if (service.committeeStepDays != null && !service.needsCommittee)
    return { code: 'committee_time_unused' };
  if (service.enrolmentStepDays != null && !service.needsEnrolment)
    return { code: 'enrolment_time_unused' };
  const { checkStepDays, checkingDays } = service;
  return checkStepDays != null && checkingDays != null && checkStepDays > checkingDays
    ? { code: 'check_beyond_promise' }
    : null;
}
