/** The admin API under `/beneficiary-crm`: session and permission needed. */
import { z } from 'zod';
import { day, line, paragraph } from './common';
import { contactTimes, identityTypes, sightingWays, volunteerSkills, weekdays } from './vocabulary';
import type {
  AgendaItemStatus,
  ChannelSlug,
  ContactTime,
  DecisionOutcome,
  FieldType,
  IdentityState,
  IdentityType,
  Locale,
  MessageStatus,
  RequestAction,
  RequestKind,
  RequestStatus,
  TemplateKey,
  Transport,
  VolunteerSkill,
  Weekday,
} from './vocabulary';
import { judgeDocumentBody } from './checking';
import type { AskingView, CheckView, ComparisonView, PaperView } from './checking';
import { deliveryBodies } from './delivery';
import type { RequestMatchView } from './duplicates';
import type { StepView } from './stalled';
import { signDeclarationBody } from './receiving';
import type { PromiseView } from './queue';
import { confirmStudyBody, writeStudyBody } from './study';
import type { StudyView } from './study';
import type { Figure } from './website';

export { queueQuery, queueViews } from './queue';
export type { PromiseView, Queue, QueueQuery, QueueRow, QueueView } from './queue';

// ── one request ────────────────────────────────────────────────────────────

export interface AllowedAction {
  action: RequestAction;
  /** the one next step; shown as the page's main button */
  primary: boolean;
  allowed: boolean;
  /** why not, in the asked language; empty when allowed */
  refusals: { code: string; message: string }[];
}

export interface RelatedRequest {
  id: string;
  reference: string;
  status: RequestStatus;
}

/** GET /requests/:id */
export interface RequestDetail {
  id: string;
  /** send back as `expectedVersion`; 409 when someone was faster */
  version: number;
  reference: string;
  kind: RequestKind;
  status: RequestStatus;
  channel: ChannelSlug;
  /** the applicant's language: papers are written in it */
  locale: Locale;
  submittedAt: string;
  assigneeName: string | null;
  branch: string | null;
  message: string | null;
  applicant: {
    name: string;
    phone: string;
    email: string | null;
    city: string | null;
    preferredChannel: string | null;
    idType: IdentityType | null;
    /** last digits only */
    idMasked: string | null;
    fileNumber: string | null;
    /** the file that the request belongs to, as far as the reader may know it */
    fileId: string | null;
  };
  /** in the applicant's language: what is written to them names the service so */
  writtenTo: { locale: Locale; service: string };
  /** files that the request may belong to */
  matches: RequestMatchView[];
  service: {
    slug: string;
    name: string;
    needsStudy: boolean;
    needsCommittee: boolean;
    needsEnrolment: boolean;
  } | null;
  answers: { key: string; label: string; type: FieldType; shown: string }[];
  documents: PaperView[];
  /** S2: one row for each answer, paper and point of the service's own to be checked */
  checklist: CheckView[];
  /** what may be asked of the applicant, and what of it the check misses */
  asking: AskingView;
  /** the applicant's data beside those of the file it belongs to, or may belong to */
  comparison: ComparisonView[];
  declaration: {
    state: 'stands' | 'broken' | 'missing' | 'not_needed';
    version: string | null;
    signer: string | null;
    way: string | null;
    signedAt: string | null;
  };
  promise: PromiseView | null;
  /** how it stands in its step; null when no clock runs */
  step: StepView | null;
  owed: {
    note: string;
    since: string;
    deadline: string;
    items: { key: string; label: string }[];
  } | null;
  referrals: {
    id: string;
    question: string;
    askedBy: string;
    askedAt: string;
    answer: string | null;
    answeredBy: string | null;
    answeredAt: string | null;
  }[];
  study: StudyView | null;
  committee: { sessionId: string; itemId: string; status: AgendaItemStatus } | null;
  decision: {
    outcome: DecisionOutcome;
    reason: string;
    /** the motion that was accepted: halalas, and conditions */
    amount: number | null;
    conditions: string | null;
    decidedAt: string;
    repliedAt: string | null;
    releasedEarly: boolean;
    appealUntil: string | null;
  } | null;
  /** decisions that are no longer in force, the last first */
  earlierDecisions: {
    outcome: DecisionOutcome | 'answered' | 'declined';
    reason: string;
    decidedAt: string;
    repliedAt: string | null;
  }[];
  /** the appeal against this request's decision */
  appeal: RelatedRequest | null;
  /** of an appeal: the request that it is about */
  appealed: RelatedRequest | null;
  /** the answer to an inquiry, complaint or suggestion */
  answer: { text: string; by: string; at: string } | null;
  /** the request in which this one is followed, and those that are followed in this one */
  duplicateOf: { id: string; reference: string } | null;
  duplicates: { id: string; reference: string; submittedAt: string }[];
  /** of a complaint: who may not deal with it, and who dealt with its first stage */
  complaint: {
    stage: number;
    about: { id: number; name: string } | null;
    first: string | null;
  } | null;
  screening: {
    skills: VolunteerSkill[];
    days: Weekday[];
    times: ContactTime[];
    identitySeen: boolean;
    guardianAgreed: boolean | null;
    notes: string;
    suitable: boolean;
    by: string;
    at: string;
  } | null;
  /** what an inquiry, a complaint or a suggestion has led to */
  led: { faq: boolean; improvement: string | null };
  enrolment: { fileNumber: string; enrolledAt: string; identityState: IdentityState } | null;
  deliveries: {
    id: string;
    /** against an allocation, with which it is shown; see GET /requests/:id/service */
    allocated: boolean;
    what: string;
    amount: number | null;
    deliveredOn: string;
    receivedBy: string;
    acknowledgement: string;
    recordedBy: string;
  }[];
  messages: {
    id: string;
    template: TemplateKey;
    transport: Transport;
    status: MessageStatus;
    at: string;
    /** when a person brought it, where no transport did */
    handedOverAt: string | null;
    /** POST /requests/:id/messages/:message/hand-over: the reader may say that it was brought */
    mayHandOver: boolean;
  }[];
  timeline: {
    seq: number;
    at: string;
    event: string;
    text: string;
    actor: string;
    detail: string | null;
  }[];
  actions: AllowedAction[];
}

