/** The public API under `/api/crm`: what comes in (parsed) and what goes out (types). */
import { z } from 'zod';
import { line, paragraph } from './common';
import type { Effect } from './improvements';
import { channelSlugs, contactChannels, identityTypes, requestKinds } from './vocabulary';
import type {
  ChannelSlug,
  DecisionOutcome,
  FieldType,
  RequestKind,
  RequestStatus,
} from './vocabulary';

// ── what the association offers ────────────────────────────────────────────

export interface FormField {
  key: string;
  type: FieldType;
  label: string;
  hint: string | null;
  required: boolean;
  min: number | null;
  max: number | null;
  maxLength: number | null;
  options: { value: string; label: string }[];
  /** The question is asked only when an earlier answer equals this. */
  showIf: { field: string; equals: string } | null;
}

export interface DocumentRequirement {
  key: string;
  label: string;
  hint: string | null;
  required: boolean;
}

export interface VersionedText {
  version: string;
  text: string;
  /** The same in plain words, read before the formal text. */
  plain: string | null;
}

/** GET /services */
export interface ServiceSummary {
  slug: string;
  name: string;
  summary: string;
  category: string;
  needsStudy: boolean;
  needsCommittee: boolean;
}

/** Days after submission between which the association promises to reply. */
export interface PromiseDays {
  earliestDays: number;
  latestDays: number;
}

/** GET /forms/:kind */
export interface FormDefinition {
  kind: RequestKind;
  form: { fields: FormField[] };
  requiredDocuments: DocumentRequirement[];
  /** null where no signed declaration is asked for (an inquiry, say). */
  declaration: VersionedText | null;
  consent: VersionedText;
  promise: PromiseDays;
}

/** GET /services/:slug */
export interface ServiceDetail extends ServiceSummary, FormDefinition {
  whoFor: string;
  whatYouGet: string;
  steps: string[];
  needsEnrolment: boolean;
}

/** GET /faqs?q=&topic= */
export interface FaqView {
  slug: string;
  topic: { slug: string; name: string } | null;
  question: string;
  answer: string;
  isMisconception: boolean;
}
export const faqQuery = z.strictObject({
  q: line(200, 0).optional(),
  topic: line(80, 0).optional(),
  locale: z.string().optional(),
});

/** GET /documents */
export interface PolicyDocumentView {
  slug: string;
  tool: 'T1' | 'T2' | 'T3' | null;
  title: string;
  summary: string;
  version: string;
  file: { url: string; name: string; size: number; mime: string } | null;
}

/** GET /channels */
export interface ChannelView {
  clause: string;
  slug: ChannelSlug;
  name: string;
  howTo: string;
  hours: string;
}
export interface BranchView {
  slug: string;
  name: string;
  place: string;
  phone: string;
  delegateName: string;
  delegateHours: string;
}
export interface ChannelsView {
  association: AssociationView;
  channels: ChannelView[];
  branches: BranchView[];
}
export interface AssociationView {
  name: string;
  shortName: string;
  sentence: string;
  about: string;
  address: string;
  phone: string;
  email: string;
  licenceNumber: string;
  workingHours: string;
}

// ── sending a request ──────────────────────────────────────────────────────

/** POST /uploads → a one-time token; the file is kept apart until a request claims it. */
export interface UploadReceipt {
  upload: string;
  name: string;
  size: number;
  mime: string;
  expiresAt: string;
}

export const answerValue = z.union([z.string().max(10_000), z.number(), z.boolean(), z.null()]);
export const answersBody = z.record(z.string().max(64), answerValue);
export type Answers = z.output<typeof answersBody>;

export const attachedDocument = z.strictObject({ key: line(64), upload: z.string().max(200) });
export const signedDeclaration = z.strictObject({ version: line(40), name: line(120, 3) });

export const applicantBody = z.strictObject({
  name: line(120, 3),
  idType: z.enum(identityTypes).optional(),
  idNumber: line(40).optional(),
  phone: line(40),
  email: line(200).optional(),
  city: line(80).optional(),
  preferredChannel: z.enum(contactChannels).optional(),
});

/** POST /requests, header `Idempotency-Key` */
export const submitBody = z.strictObject({
  kind: z.enum(requestKinds).exclude(['appeal']),
  service: line(80).optional(),
  applicant: applicantBody,
  answers: answersBody.default({}),
  documents: z.array(attachedDocument).max(20).default([]),
  declaration: signedDeclaration.optional(),
  consent: z.strictObject({ version: line(40) }),
  message: paragraph(5_000).optional(),
});
export type SubmitBody = z.output<typeof submitBody>;

export interface PromiseDates {
  /** ISO instants; the reply is not sent before `earliest` and is promised by `latest`. */
  earliest: string;
  latest: string;
}

export interface SubmitReceipt {
  reference: string;
  /** Shown once; stored hashed. */
  accessCode: string;
  status: RequestStatus;
  promise: PromiseDates;
  /** The receipt as PDF: POST { reference, accessCode } to `path`. */
  receipt: { method: 'POST'; path: string; name: string };
}

