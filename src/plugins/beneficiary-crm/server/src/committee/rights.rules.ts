import type { PanelFault } from './panel.rules';
import type { Attendance, RosterEntry } from './tally.rules';

/** Who may do what on one agenda item. Roster and seats are those frozen when the item opened. */

export type ItemState = {
  status: 'pending' | 'open' | 'closed' | 'void';
  /** When voting ends by itself; null while nobody set it. */
  closesAt: Date | null;
};

export type ItemContext = {
  memberId: string;
  roster: readonly RosterEntry[];
  recused: readonly string[];
  attendance: Attendance;
  item: ItemState;
  /** of an appeal that has not opened: why its panel cannot sit */
  panelFault?: PanelFault | null;
};

export type VoteCode =
  | 'member.not_on_roster'
  | 'member.observer'
  | 'member.recused'
  | 'member.absent'
  | 'member.left'
  | 'item.not_open'
  | 'item.closed'
  | 'item.void'
  | 'item.deadline_passed';
export type OpenCode =
  | `panel.${PanelFault}`
  | 'session.no_presiding_member'
  | 'member.not_presiding'
  | 'item.not_pending';
export type CloseCode =
  | 'session.no_presiding_member'
  | 'member.not_presiding'
  | 'item.not_open'
  | 'item.closed'
  | 'item.void';

export type ReleaseCode =
  | 'session.no_presiding_member'
  | 'member.not_presiding'
  | 'item.not_decided'
  | 'reply.sent'
  | 'reply.not_held';

/** How the reply of an item stands: no decision yet, waiting for its earliest date, free to go, or gone. */
export type ReplyState = 'undecided' | 'held' | 'due' | 'sent';

export type Permission<Code extends string> = { ok: true } | { ok: false; code: Code };

/**
 * Who holds the rights of the chair on an item: the chair; the deputy where the chair is recused or not present;
 * else nobody.
 */
export function presidingMember(
  roster: readonly RosterEntry[],
  recused: readonly string[],
  attendance: Attendance,
): string | null {
  for (const seat of ['chair', 'deputy'] as const) {
    const holder = roster.find((entry) => entry.seat === seat)?.memberId;
    if (holder === undefined) continue;
    if (attendance[holder] === 'present' && !recused.includes(holder)) return holder;
  }
  return null;
}

/** The member comes before the item: a recused member learns nothing of how the item stands. */
export function mayVote(context: ItemContext & { now: Date }): Permission<VoteCode> {
  const { memberId, roster, recused, attendance, item, now } = context;
  const seat = roster.find((entry) => entry.memberId === memberId)?.seat;
  if (seat === undefined) return refuse('member.not_on_roster');
  if (seat === 'observer') return refuse('member.observer');
  if (recused.includes(memberId)) return refuse('member.recused');
  if (attendance[memberId] === 'left') return refuse('member.left');
  if (attendance[memberId] !== 'present') return refuse('member.absent');
  if (item.status !== 'open') return refuse(notOpen(item.status));
  if (item.closesAt !== null && now >= item.closesAt) return refuse('item.deadline_passed');
  return { ok: true };
}

export function mayOpen(context: ItemContext): Permission<OpenCode> {
  if (context.item.status === 'pending' && context.panelFault)
    return refuse(`panel.${context.panelFault}` as const);
  const presiding = presides(context);
  if (!presiding.ok) return presiding;
  return context.item.status === 'pending' ? { ok: true } : refuse('item.not_pending');
}

/** A second close is answered with the first one's result before this rule is asked. */
export function mayClose(context: ItemContext): Permission<CloseCode> {
  const presiding = presides(context);
  if (!presiding.ok) return presiding;
  const { status } = context.item;
  return status === 'open' ? { ok: true } : refuse(notOpen(status));
}

/** S5: whoever presides may let a reply out that waits for its earliest date. */
export function mayRelease(context: ItemContext, reply: ReplyState): Permission<ReleaseCode> {
  const presiding = presides(context);
  if (!presiding.ok) return presiding;
  if (reply === 'held') return { ok: true };
  return refuse(
    ({ undecided: 'item.not_decided', due: 'reply.not_held', sent: 'reply.sent' } as const)[reply],
  );
}

function presides({
  memberId,
  roster,
  recused,
  attendance,
}: ItemContext): Permission<'session.no_presiding_member' | 'member.not_presiding'> {
  const presiding = presidingMember(roster, recused, attendance);
  if (presiding === null) return refuse('session.no_presiding_member');
  return presiding === memberId ? { ok: true } : refuse('member.not_presiding');
}

function notOpen(status: 'pending' | 'closed' | 'void') {
  return ({ pending: 'item.not_open', closed: 'item.closed', void: 'item.void' } as const)[status];
}

function refuse<Code extends string>(code: Code): { ok: false; code: Code } {
  return { ok: false, code };
}
