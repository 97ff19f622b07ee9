import type { RequestKind } from '../../../contracts/vocabulary';
import type { EventType } from '../policy/events.policy';
import { contactOutcomes } from './content-types';
import type { ContactOutcome } from './content-types';
import { satisfactionPolicy } from './satisfaction.policy';

const known = (outcome: string | null): ContactOutcome | null =>
  contactOutcomes.find((one) => one === outcome) ?? null;

/** Events after which nothing more comes, whatever was asked for. */
const endings: Readonly<Partial<Record<EventType, ContactOutcome>>> = {
  'request.completed': 'completed',
  // Who gave up on us, and who never answered us, have seen the service too.
  'request.withdrawn': 'withdrawn',
  'request.expired': 'expired',
};

/**
 * With what outcome an event ends the matter for the applicant, who is then invited: whoever was served, was
 * refused, gave up, or only asked (O6c). Null: the matter goes on. What an accepted applicant for assistance has to
 * judge is the service, so they are invited when it is complete.
 */
export function outcomeToEvaluate(
  event: EventType,
  kind: RequestKind,
  replied: string | null,
): ContactOutcome | null {
  const ending = endings[event];
  if (ending) return ending;
  if (event !== 'request.replied' || (replied === 'accepted' && kind === 'assistance')) return null;
  return known(replied);
}

const day = 86_400_000;

export const daysLater = (at: Date, days: number): Date => new Date(at.getTime() + days * day);

/** Whether a person who was invited at these times may be asked again: evaluation must not tire people. */
export function mayBeInvited(earlier: readonly Date[], now: Date): boolean {
  const { invitationGapDays, invitationsPerYear } = satisfactionPolicy;
  const within = (days: number) =>
    earlier.filter((at) => now.getTime() - at.getTime() < days * day).length;
  return within(invitationGapDays) === 0 && within(365) < invitationsPerYear;
}
