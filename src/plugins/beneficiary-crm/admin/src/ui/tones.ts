import type {
  AgendaItemStatus,
  AppointmentState,
  DecisionOutcome,
  FileStatus,
  IdentityState,
  ImportState,
  MessageStatus,
  RequestStatus,
  VisitState,
} from '../../../contracts/vocabulary';

/** The colours that Strapi's badges know, by what they say to the reader. */
export type Tone = 'success' | 'danger' | 'warning' | 'secondary' | 'primary' | 'neutral';

const requestTones: Partial<Record<RequestStatus, Tone>> = {
  submitted: 'primary',
  checking: 'secondary',
  in_progress: 'secondary',
  screening: 'secondary',
  social_research: 'secondary',
  committee: 'secondary',
  awaiting_applicant: 'warning',
  deferred: 'warning',
  accepted: 'success',
  enrolled: 'success',
  in_delivery: 'success',
  completed: 'success',
  answered: 'success',
};
const itemTones: Partial<Record<AgendaItemStatus, Tone>> = {
  open: 'primary',
  decided: 'success',
  no_quorum: 'warning',
  closed: 'secondary',
};
const messageTones: Partial<Record<MessageStatus, Tone>> = {
  kept: 'warning',
  sent: 'success',
  delivered: 'success',
  temporary_failure: 'warning',
  permanent_failure: 'danger',
};

const appointmentTones: Record<AppointmentState, Tone> = {
  booked: 'primary',
  held: 'success',
  missed: 'warning',
  cancelled: 'neutral',
};

const identityTones: Record<IdentityState, Tone> = {
  pending: 'neutral',
  valid: 'success',
  needs_investigation: 'warning',
  invalid: 'danger',
  expired: 'warning',
};
const importTones: Partial<Record<ImportState, Tone>> = {
  mapping: 'warning',
  checked: 'warning',
  paused: 'warning',
  running: 'secondary',
  reading: 'secondary',
  checking: 'secondary',
  done: 'success',
  failed: 'danger',
};
const visitTones: Partial<Record<VisitState, Tone>> = {
  arrived: 'primary',
  being_served: 'secondary',
  served: 'success',
};

export const requestTone = (status: RequestStatus): Tone => requestTones[status] ?? 'neutral';
export const itemTone = (status: AgendaItemStatus): Tone => itemTones[status] ?? 'neutral';
export const outcomeTone = (outcome: DecisionOutcome | 'no_quorum'): Tone =>
  outcome === 'accepted' ? 'success' : outcome === 'rejected' ? 'danger' : 'warning';
export const messageTone = (status: MessageStatus): Tone => messageTones[status] ?? 'neutral';
export const fileTone = (status: FileStatus): Tone =>
  status === 'active' ? 'success' : status === 'paused' ? 'warning' : 'neutral';
export const appointmentTone = (state: AppointmentState): Tone => appointmentTones[state];
export const identityTone = (state: IdentityState): Tone => identityTones[state];
export const importTone = (state: ImportState): Tone => importTones[state] ?? 'neutral';
export const visitTone = (state: VisitState): Tone => visitTones[state] ?? 'neutral';
