/** The minutes of a session: drafted, frozen, signed by those who were present (S5). */
import { z } from 'zod';
import type { RulesView } from './committee';
import { paragraph } from './common';
import type { BothDates, MinutesState, SessionName } from './sessions';
import type {
  AgendaItemStatus,
  BallotChoice,
  DecisionOutcome,
  RequestKind,
  Seat,
} from './vocabulary';

/** In the reader's language where it is not what somebody wrote. */
export interface MinutesPerson {
  name: string;
  seat: Seat;
}
export interface MinutesItem {
  id: string;
  /** among the items that the reader sees */
  position: number;
  reference: string;
  applicantName: string;
  serviceName: string | null;
  kind: RequestKind;
  status: AgendaItemStatus;
  outcome: DecisionOutcome | 'no_quorum' | null;
  /** what was proposed, in a sentence; null where nothing was */
  motion: string | null;
  /** the result in words with its numbers, step by step; of a withdrawn request one sentence */
  result: string[];
  /** how each voted, where the committee names it; empty where it does not */
  votes: (MinutesPerson & { choice: BallotChoice })[];
  reservations: (MinutesPerson & { text: string })[];
  /** ballots that whoever presided declared void */
  voided: (MinutesPerson & { reason: string })[];
  /** what the committee still wants to know, of a deferral */
  missing: string[];
  /** by name and ground; the reason is nobody's business */
  recusals: (MinutesPerson & { ground: 'relative' | 'interest' | 'other' })[];
  /** who sits on the panel and not on this appeal, having decided first */
  excluded: MinutesPerson[];
  /** who was not there for this item, though for others */
  away: MinutesPerson[];
  /** the reason of the decision, as it was told */
  decision: string | null;
  /** written by who keeps the minutes */
  summary: string;
}
export interface MinutesSignature extends MinutesPerson {
  memberId: number;
  me: boolean;
  signedAt: string | null;
  dates: BothDates | null;
  /** HH:MM in Riyadh */
  time: string | null;
  /** positions of the items that this person declared a conflict on, and did not sign for */
  without: number[];
}
export interface MinutesVersion {
  version: number;
  state: MinutesState;
  /** a later version has taken its place */
  superseded: boolean;
  madeAt: string;
  /** why a signed version was not the last */
  reason: string | null;
  signatures: number;
}
/**
 * GET /sessions/:id/minutes?version=… (the last without one); 404 until they are drafted. A member with a conflict
 * reads a rendition without the item, with a numbering and a hash of its own.
 */
export interface MinutesView {
  session: SessionName;
  association: string;
  version: number;
  state: MinutesState;
  superseded: boolean;
  /** counts what was written into the draft; what is written is written on this one */
  edit: number;
  /** SHA-256 of what the reader signs, once it is frozen */
  hash: string | null;
  opening: string;
  closing: string;
  rules: RulesView;
  rulesInWords: string;
  present: MinutesPerson[];
  absent: MinutesPerson[];
  apologies: (MinutesPerson & { reason: string })[];
  items: MinutesItem[];
  signatures: MinutesSignature[];
  versions: MinutesVersion[];
  may: { edit: boolean; submit: boolean; sign: boolean; revise: boolean };
}

const version = z.number().int().min(1);
export const minutesQuery = z.strictObject({
  version: z.coerce.number().int().min(1).optional(),
  locale: z.string().max(10).optional(),
});
/**
 * PUT /sessions/:id/minutes, by the secretary, the chair or the deputy. What was submitted and nobody has signed is a
 * draft again; what somebody has signed is left as it is (409): it is revised.
 */
export const writeMinutesBody = z.strictObject({
  expectedEdit: z.number().int().min(0),
  opening: paragraph(6_000, 0),
  closing: paragraph(6_000, 0),
  summaries: z.array(z.strictObject({ item: z.uuid(), text: paragraph(6_000, 0) })).max(200),
});
/** POST /sessions/:id/minutes/submit: text and hash are frozen, and those present sign */
export const submitMinutesBody = z.strictObject({ expectedEdit: z.number().int().min(0) });
/** POST /sessions/:id/minutes/sign, each from the own account, what was read: another hash is a 409 */
export const signMinutesBody = z.strictObject({
  version,
  hash: z.string().regex(/^[0-9a-f]{64}$/),
});
/** POST /sessions/:id/minutes/revise: a new version, signed anew; the older ones stay readable */
export const reviseMinutesBody = z.strictObject({
  expectedVersion: version,
  reason: paragraph(1_000, 3),
});
