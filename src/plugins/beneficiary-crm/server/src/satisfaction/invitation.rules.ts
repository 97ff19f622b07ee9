import type { RequestKind } from '../../../contracts/vocabulary';
import type { EventType } from '../policy/events.policy';
import { satisfactionPolicy } from './satisfaction.policy';

/**
 * With what outcome an event ends the matter for the applicant, who is then invited: whoever was served, was
 * refused, or only asked (O6c). Null: the matter goes on. What an accepted applicant for assistance has to
 * judge is the service, so they are invited when it is complete.
 */
export function outcomeToEvaluate(
  event: EventType,
  kind: RequestKind,
  replied: string | null,
): string | null {
  if (event === 'request.completed') return 'completed';
  if (event !== 'request.replied' || replied === null || replied === 'deferred') return null;
  return replied === 'accepted' && kind === 'assistance' ? null : replied;
}

const day = 86_400_000;

/** Whether a person who was invited at these times may be asked again: evaluation must not tire people. */
export function mayBeInvited(earlier: readonly Date[], now: Date): boolean {
  const { invitationGapDays, invitationsPerYear } = satisfactionPolicy;
  const within = (days: number) =>
    earlier.filter((at) => now.getTime() - at.getTime() < days * day).length;
  return within(invitationGapDays) === 0 && within(365) < invitationsPerYear;
}
