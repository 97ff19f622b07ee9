/** The registry in the admin API: people, families, their papers and consents. */
import { z } from 'zod';
import { day, line, paragraph } from './common';
import {
  authorityKinds,
  authorityProofs,
  consentPurposes,
  consentWays,
  contactChannels,
  contactKinds,
  contactTimes,
  entryPaths,
  fileStatuses,
  identityTypes,
  legalBases,
  personDocumentKinds,
  relationships,
  sexes,
  sightingWays,
} from './vocabulary';
import type {
  AppointmentKind,
  AppointmentState,
  AuthorityKind,
  AuthorityProof,
  ChannelSlug,
  ConsentPurpose,
  ConsentWay,
  ContactChannel,
  ContactKind,
  ContactTime,
  EntryPath,
  FileStatus,
  IdentityState,
  IdentityType,
  InteractionDirection,
  LegalBasis,
  MatchReason,
  PersonDocumentKind,
  Relationship,
  RequestKind,
  RequestStatus,
  Sex,
  SightingWay,
  VisitReason,
} from './vocabulary';

// ── the list ───────────────────────────────────────────────────────────────

export const fileSorts = ['newest', 'name'] as const;

/** GET /beneficiaries: no personal data in it; who looks for a person uses the search */
export const filesQuery = z.strictObject({
  status: z.enum(fileStatuses).optional(),
  category: line(80).optional(),
  branch: line(80).optional(),
  /** identity or paper that expires within the announced days, or has expired */
  expiring: z.enum(['yes']).optional(),
  sort: z.enum(fileSorts).default('newest'),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  pageSize: z.coerce.number().int().min(1).max(100).default(20),
  locale: z.enum(['ar', 'en']).default('ar'),
});
export type FilesQuery = z.output<typeof filesQuery>;

/** Enough to tell two namesakes apart; what is sensitive is masked. */
export interface PersonSummary {
  id: string;
  fileNumber: string;
  name: string;
  birthYear: number | null;
  city: string | null;
  branch: string | null;
  status: FileStatus;
  /** `•••••••008` */
  idMasked: string | null;
  idType: IdentityType | null;
  identityState: IdentityState | null;
  /** `05•••••567` */
  phoneMasked: string | null;
  /** name of the head, when that is someone else */
  householdHead: string | null;
  householdNumber: string | null;
  categories: { slug: string; name: string }[];
}
export interface FileList {
  rows: (PersonSummary & { openedAt: string; requests: number })[];
  total: number;
  page: number;
  pageSize: number;
}

/** GET /registry/choices: what the forms of the registry offer */
export interface RegistryChoices {
  categories: { slug: string; name: string }[];
  branches: { slug: string; name: string }[];
  /** the version of the privacy notice that is in force, and its text to be read aloud */
  notice: { version: string; text: string };
  /** days before an expiry at which it is announced */
  expiryDays: number;
}

// ── opening and changing a file ────────────────────────────────────────────

const contactPoint = z.strictObject({
  kind: z.enum(contactKinds),
  value: line(200),
  label: line(60).optional(),
  preferred: z.boolean().default(false),
});

const birth = {
  birthDate: day.optional(),
  /** when only the year is known */
  birthYear: z.number().int().min(1900).max(2200).optional(),
};
const location = {
  city: line(80).optional(),
  district: line(80).optional(),
  address: line(200).optional(),
  latitude: z.number().min(-90).max(90).optional(),
  longitude: z.number().min(-180).max(180).optional(),
};

const personFields = {
  name: line(120, 3),
  sex: z.enum(sexes).optional(),
  ...birth,
  ...location,
  branch: line(80).optional(),
  preferredChannel: z.enum(contactChannels).optional(),
  preferredTimes: z.array(z.enum(contactTimes)).max(3).default([]),
  contacts: z.array(contactPoint).max(10).default([]),
  categories: z.array(line(80)).max(20).default([]),
};

/**
 * POST /beneficiaries, header `Idempotency-Key` → 201 { id, fileNumber }.
 * 409 `error.file_exists` with `details.file` (a PersonSummary; null when it belongs to another branch) when the
 * ID number has a file; 409 `error.file_resembles` with `details.matches` (MatchCandidate[]) when phone, e-mail
 * or name resemble others and `differentFrom` does not name them.
 */
export const openFileBody = z.strictObject({
  ...personFields,
  path: z.enum(entryPaths).exclude(['import', 'merge', 'website']),
  identity: z.strictObject({ type: z.enum(identityTypes), number: line(40) }).optional(),
  /** files that the officer looked at and holds for other people */
  differentFrom: z.array(z.uuid()).max(50).default([]),
});
export type OpenFileBody = z.output<typeof openFileBody>;

const versioned = { expectedVersion: z.number().int().min(1) };

/** POST /beneficiaries/:id: the whole of what the file says of the person; what is left out is emptied */
export const changeFileBody = z.strictObject({ ...versioned, ...personFields });
export type ChangeFileBody = z.output<typeof changeFileBody>;

/** POST /beneficiaries/:id/status */
export const fileStatusBody = z.strictObject({
  ...versioned,
  status: z.enum(fileStatuses),
  reason: paragraph(500, 3),
});

