/** Likely duplicates and merges in the admin API. What opening a file answers stands in `registry.ts`. */
import { z } from 'zod';
import { paragraph } from './common';
import type { PersonRef, PersonSummary } from './registry';
import type {
  ContactKind,
  EntryPath,
  MatchReason,
  MatchState,
  RequestKind,
  RequestStatus,
} from './vocabulary';

/** Two files, or a request and a file. */
export const matchKinds = ['files', 'request'] as const;
export type MatchKind = (typeof matchKinds)[number];

/** GET /matches: the pairs that wait for a person, oldest first */
export const matchesQuery = z.strictObject({
  kind: z.enum(matchKinds).default('files'),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  pageSize: z.coerce.number().int().min(1).max(100).default(20),
  locale: z.enum(['ar', 'en']).default('ar'),
});
export type MatchesQuery = z.output<typeof matchesQuery>;

export interface MatchRequestSide {
  id: string;
  reference: string;
  kind: RequestKind;
  status: RequestStatus;
  name: string;
  city: string | null;
  phoneMasked: string;
  idMasked: string | null;
  submittedAt: string;
}

interface MatchBase {
  id: string;
  reasons: MatchReason[];
  state: MatchState;
  foundAt: string;
}
export type MatchListed = MatchBase &
  (
    | { kind: 'files'; foundOn: EntryPath; files: [PersonSummary, PersonSummary] }
    | { kind: 'request'; request: MatchRequestSide; file: PersonSummary }
  );
export interface MatchList {
  rows: MatchListed[];
  counts: Record<MatchKind, number>;
  total: number;
  page: number;
  pageSize: number;
}

/** What a merge may copy from the file that goes into the one that stays. All else is kept of both anyway. */
export const mergeFields = [
  'name',
  'sex',
  'birth',
  'city',
  'district',
  'address',
  'coordinates',
  'branch',
  'preferredChannel',
  'preferredTimes',
] as const;
export type MergeField = (typeof mergeFields)[number];

/** One side of a pair; codes and values, for the screen to put into words. */
export interface MatchSide {
  fields: Record<MergeField, string | null>;
  contacts: { kind: ContactKind; value: string }[];
  identities: string[];
  categories: string[];
}
export interface FileSide extends MatchSide {
  file: PersonSummary;
  openedAt: string;
  source: EntryPath;
  /** what hangs on the file: all of it stays reachable after a merge */
  holds: {
    requests: number;
    documents: number;
    deliveries: number;
    interactions: number;
    household: number;
  };
}

/** GET /matches/:id: both sides, and which fields differ */
export type MatchDetail = MatchBase & {
  note: string | null;
  judgedBy: string | null;
  judgedAt: string | null;
  differs: MergeField[];
} & (
    | {
        kind: 'files';
        foundOn: EntryPath;
        sides: [FileSide, FileSide];
        /** the merge that this pair led to, as long as it stands */
        merge: MergeView | null;
      }
    | { kind: 'request'; request: MatchRequestSide & MatchSide; side: FileSide; linked: boolean }
  );

export interface MergeView {
  id: string;
  kept: PersonRef;
  gone: PersonRef;
  mergedAt: string;
  mergedBy: string;
}

const note = paragraph(500, 0).optional();

/** POST /matches/:id/judge: two files. `same` merges them. */
export const judgeMatchBody = z.discriminatedUnion('verdict', [
  z.strictObject({ verdict: z.enum(['different', 'unsure']), note }),
  z.strictObject({
    verdict: z.literal('same'),
    /** id of the file that stays */
    keep: z.uuid(),
    /** fields that the file that stays takes from the other */
    take: z.array(z.enum(mergeFields)).max(mergeFields.length).default([]),
    note,
  }),
]);
export type JudgeMatchBody = z.output<typeof judgeMatchBody>;
export interface JudgedMatch {
  verdict: MatchState;
  merge: MergeView | null;
}

/** POST /request-matches/:id/judge: a request and a file. `same` gives the request to the file. */
export const judgeRequestMatchBody = z.strictObject({
  verdict: z.enum(['same', 'different', 'unsure']),
  note,
});
export type JudgeRequestMatchBody = z.output<typeof judgeRequestMatchBody>;

/** POST /merges/:id/undo: what the file page sends may name the version that was looked at, and need not */
export const undoMergeBody = z.strictObject({
  reason: paragraph(300, 3),
  expectedVersion: z.number().int().min(1).optional(),
});
export interface UndoneMerge {
  kept: PersonRef;
  gone: PersonRef;
  /** fields that somebody changed since the merge: the later change stands */
  left: MergeField[];
}

/** A file that an officer of a request is asked about: does the request belong to it? */
export interface RequestMatchView {
  id: string;
  reasons: MatchReason[];
  state: MatchState;
  file: PersonSummary;
}
