/** The check of a request (S2): what is found in order, papers judged, and the data beside the registry's. */
import { z } from 'zod';
import { day, line, paragraph } from './common';
import { rejectionReasons, sightingWays } from './vocabulary';
import type { IdentityType, PaperState, RejectionReason, SightingWay } from './vocabulary';

const versioned = { expectedVersion: z.number().int().min(1) };
const paper = { ...versioned, key: line(80) };
const said = paragraph(1_000, 0).optional();

/**
 * Body of `judge_document`. `file` is the id of what was received under the paper; without it the paper itself
 * was seen, and not kept. `validUntil` is the day that the check saw on it.
 */
export const judgeDocumentBody = z.discriminatedUnion('state', [
  z.strictObject({
    ...paper,
    state: z.literal('accepted'),
    file: z.uuid(),
    validUntil: day.optional(),
    note: said,
  }),
  z.strictObject({
    ...paper,
    state: z.literal('rejected'),
    file: z.uuid().optional(),
    reason: z.enum(rejectionReasons),
    note: said,
  }),
  z.strictObject({
    ...paper,
    state: z.literal('sighted'),
    how: z.enum(sightingWays),
    /** what stands on the paper to find it by; never the number of an identity */
    reference: line(80, 0).optional(),
    validUntil: day.optional(),
    note: said,
  }),
]);
export type JudgeDocumentBody = z.output<typeof judgeDocumentBody>;

/** What somebody made of a file, or of a paper that was seen and not kept. */
export interface JudgementView {
  state: 'accepted' | 'rejected' | 'sighted';
  /** null: the paper was seen, and not kept */
  fileId: string | null;
  reason: RejectionReason | null;
  note: string | null;
  validUntil: string | null;
  how: SightingWay | null;
  reference: string | null;
  by: string;
  at: string;
}

export interface PaperView {
  key: string;
  label: string;
  required: boolean;
  state: PaperState;
  files: {
    id: string;
    name: string;
    size: number;
    mime: string;
    receivedAt: string;
    /** the one that stands */
    judgement: JudgementView | null;
  }[];
  /** everything that was said of it, newest first */
  judgements: JudgementView[];
}

/** One thing that the officer finds in order, or does not. */
export interface CheckView {
  /** `answer.<field>`, `document.<paper>` or `point.<key of the service's own list>` */
  key: string;
  kind: 'answer' | 'document' | 'point';
  label: string;
  /** the answer, as a person reads it */
  shown: string | null;
  state: 'pending' | 'ok' | 'problem';
  note: string | null;
  by: string | null;
  at: string | null;
}

/** What may be asked of the applicant; `why` says what the check misses in it. */
export interface AskingView {
  items: {
    kind: 'document' | 'field' | 'declaration' | 'text';
    key: string;
    label: string;
    why: 'missing' | 'problem' | 'rejected' | 'unsigned' | null;
  }[];
  /** words to the applicant about what was rejected, in the applicant's language; empty when there are none */
  note: string;
}

/** What a request says of its applicant that a file may say too. */
export const comparedFields = [
  'name',
  'identity',
  'phone',
  'email',
  'city',
  'birth',
  'household_size',
  'preferred_channel',
] as const;
export type ComparedField = (typeof comparedFields)[number];

/** What may be taken over into the file as it was stated; the rest is seen, or counted. */
export const takenFields = [
  'name',
  'phone',
  'email',
  'city',
  'birth',
  'preferred_channel',
] as const;
export type TakenField = (typeof takenFields)[number];

export interface ComparisonView {
  fileId: string;
  fileNumber: string;
  fileName: string;
  /** send back as `expectedVersion` of the file */
  fileVersion: number;
  /** the request is given to this file; else it may belong to it */
  linked: boolean;
  rows: {
    field: ComparedField;
    /** of an identity its last digits alone */
    request: string | null;
    file: string | null;
    idType: { request: IdentityType | null; file: IdentityType | null } | null;
    verdict: 'same' | 'differs' | 'missing_in_file' | 'missing_in_request';
    /** the signed-in person may take the request's value into the file */
    mayTake: boolean;
  }[];
}

/** POST /requests/:id/take-over: the file takes over what the request says */
export const takeOverBody = z.strictObject({
  field: z.enum(takenFields),
  file: z.uuid(),
  /** of the file */
  expectedVersion: z.number().int().min(1),
});
export type TakeOverBody = z.output<typeof takeOverBody>;

/** POST /requests/:id/presence: said every few seconds while the page is in sight */
export const presenceBody = z.strictObject({ doing: z.enum(['looking', 'writing', 'left']) });
export interface PresenceView {
  /** of the request as it is now */
  version: number;
  others: { id: number; name: string; doing: 'looking' | 'writing'; since: string }[];
}