const versioned = { expectedVersion: z.number().int().min(1) };

/** Body of `POST /requests/:id/actions/:action`, by action; those not named here take the version alone. */
export const actionBodies = {
  check_item: z.strictObject({
    ...versioned,
    key: line(80),
    state: z.enum(['ok', 'problem']),
    note: paragraph(1_000, 0).optional(),
  }),
  judge_document: judgeDocumentBody,
  sign_declaration: signDeclarationBody,
  ask_applicant: z.strictObject({
    ...versioned,
    note: paragraph(2_000, 3),
    items: z
      .array(
        z.strictObject({
          kind: z.enum(['document', 'field', 'declaration', 'text']),
          key: line(80),
        }),
      )
      .min(1)
      .max(30),
  }),
  respond: z.strictObject({ ...versioned, message: paragraph(5_000, 1) }),
  refer_to_research: z.strictObject({ ...versioned, question: paragraph(2_000, 3) }),
  return_to_research: z.strictObject({ ...versioned, question: paragraph(2_000, 3) }),
  write_study: writeStudyBody,
  confirm_study: confirmStudyBody,
  answer_research: z.strictObject({ ...versioned, answer: paragraph(3_000, 3) }),
  accept_directly: z.strictObject({ ...versioned, reason: paragraph(3_000, 10) }),
  reject_directly: z.strictObject({ ...versioned, reason: paragraph(3_000, 10) }),
  release_early: z.strictObject({ ...versioned, reason: paragraph(1_000, 10) }),
  enrol: z.strictObject({
    ...versioned,
    identityType: z.enum(identityTypes),
    /** needed when the request came without one */
    identityNumber: line(40).optional(),
    identityExpiresOn: day.optional(),
    sightedHow: z.enum(sightingWays),
    note: paragraph(1_000, 0).optional(),
  }),
  start_delivery: z.strictObject({ ...versioned, plan: paragraph(2_000, 3) }),
  allocate: deliveryBodies.allocate.extend(versioned),
  approve_allocation: deliveryBodies.approve_allocation.extend(versioned),
  refuse_allocation: deliveryBodies.refuse_allocation.extend(versioned),
  end_allocation: deliveryBodies.end_allocation.extend(versioned),
  record_delivery: deliveryBodies.record_delivery.extend(versioned),
  return_delivery: deliveryBodies.return_delivery.extend(versioned),
  correct_delivery: deliveryBodies.correct_delivery.extend(versioned),
  withdraw: z.strictObject({ ...versioned, reason: paragraph(1_000, 0).optional() }),
  mark_duplicate: z.strictObject({ ...versioned, of: line(40) }),
  unmark_duplicate: z.strictObject({ ...versioned, reason: paragraph(1_000, 3) }),
  /** the question and the answer without anything of the person who asked */
  offer_faq: z.strictObject({ ...versioned, question: line(300, 5), answer: paragraph(5_000, 10) }),
  start_improvement: z.strictObject({ ...versioned, title: line(200, 5) }),
  /** null: nobody of the staff, or not this one after all */
  name_staff: z.strictObject({ ...versioned, staffId: z.number().int().positive().nullable() }),
  screen: z.strictObject({
    ...versioned,
    skills: z.array(z.enum(volunteerSkills)).min(1).max(volunteerSkills.length),
    days: z.array(z.enum(weekdays)).min(1).max(weekdays.length),
    times: z.array(z.enum(contactTimes)).min(1).max(contactTimes.length),
    identitySeen: z.boolean(),
    /** asked for where the volunteer is under eighteen */
    guardianAgreed: z.boolean().optional(),
    notes: paragraph(3_000, 3),
    suitable: z.boolean(),
  }),
  answer: z.strictObject({ ...versioned, answer: paragraph(5_000, 3) }),
  reopen: z.strictObject({ ...versioned, reason: paragraph(1_000, 3) }),
  escalate: z.strictObject({ ...versioned, reason: paragraph(1_000, 3) }),
  decline_volunteer: z.strictObject({ ...versioned, reason: paragraph(2_000, 3) }),
} as const;
export const plainActionBody = z.strictObject(versioned);
export type ActionBodies = { [A in keyof typeof actionBodies]: z.output<(typeof actionBodies)[A]> };

