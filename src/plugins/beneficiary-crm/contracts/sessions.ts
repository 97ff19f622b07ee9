/** The committee's sessions and their agendas (S5). */
import { z } from 'zod';
import type { MemberView, RulesView } from './committee';
import { day } from './common';
import type { AgendaItemSummary } from './items';
import { committeePurposes } from './vocabulary';
import type { CommitteePurpose } from './vocabulary';

export interface SessionSummary {
  id: string;
  number: number;
  heldOn: string;
  status: 'planned' | 'open' | 'closed';
  committeeName: string;
  purpose: CommitteePurpose;
  items: number;
  decided: number;
  /** items where the signed-in member still owes a ballot */
  needsMyVote: number;
}
/** GET /sessions */
export interface SessionList {
  sessions: SessionSummary[];
  /** for each committee what is ready for an agenda, and whether the reader may plan its session */
  plans: { purpose: CommitteePurpose; ready: number; mayCreate: boolean }[];
}
/** POST /sessions: a session whose agenda is everything that is ready for this committee */
export const createSessionBody = z.strictObject({
  heldOn: day,
  purpose: z.enum(committeePurposes).default('requests'),
});

/** GET /sessions/:id — an item hidden from a member with a conflict is not in the list at all */
export interface SessionDetail extends SessionSummary {
  members: (MemberView & { me: boolean })[];
  rules: RulesView;
  agenda: AgendaItemSummary[];
}
