import type { RequestKind } from '../../../contracts/vocabulary';
import type { PromiseDays } from '../../../contracts/website';
import type { WorkflowSettings } from '../policy/workflow.policy';

/**
 * Days after submission between which a reply is promised (S5). The check before the committee is
 * part of the latest date; what no committee decides has no earliest one.
 */
export function promiseDays(
  request: { kind: RequestKind; needsCommittee: boolean },
  policy: WorkflowSettings,
): PromiseDays {
  return request.needsCommittee || request.kind === 'appeal'
    ? {
        earliestDays: policy.replyEarliestDays,
        latestDays: policy.checkingDays + policy.replyLatestDays,
      }
    : { earliestDays: 0, latestDays: policy.otherKindsLatestDays };
}
