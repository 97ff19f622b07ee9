import { workflowPolicy } from '../policy/workflow.policy';
import { promiseDays } from './promise.rules';

it('promises a committee’s reply between two weeks and the check with thirty days (S5)', () => {
  expect(promiseDays({ kind: 'assistance', needsCommittee: true }, workflowPolicy)).toEqual({
    earliestDays: 14,
    latestDays: 37,
  });
  expect(promiseDays({ kind: 'appeal', needsCommittee: false }, workflowPolicy)).toEqual({
    earliestDays: 14,
    latestDays: 37,
  });
});

it('promises other replies from the first day', () => {
  expect(promiseDays({ kind: 'inquiry', needsCommittee: false }, workflowPolicy)).toEqual({
    earliestDays: 0,
    latestDays: 14,
  });
});
