/** The committees themselves: who sits on them and by which rules they decide (S5). */
import { z } from 'zod';
import { day, line } from './common';
import { committeePurposes, seats } from './vocabulary';
import type { CommitteePurpose, Seat } from './vocabulary';

export const rulePresets = ['saudi_associations', 'roberts', 'two_thirds', 'custom'] as const;
export type RulePreset = (typeof rulePresets)[number];

/** Whose ballot said what: named after the item is closed, or never. A reservation names its author either way. */
export const ballotSecrecies = ['named_after', 'secret'] as const;
export type BallotSecrecy = (typeof ballotSecrecies)[number];
/** When a member reads what the others wrote on an item: after voting, so that nobody is led, or from the start. */
export const discussionTimes = ['after_vote', 'before_vote'] as const;
export type DiscussionTime = (typeof discussionTimes)[number];

const whole = z.number().int().min(1).max(1_000);
/** Rules of a committee's own, under the preset `custom`; whole numbers only. */
export const customRules = z.strictObject({
  quorum: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('all') }),
    z.strictObject({ kind: z.literal('more_than_half') }),
    z
      .strictObject({ kind: z.literal('fraction'), p: whole, q: whole })
      .refine(({ p, q }) => p <= q),
  ]),
  majority: z.strictObject({
    kind: z.enum(['simple', 'two_thirds']),
    base: z.enum(['cast', 'present', 'appointed']),
  }),
  tie: z.enum(['chair_side', 'not_adopted']),
});

export interface RulesView {
  preset: string;
  quorum: { kind: 'all' | 'more_than_half' | 'fraction'; p?: number; q?: number };
  majority: { kind: 'simple' | 'two_thirds'; base: 'cast' | 'present' | 'appointed' };
  tie: 'chair_side' | 'not_adopted';
}
/** The rule in plain words, and one vote counted by it. */
export interface RulesExplained {
  sentence: string;
  example: string;
}

export interface MemberView {
  memberId: number;
  name: string;
  seat: Seat;
}

/** POST /committees; PUT /committees/:id with the version that was looked at. 409 while an item of it is open. */
const committee = {
  name: line(120, 2),
  nameInEnglish: line(120).optional(),
  purpose: z.enum(committeePurposes),
  active: z.boolean(),
  preset: z.enum(rulePresets),
  /** with the preset `custom`, and only then */
  customRules: customRules.optional(),
  secrecy: z.enum(ballotSecrecies),
  discussion: z.enum(discussionTimes),
  /** what an item is given on an agenda that is limited by time */
  itemMinutes: z.number().int().min(1).max(240),
  seats: z
    .array(
      z.strictObject({
        memberId: z.number().int().positive(),
        seat: z.enum(seats),
        /** the first and the last day of the term; without one it has no such end */
        from: day.optional(),
        until: day.optional(),
      }),
    )
    .max(40),
};
export const createCommitteeBody = z.strictObject(committee);
export const updateCommitteeBody = z.strictObject({
  expectedVersion: z.number().int().min(1),
  ...committee,
});
export type CommitteeBody = z.output<typeof createCommitteeBody>;
/** POST /committees/explain → RulesExplained, for rules that are being written */
export const explainRulesBody = z.strictObject({
  preset: z.enum(rulePresets),
  customRules: customRules.optional(),
  members: z.number().int().min(1).max(40),
});

export interface SeatView extends MemberView {
  from: string | null;
  until: string | null;
  /** the term holds today */
  current: boolean;
}
export interface CommitteeCard {
  id: string;
  version: number;
  name: string;
  nameInEnglish: string | null;
  purpose: CommitteePurpose;
  active: boolean;
  rules: RulesView;
  explained: RulesExplained;
  secrecy: BallotSecrecy;
  discussion: DiscussionTime;
  itemMinutes: number;
  seats: SeatView[];
  /** an item of it is open: rules and seats wait until it is closed */
  locked: boolean;
  /** why it cannot sit as it stands, in words; empty when it can */
  faults: string[];
}
/** GET /committees */
export interface CommitteeList {
  committees: CommitteeCard[];
  /** who can be given a seat */
  candidates: { memberId: number; name: string }[];
  mayKeep: boolean;
}
