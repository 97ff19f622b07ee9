import type { SessionForm } from '../../../contracts/sessions';
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
  /** members whose ballot was declared void; they cast no other one */
  voided?: readonly string[];
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
  | 'member.ballot_voided'
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

export type MotionCode = CloseCode | 'item.not_pending';
export type VoidCode = CloseCode | 'ballot.none' | 'ballot.still_seated';

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

/** By circulation nobody needs to have come: each is reached on their own, and the chair presides who has no conflict. */
export const reachedBy = (
  form: SessionForm,
  roster: readonly RosterEntry[],
  attendance: Attendance,
): Attendance =>
  form === 'room'
    ? attendance
    : Object.fromEntries(roster.map(({ memberId }) => [memberId, 'present']));

/** A ballot at the very moment of the deadline is late. */
export const isOver = (closesAt: Date | null, now: Date): boolean =>
  closesAt !== null && now >= closesAt;

/** The member comes before the item: a recused member learns nothing of how the item stands. */
export function mayVote(context: ItemContext & { now: Date }): Permission<VoteCode> {
  const { memberId, roster, recused, attendance, item, now } = context;
  const seat = roster.find((entry) => entry.memberId === memberId)?.seat;
  if (seat === undefined) return refuse('member.not_on_roster');
  if (seat === 'observer') return refuse('member.observer');
  if (recused.includes(memberId)) return refuse('member.recused');
  if (context.voided?.includes(memberId)) return refuse('member.ballot_voided');
  if (attendance[memberId] === 'left') return refuse('member.left');
  if (attendance[memberId] !== 'present') return refuse('member.absent');
  if (item.status !== 'open') return refuse(notOpen(item.status));
  if (isOver(item.closesAt, now)) return refuse('item.deadline_passed');
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

/**
 * What is voted on stands still from the moment in which the item opens. It is written before the session, so whoever
 * is not known to be away is taken to come.
 */
export function mayChangeMotion(context: ItemContext): Permission<MotionCode> {
  const expected = context.roster.map(({ memberId }) => [
    memberId,
    context.attendance[memberId] ?? 'present',
  ]);
  const presiding = presides({
    ...context,
    attendance: Object.fromEntries(expected) as Attendance,
  });
  if (!presiding.ok) return presiding;
  return context.item.status === 'pending' ? { ok: true } : refuse('item.not_pending');
}

/**
 * A ballot stands, whoever its member is by now, unless who presides declares it void. That is possible while the
 * item is open, and only where the member lost the seat meanwhile: nobody is silenced.
 */
export function mayVoidBallot(
  context: ItemContext,
  ballot: { hasVoted: boolean; stillSeated: boolean },
): Permission<VoidCode> {
  const closing = mayClose(context);
  if (!closing.ok) return closing;
  if (!ballot.hasVoted) return refuse('ballot.none');
  return ballot.stillSeated ? refuse('ballot.still_seated') : { ok: true };
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
