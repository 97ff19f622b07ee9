import type { FileStatus } from '../../../contracts/vocabulary';

/** What may happen to a person whose file stands so. */
export interface Standing {
  /** a request may be opened on this person's behalf */
  mayRequest: boolean;
  mayEnrol: boolean;
  mayReceiveService: boolean;
  /** the product itself writes to this person */
  mayBeContacted: boolean;
  /** is reached without asking for it */
  mayBeOffered: boolean;
  /** nobody is hidden from who looks for them */
  foundInSearch: boolean;
}

/** Steps that a file's standing may forbid. */
export const standingSteps = ['request', 'enrol', 'receive_service', 'contact', 'offer'] as const;
export type StandingStep = (typeof standingSteps)[number];

const standings: Readonly<Record<FileStatus, Standing>> = {
  active: {
    mayRequest: true,
    mayEnrol: true,
    mayReceiveService: true,
    mayBeContacted: true,
    mayBeOffered: true,
    foundInSearch: true,
  },
  // Asking is everybody's right; what is asked waits until the file is active again.
  paused: {
    mayRequest: true,
    mayEnrol: false,
    mayReceiveService: false,
    mayBeContacted: true,
    mayBeOffered: false,
    foundInSearch: true,
  },
  archived: {
    mayRequest: false,
    mayEnrol: false,
    mayReceiveService: false,
    mayBeContacted: true,
    mayBeOffered: false,
    foundInSearch: true,
  },
  // A message to someone who has died hurts the family: what there is to say, a person says.
  deceased: {
    mayRequest: false,
    mayEnrol: false,
    mayReceiveService: false,
    mayBeContacted: false,
    mayBeOffered: false,
    foundInSearch: true,
  },
};

export const standingOf = (status: FileStatus): Standing => standings[status];

const asked: Readonly<Record<StandingStep, keyof Standing>> = {
  request: 'mayRequest',
  enrol: 'mayEnrol',
  receive_service: 'mayReceiveService',
  contact: 'mayBeContacted',
  offer: 'mayBeOffered',
};

/** Whether the step is open to a person whose file stands so. */
export const mayTake = (status: FileStatus, step: StandingStep): boolean =>
  standings[status][asked[step]];

/** Reached without asking (G2): only who agreed to it, and whose file is active. */
export const inOutreach = (status: FileStatus, agreedToAwareness: boolean): boolean =>
  agreedToAwareness && mayTake(status, 'offer');

/** Names of the sentences that tell an officer what follows; `standing.<name>` in the message files. */
export function consequencesOf(status: FileStatus, headOfOthers: boolean): string[] {
  const closed = (['request', 'enrol', 'receive_service', 'contact', 'offer'] as const)
    .filter((step) => !mayTake(status, step))
    .map((step) => `no_${step}`);
  return status === 'deceased' && headOfOthers ? [...closed, 'head_to_replace'] : closed;
}

/** Why a file may not go from one status to another; null: it may. */
export function refusesStatus(
  from: FileStatus,
  to: FileStatus,
  consent: { serviceWithdrawn: boolean },
): 'same_status' | 'consent_withdrawn' | null {
  if (from === to) return 'same_status';
  // Who withdrew the consent that every service rests on is not taken up again without a new one.
  if (to === 'active' && consent.serviceWithdrawn) return 'consent_withdrawn';
  return null;
}