/**
 * POST /beneficiaries/:id/sightings: an identity document that an officer saw; an unknown number is added.
 * No image: an identity is sighted, not copied.
 */
export const sightingBody = z.strictObject({
  ...versioned,
  type: z.enum(identityTypes),
  /** left out when a known document is seen again: `identity` names it */
  number: line(40).optional(),
  identity: z.uuid().optional(),
  issuingPlace: line(80).optional(),
  issuedOn: day.optional(),
  expiresOn: day.optional(),
  how: z.enum(sightingWays),
  /** left out: valid, or expired by its date */
  state: z.enum(['needs_investigation', 'invalid']).optional(),
  note: paragraph(500, 0).optional(),
});

/** POST /beneficiaries/:id/household: the person's household; opened when there is none */
export const joinHouseholdBody = z.strictObject({
  ...versioned,
  /** the household of this person is joined; left out: a household of one's own is opened */
  of: z.uuid().optional(),
  relationship: z.enum(relationships),
  dependant: z.boolean().default(false),
});
/** POST /beneficiaries/:id/household/members: a member who has no file yet gets one in the same step */
export const addMemberBody = z.strictObject({
  ...versioned,
  name: line(120, 3),
  sex: z.enum(sexes).optional(),
  ...birth,
  identity: z.strictObject({ type: z.enum(identityTypes), number: line(40) }).optional(),
  relationship: z.enum(relationships).exclude(['head']),
  dependant: z.boolean().default(true),
  differentFrom: z.array(z.uuid()).max(50).default([]),
});
/** POST /beneficiaries/:id/household/leave: `:id` leaves the household */
export const leaveHouseholdBody = z.strictObject({ ...versioned, reason: paragraph(300, 3) });
/** POST /beneficiaries/:id/household/head: `:id` becomes the head; what the others are to the new head is said anew */
export const newHeadBody = z.strictObject({
  ...versioned,
  members: z
    .array(z.strictObject({ id: z.uuid(), relationship: z.enum(relationships).exclude(['head']) }))
    .max(60),
});

/** POST /beneficiaries/:id/authorities: who acts for this person, and the proof that was seen */
export const authorityBody = z.strictObject({
  ...versioned,
  /** a person with a file; left out: a stranger by name */
  holder: z.uuid().optional(),
  holderName: line(120, 3).optional(),
  holderPhone: line(40).optional(),
  kind: z.enum(authorityKinds),
  relationship: z.enum(relationships).exclude(['head']).optional(),
  proof: z.enum(authorityProofs),
  proofNumber: line(60).optional(),
  issuedBy: line(120).optional(),
  validFrom: day.optional(),
  validUntil: day.optional(),
  how: z.enum(sightingWays),
});
/** POST /beneficiaries/:id/authorities/:authority/end */
export const endAuthorityBody = z.strictObject({ ...versioned, reason: paragraph(300, 3) });

/** POST /registry/uploads (multipart `file`) → 201 { upload, name, size, mime, expiresAt } */
export interface PersonUpload {
  upload: string;
  name: string;
  size: number;
  mime: string;
  expiresAt: string;
}
/**
 * POST /beneficiaries/:id/documents. Kind `identity` is refused (422 `legal_basis_needed`) without both
 * `legalBasis` and `legalReference`: identities are sighted, not copied (PDPL Art. 28).
 */
export const addDocumentBody = z.strictObject({
  ...versioned,
  kind: z.enum(personDocumentKinds),
  title: line(120).optional(),
  upload: line(200),
  issuedOn: day.optional(),
  validUntil: day.optional(),
  legalBasis: z.enum(legalBases).optional(),
  legalReference: line(200, 3).optional(),
});
/** POST /beneficiaries/:id/documents/:document/remove */
export const removeDocumentBody = z.strictObject({ ...versioned, reason: paragraph(300, 3) });
// GET /beneficiaries/:id/documents/:document/file → the file; reading is an event

/** POST /beneficiaries/:id/consents */
export const giveConsentBody = z.strictObject({
  ...versioned,
  purpose: z.enum(consentPurposes),
  noticeVersion: line(40),
  how: z.enum(consentWays).exclude(['website']),
  /** given by someone who acts for the person */
  authority: z.uuid().optional(),
});
/** POST /beneficiaries/:id/consents/:consent/withdraw */
export const withdrawConsentBody = z.strictObject({
  ...versioned,
  how: z.enum(consentWays),
  note: paragraph(500, 0).optional(),
});

// ── the file ───────────────────────────────────────────────────────────────

export interface PersonRef {
  id: string;
  fileNumber: string;
  name: string;
}

export interface HouseholdView {
  id: string;
  number: string;
  city: string | null;
  district: string | null;
  head: PersonRef | null;
  members: {
    id: string;
    fileNumber: string;
    name: string;
    relationship: Relationship;
    dependant: boolean;
    birthDate: string | null;
    birthYear: number | null;
    age: number | null;
    status: FileStatus;
    me: boolean;
  }[];
}

