import type {
  ChannelSlug,
  ContactChannel,
  DecisionOutcome,
  DeclarationWay,
  IdentityType,
  Locale,
  RequestKind,
  RequestStatus,
} from '../../../contracts/vocabulary';
import type { Answers } from '../../../contracts/website';
import type { Bilingual } from '../kernel/bilingual';
import type {
  DocumentDefinition,
  FieldDefinition,
  ServiceDefinition,
} from '../services/form.types';
import type { Workflow } from '../services/workflow.service';
import type { ReplyClock, ReplyClockSettings } from './clock.rules';

/** What the association asked at the time of submission; a running request keeps it. */
export interface FrozenForm {
  service: {
    slug: string;
    name: Bilingual;
    needsStudy: boolean;
    needsCommittee: boolean;
    needsEnrolment: boolean;
  } | null;
  fields: FieldDefinition[];
  documents: DocumentDefinition[];
  /** whether a signed declaration is asked for (S4) */
  declares: boolean;
  /** what the officer finds in order beside the answers and papers (S2) */
  checklist: ServiceDefinition['checklist'];
  /** what the social study asks beside what every study asks (S3) */
  study: FieldDefinition[];
}

/** What the applicant was asked for. */
export interface Owed {
  note: string;
  items: { kind: 'document' | 'field' | 'declaration' | 'text'; key: string }[];
}

/** A row of `crm_requests`. */
export interface RequestRow {
  id: string;
  reference: string;
  access_code_hash: string | null;
  kind: RequestKind;
  status: RequestStatus;
  version: number;
  channel: ChannelSlug;
  branch: string | null;
  locale: Locale;
  service_slug: string | null;
  form: FrozenForm;
  applicant_name: string;
  applicant_phone: string;
  applicant_email: string | null;
  applicant_city: string | null;
  preferred_channel: ContactChannel | null;
  id_type: IdentityType | null;
  id_sealed: string | null;
  id_index: string | null;
  id_last3: string | null;
  answers_sealed: string;
  answers_hash: string;
  message_sealed: string | null;
  consent_version: string;
  consented_at: Date;
  promise_told: boolean;
  /** dates as ISO text; read with `readClock` */
  clock: Readonly<Record<keyof ReplyClock, string | number | null>>;
  clock_settings: ReplyClockSettings;
  /** the association's settings as they were when the request began */
  workflow: Workflow;
  due_earliest: Date;
  due_latest: Date;
  /** when the time that the step allows runs out; null when no clock runs */
  step_due_at: Date | null;
  paused: boolean;
  /** the reply of the decision in force has gone out */
  replied: boolean;
  assignee_id: number | null;
  stage: number;
  first_handler_id: number | null;
  /** who is complained about, when it is one of the staff */
  about_staff_id: number | null;
  /** the draft that an inquiry has led to */
  faq_id: string | null;
  resume_to: RequestStatus | null;
  owed: Owed | null;
  owed_since: Date | null;
  owed_deadline: Date | null;
  /** of what is owed now */
  reminders_sent: number;
  reminded_at: Date | null;
  parent_id: string | null;
  duplicate_of: string | null;
  beneficiary_id: string | null;
  /** during which it was opened at the desk */
  visit_id: string | null;
  /** how often the service was recorded as delivered */
  deliveries: number;
  submitted_at: Date;
  updated_at: Date;
  ended_at: Date | null;
}

/** A row of `crm_decisions`. */
export interface DecisionRow {
  id: string;
  request_id: string;
  outcome: DecisionOutcome | 'answered' | 'declined';
  reason: string;
  decided_by: number | null;
  item_id: string | null;
  /** the motion that was accepted: halalas, and conditions */
  amount: number | null;
  conditions: string | null;
  /** on the request that was appealed: the appeal whose answer this is */
  appeal_id: string | null;
  decided_at: Date;
  in_force: boolean;
  replied_at: Date | null;
  released_early_by: number | null;
  released_early_reason: string | null;
}

export interface DeclarationRow {
  id: string;
  request_id: string;
  version: string;
  text_hash: string;
  answers_hash: string;
  signer: string;
  way: DeclarationWay;
  witnessed_by: number | null;
  /** of a signature drawn on screen */
  strokes_sealed: string | null;
  code_id: string | null;
  signed_at: Date;
}

export interface ReferralRow {
  id: string;
  request_id: string;
  question: string;
  asked_by: number;
  asked_at: Date;
  answer: string | null;
  answered_by: number | null;
  answered_at: Date | null;
  /** the study that answers it: written for it, or confirmed */
  study_id: string | null;
}

export interface CheckRow {
  request_id: string;
  key: string;
  state: 'ok' | 'problem';
  note: string | null;
  checked_by: number;
  checked_at: Date;
}

export interface RequestDocumentRow {
  id: string;
  request_id: string;
  key: string;
  file_id: string;
  received_at: Date;
}

export type { Answers };
