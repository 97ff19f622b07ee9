import type { RequestStatus } from '../../../contracts/vocabulary';

/** Whether a one-time link still opens what was asked. */
export type LinkState = 'open' | 'used' | 'expired';

export interface LinkFacts {
  /** the asking that the link belongs to */
  askedAt: Date;
  usedAt: Date | null;
  /** the request as it is now */
  status: RequestStatus;
  owedSince: Date | null;
  deadline: Date | null;
}

/** A link dies with its asking: when it was used, at the deadline, and as soon as the request moved on. */
export function linkState(link: LinkFacts, now: Date): LinkState {
  if (link.usedAt !== null) return 'used';
  const standing =
    link.status === 'awaiting_applicant' &&
    link.owedSince?.getTime() === link.askedAt.getTime() &&
    link.deadline !== null &&
    now.getTime() < link.deadline.getTime();
  return standing ? 'open' : 'expired';
}