/** GET /beneficiaries/:id — a merged file answers as the file that speaks for it (`id` differs) */
export interface PersonFile {
  id: string;
  fileNumber: string;
  version: number;
  name: string;
  sex: Sex | null;
  birthDate: string | null;
  birthYear: number | null;
  age: number | null;
  city: string | null;
  district: string | null;
  address: string | null;
  latitude: number | null;
  longitude: number | null;
  branch: { slug: string; name: string } | null;
  preferredChannel: ContactChannel | null;
  preferredTimes: ContactTime[];
  categories: { slug: string; name: string }[];
  status: FileStatus;
  statusReason: string | null;
  statusSince: string | null;
  /** what follows from the status, in the asked language */
  consequences: string[];
  source: EntryPath;
  openedAt: string;
  openedBy: string | null;
  contacts: {
    id: string;
    kind: ContactKind;
    value: string;
    label: string | null;
    preferred: boolean;
  }[];
  identities: {
    id: string;
    type: IdentityType;
    masked: string;
    issuingPlace: string | null;
    issuedOn: string | null;
    expiresOn: string | null;
    daysLeft: number | null;
    state: IdentityState;
    note: string | null;
    sightings: {
      state: IdentityState;
      expiresOn: string | null;
      by: string;
      at: string;
      how: SightingWay;
      reference: string | null;
      note: string | null;
    }[];
  }[];
  household: HouseholdView | null;
  /** who acts for this person */
  authorities: AuthorityView[];
  /** for whom this person acts */
  actsFor: (PersonRef & { kind: AuthorityKind; validUntil: string | null })[];
  documents: {
    id: string;
    kind: PersonDocumentKind;
    title: string | null;
    name: string;
    size: number;
    mime: string;
    issuedOn: string | null;
    validUntil: string | null;
    validity: 'valid' | 'expiring' | 'expired' | 'open';
    legalBasis: LegalBasis | null;
    legalReference: string | null;
    recordedBy: string;
    recordedAt: string;
  }[];
  requests: {
    id: string;
    reference: string;
    kind: RequestKind;
    serviceName: string | null;
    status: RequestStatus;
    channel: ChannelSlug;
    submittedAt: string;
  }[];
  deliveries: {
    id: string;
    requestId: string;
    reference: string;
    what: string;
    amount: number | null;
    deliveredOn: string;
    receivedBy: string;
  }[];
  interactions: {
    id: string;
    channel: ChannelSlug;
    direction: InteractionDirection;
    reason: VisitReason;
    summary: string;
    by: string;
    at: string;
  }[];
  appointments: {
    id: string;
    kind: AppointmentKind;
    state: AppointmentState;
    startsAt: string;
    endsAt: string;
    with: string;
  }[];
  consents: {
    id: string;
    purpose: ConsentPurpose;
    noticeVersion: string;
    givenAt: string;
    how: ConsentWay;
    by: string | null;
    recordedBy: string | null;
    reference: string | null;
    withdrawnAt: string | null;
    withdrawnHow: ConsentWay | null;
    /** what the withdrawal changes, in the asked language */
    effect: string | null;
  }[];
  /** files that were merged into this one, and can be taken apart */
  merged: (PersonRef & { mergeId: string; mergedAt: string; mergedBy: string })[];
  /** likely duplicates that wait for a person */
  openMatches: number;
  timeline: {
    seq: number;
    at: string;
    event: string;
    text: string;
    actor: string;
    detail: string | null;
  }[];
  /** what the signed-in person may do here */
  may: { change: boolean; merge: boolean; receive: boolean };
}

export interface AuthorityView {
  id: string;
  holder: PersonRef | null;
  holderName: string;
  holderPhone: string | null;
  kind: AuthorityKind;
  relationship: Relationship | null;
  proof: AuthorityProof;
  proofNumber: string | null;
  issuedBy: string | null;
  validFrom: string | null;
  validUntil: string | null;
  /** in force today */
  valid: boolean;
  sightedBy: string;
  sightedAt: string;
  endedAt: string | null;
  endedReason: string | null;
}

// ── likely duplicates and merges ───────────────────────────────────────────

/** A file that resembles what was entered. */
export interface MatchCandidate {
  file: PersonSummary;
  reasons: MatchReason[];
}

/** Search: POST /beneficiaries/search { q } → what was found, best first */
export const personSearchBody = z.strictObject({
  q: line(120),
  limit: z.number().int().min(1).max(50).default(12),
});
export interface PersonHit extends PersonSummary {
  /** why it was found: a number, a reference, the whole name, a part of it, a spelling near it */
  by: 'id' | 'phone' | 'email' | 'file_number' | 'reference' | 'name' | 'near_name';
}
/** A request of somebody without a file, found by reference, phone, ID or name. */
export interface RequestHit {
  id: string;
  reference: string;
  applicantName: string;
  city: string | null;
  kind: RequestKind;
  status: RequestStatus;
  phoneMasked: string | null;
  submittedAt: string;
}
export interface SearchResult {
  people: PersonHit[];
  requests: RequestHit[];
  /** more exist than are shown */
  more: boolean;
}