// ── figures ────────────────────────────────────────────────────────────────

export type { SatisfactionFigures, OperationsFigures } from './satisfaction';

/** GET /home: the figures of the home-page widgets, each null when the person may not see it */
export interface HomeFigures {
  mine: number | null;
  overdue: number | null;
  unassigned: number | null;
  /** requests that have been in their step for longer than it allows */
  stalled: number | null;
  /** notices that the person has not read */
  notices: number | null;
  needsMyVote: number | null;
  failedMessages: number | null;
  /** of today, and nobody serves them yet */
  visitorsWaiting: number | null;
  /** answers to questions of the desk that the visitor does not have yet */
  answersToTell: number | null;
  questionsWaiting: number | null;
  /** referrals that social research has not answered, and studies that the reader has begun */
  research: { referrals: number; drafts: number } | null;
  /** files that hold what has expired or soon will */
  expiring: number | null;
  csat: Figure | null;
  /** comments that are not cleared of names yet, and the Sunday of the oldest one's week */
  comments: { waiting: number; oldest: string | null } | null;
  /** improvement actions under way, all for who reads the figures, otherwise one's own */
  improvements: { open: number; late: number; unowned: number } | null;
}

/** What waits for someone to hand it over; of those, what failed on its way; everything. */
export const messageViews = ['waiting', 'failed', 'all'] as const;
export type MessageView = (typeof messageViews)[number];

/** GET /messages */
export const messagesQuery = z.strictObject({
  view: z.enum(messageViews).default('all'),
  status: z.string().max(40).optional(),
  page: z.coerce.number().int().min(1).default(1),
  pageSize: z.coerce.number().int().min(1).max(100).default(20),
  locale: z.enum(['ar', 'en']).default('ar'),
});
export interface MessageRow {
  id: string;
  template: TemplateKey;
  transport: Transport;
  status: MessageStatus;
  /** masked */
  to: string;
  reference: string | null;
  at: string;
  /** when its text was first opened by the person who hands it over */
  handedOverAt: string | null;
}
export interface MessageList {
  rows: MessageRow[];
  total: number;
  /** false: no transport is configured, messages are kept here to be handed over */
  transportConfigured: boolean;
}
/** GET /messages/:id: the text, for whoever must hand a kept message over */
export interface MessageDetail extends MessageRow {
  subject: string;
  body: string;
}