// ── following a request ────────────────────────────────────────────────────

const credentials = { reference: line(40), accessCode: line(40) };
/** POST /requests/track, /requests/receipt, /requests/letter */
export const credentialsBody = z.strictObject(credentials);

/** POST /requests/respond */
export const respondBody = z.strictObject({
  ...credentials,
  answers: answersBody.default({}),
  documents: z.array(attachedDocument).max(20).default([]),
  declaration: signedDeclaration.optional(),
  message: paragraph(5_000).optional(),
});
export type RespondBody = z.output<typeof respondBody>;

const answerToken = z.string().min(20).max(200);
/** POST /answers/open → what is asked, and nothing else of the request (`AnswerView`). Reading spends nothing. */
export const answerTokenBody = z.strictObject({ token: answerToken });
/** POST /answers: by the link of the message, once */
export const answerByLinkBody = z.strictObject({
  ...respondBody.omit({ reference: true, accessCode: true }).shape,
  token: answerToken,
});
export type AnswerByLinkBody = z.output<typeof answerByLinkBody>;

/** POST /requests/withdraw */
export const withdrawBody = z.strictObject({ ...credentials, reason: paragraph(1_000).optional() });
/** POST /requests/escalate: whom the answer to a complaint does not satisfy asks for another person */
export const escalateBody = z.strictObject({ ...credentials, reason: paragraph(1_000, 3) });
/** POST /requests/appeal → the receipt of a new request of kind `appeal` */
export const appealBody = z.strictObject({ ...credentials, message: paragraph(5_000, 10) });

export interface OwedItem {
  kind: 'document' | 'field' | 'declaration' | 'text';
  /** key of the document or field; `text` for a free answer */
  key: string;
  label: string;
  /** the question as the form asks it, when kind is `field` */
  field: FormField | null;
}

export type AnswerView = NonNullable<TrackView['owed']>;

export interface TrackView {
  reference: string;
  kind: RequestKind;
  service: { slug: string; name: string } | null;
  applicantName: string;
  status: RequestStatus;
  /** The status as a sentence for the applicant. */
  statusText: string;
  submittedAt: string;
  promise: (PromiseDates & { paused: boolean }) | null;
  /** What the association waits for; first thing on the page. */
  owed: {
    note: string;
    since: string;
    deadline: string;
    items: OwedItem[];
    declaration: VersionedText | null;
  } | null;
  timeline: { at: string; event: string; text: string }[];
  /** Present once the reply may go out. */
  reply: {
    outcome: DecisionOutcome | 'answered' | 'declined';
    text: string;
    reason: string;
    repliedAt: string;
    hasLetter: boolean;
  } | null;
  appeal: { until: string } | null;
  canWithdraw: boolean;
  /** a complaint that was answered, and not yet by a second person */
  canEscalate: boolean;
}

// ── evaluation ─────────────────────────────────────────────────────────────

export const evaluationTokenBody = z.strictObject({ token: z.string().min(20).max(200) });
export const evaluationAnswer = z.union([
  z.number().int().min(0).max(20),
  z.literal('not_applicable'),
  paragraph(2_000, 0),
]);
export const evaluationBody = z.strictObject({
  token: z.string().min(20).max(200),
  answers: z.record(z.string().max(64), evaluationAnswer),
});

export interface SurveyQuestion {
  key: string;
  /** five grades · how easy it was, 1 (not at all) … 7 (very) · recommending, 0 … 10 · one of `options` · words */
  type: 'satisfaction5' | 'ces' | 'nps' | 'choice' | 'comment';
  text: string;
  optional: boolean;
  /** of a choice; the code is what is answered */
  options: { code: number; label: string }[];
  /** asked only if the earlier question `key` was answered with one of `answers`; null: always */
  askedIf: { key: string; answers: number[] } | null;
}
/** POST /evaluations/open */
export interface SurveyView {
  slug: string;
  version: string;
  title: string;
  intro: string;
  serviceName: string | null;
  questions: SurveyQuestion[];
  /** 1 (not satisfied at all) … 5 (very satisfied), with words. */
  scale: { value: number; label: string }[];
  notApplicable: string;
}

// ── what the association publishes about satisfaction ──────────────────────

export interface Figure {
  key: string;
  label: string;
  definition: string;
  n: number;
  /** share 0…1, or null: no data, or withheld because n is below the threshold */
  value: number | null;
  low: number | null;
  high: number | null;
  withheld: boolean;
}
/** GET /satisfaction */
export interface PublicSatisfaction {
  period: { from: string; to: string };
  csat: Figure;
  questions: Figure[];
  responseRate: { invited: number; complete: number; value: number | null };
  improvements: {
    title: string;
    /** what people said; null for what was done before this was kept */
    said: string | null;
    /** what was done about it */
    result: string;
    doneOn: string;
    /** the figure before and since, once a period has ended in which it was done */
    effect: Effect | null;
  }[];
}

export const channelSlug = z.enum(channelSlugs);
