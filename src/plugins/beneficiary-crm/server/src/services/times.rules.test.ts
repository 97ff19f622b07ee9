import { workflowPolicy } from '../policy/workflow.policy';
import { ownTimes, timesFault, withOwnTimes } from './times.rules';

const everything = { needsStudy: true, needsCommittee: true, needsEnrolment: true };
const nothing = { needsStudy: false, needsCommittee: false, needsEnrolment: false };

describe('a service’s own times', () => {
  it('stand in for the association’s where there are any', () => {
    const row = { checkingDays: 3, appealDays: null, studyStepDays: 12, deliveryStepDays: 60 };
    expect(withOwnTimes(workflowPolicy, ownTimes(row))).toEqual({
      ...workflowPolicy,
      checkingDays: 3,
      stepDays: { ...workflowPolicy.stepDays, social_research: 12, in_delivery: 60 },
    });
  });

  it('change nothing where there are none', () => {
    expect(withOwnTimes(workflowPolicy, ownTimes({}))).toEqual(workflowPolicy);
  });

  it('may be published when a request can keep them', () => {
    expect(timesFault(nothing)).toBeNull();
    expect(timesFault({ ...everything, studyStepDays: 10, enrolmentStepDays: 5 })).toBeNull();
    expect(timesFault({ ...nothing, checkStepDays: 9, appealDays: 45 })).toBeNull();
  });

  it.each([
    ['days_range', { ...everything, appealDays: 3 }],
    ['days_range', { ...everything, deliveryStepDays: 181 }],
    ['study_time_unused', { ...nothing, studyStepDays: 5 }],
    ['committee_time_unused', { ...nothing, committeeStepDays: 5 }],
    ['enrolment_time_unused', { ...nothing, enrolmentStepDays: 5 }],
    ['check_beyond_promise', { ...nothing, checkingDays: 4, checkStepDays: 5 }],
  ])('are refused: %s', (code, service) => {
    expect(timesFault(service)?.code).toBe(code);
  });
});
