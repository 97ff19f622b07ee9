/**
 * The closed lists of the product: one name per thing, in code, in the database and on the wire.
 * Their words for people stand in `words/ar.json` and `words/en.json` under the same names.
 */

export const locales = ['ar', 'en'] as const;
export type Locale = (typeof locales)[number];

export const requestKinds = [
  'assistance',
  'inquiry',
  'complaint',
  'suggestion',
  'volunteering',
  'appeal',
] as const;
export type RequestKind = (typeof requestKinds)[number];

export const requestStatuses = [
  'draft',
  'submitted',
  'checking',
  'awaiting_applicant',
  'social_research',
  'committee',
  'accepted',
  'rejected',
  'deferred',
  'enrolled',
  'in_delivery',
  'completed',
  'withdrawn',
  'expired',
  'duplicate',
  'in_progress',
  'answered',
  'closed',
  'screening',
  'declined',
] as const;
export type RequestStatus = (typeof requestStatuses)[number];

/** Ways by which people reach the association: C1–C8 of the policy. */
export const channelSlugs = [
  'interview',
  'phone',
  'social',
  'letter',
  'assistance',
  'volunteering',
  'website',
  'delegate',
] as const;
export type ChannelSlug = (typeof channelSlugs)[number];

/** How an applicant wishes to be answered. */
export const contactChannels = [
  'email',
  'phone',
  'sms',
  'whatsapp',
  'letter',
  'interview',
  'delegate',
] as const;
export type ContactChannel = (typeof contactChannels)[number];

export const identityTypes = ['national_id', 'iqama', 'other'] as const;
export type IdentityType = (typeof identityTypes)[number];

/** How the identity behind a beneficiary's file stands. */
export const identityStates = [
  'pending',
  'valid',
  'needs_investigation',
  'invalid',
  'expired',
] as const;
export type IdentityState = (typeof identityStates)[number];

export const fieldTypes = [
  'text',
  'textarea',
  'number',
  'money',
  'date',
  'choice',
  'yes_no',
  'iban',
  'phone',
] as const;
export type FieldType = (typeof fieldTypes)[number];

export const roles = [
  'content_editor',
  'relations_officer',
  'researcher',
  'committee_member',
  'delegate',
  'delivery_officer',
  'quality_officer',
  'executive_director',
  'data_protection_officer',
] as const;
export type Role = (typeof roles)[number];

export const seats = ['chair', 'deputy', 'secretary', 'member', 'observer'] as const;
export type Seat = (typeof seats)[number];

export const ballotChoices = ['accept', 'reject', 'defer', 'abstain'] as const;
export type BallotChoice = (typeof ballotChoices)[number];

export const decisionOutcomes = ['accepted', 'rejected', 'deferred'] as const;
export type DecisionOutcome = (typeof decisionOutcomes)[number];

export const attendanceStates = ['present', 'left', 'absent'] as const;
export type AttendanceState = (typeof attendanceStates)[number];

export const agendaItemStatuses = [
  'pending',
  'open',
  'closed',
  'decided',
  'no_quorum',
  'void',
] as const;
export type AgendaItemStatus = (typeof agendaItemStatuses)[number];

/** GOV.UK Notify's closed list of message states, and `kept`: no transport is configured. */
export const messageStatuses = [
  'created',
  'kept',
  'sending',
  'sent',
  'delivered',
  'temporary_failure',
  'permanent_failure',
  'unknown',
] as const;
export type MessageStatus = (typeof messageStatuses)[number];

/** Ways by which the association itself sends. */
export const transports = ['email', 'sms'] as const;
export type Transport = (typeof transports)[number];

/** What people are told: the keys of the message templates that the product fills in. */
export const templateKeys = [
  'received',
  'received_for_answer',
  'asked_for_more',
  'research_question_answered',
  'referred_to_committee',
  'reply_accepted',
  'reply_rejected',
  'reply_deferred',
  'enrolled',
  'delivered',
  'evaluation_invitation',
  'closed_answered',
  'withdrawn',
  'expired_reminder',
  'expired',
] as const;
export type TemplateKey = (typeof templateKeys)[number];

/** Everything that may be done to a request; each is a row of the transition table. */
export const requestActions = [
  'submit',
  'start_check',
  'check_item',
  'sign_declaration',
  'ask_applicant',
  'respond',
  'refer_to_research',
  'write_study',
  'answer_research',
  'refer_to_committee',
  'accept_directly',
  'reject_directly',
  'decide',
  'release_early',
  'send_reply',
  'return_to_research',
  'enrol',
  'start_delivery',
  'record_delivery',
  'complete',
  'withdraw',
  'expire',
  'mark_duplicate',
  'start',
  'answer',
  'reopen',
  'escalate',
  'close',
  'start_screening',
  'decline_volunteer',
  'refer_to_panel',
] as const;
export type RequestAction = (typeof requestActions)[number];
