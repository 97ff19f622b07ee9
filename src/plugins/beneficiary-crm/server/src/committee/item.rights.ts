import type { AgendaItemDetail, Right } from '../../../contracts/items';
import type { Locale } from '../../../contracts/vocabulary';
import type { Crm } from '../kernel/crm';
import { replyMayGo } from '../requests';
import type { DecisionRow, RequestRow } from '../requests';
import { contextFor } from './item.repository';
import type { ItemState } from './item.repository';
import { isLive, presides, seatOf } from './on-item';
import {
  mayChangeMotion,
  mayClose,
  mayOpen,
  mayRelease,
  mayVoidBallot,
  mayVote,
} from './rights.rules';
import type { Permission, ReplyState } from './rights.rules';

function right(crm: Crm, judged: Permission<string>, locale: Locale): Right {
  return judged.ok
    ? { allowed: true, code: null, message: null }
    : {
        allowed: false,
        code: judged.code,
        message: crm.say(locale, `refusal.committee.${judged.code}`),
      };
}

const no = (code: string) => ({ ok: false as const, code });

/**
 * What a member may do now on an item; a refusal says why.
 * @param about `seated`: who has a seat of its committee today, null where nothing depends on it
 */
export function rightsOf(
  crm: Crm,
  state: ItemState,
  member: number,
  about: { reply: ReplyState; seated: ReadonlySet<number> | null; locale: Locale },
): AgendaItemDetail['rights'] {
  const { reply, seated, locale } = about;
  const context = contextFor(state, member);
  // Who opens or votes is thereby present, so an attendance not yet taken does not stand in the way.
  const arriving = contextFor(state, member, true);
  const seat = seatOf(state, member);
  const live = isLive(state);
  const leads = seat === 'chair' || seat === 'deputy' || seat === 'secretary';
  const removed = state.ballots.some((one) => seated !== null && !seated.has(one.member_id));
  const decide = !presides(state, member)
    ? no('member.not_presiding')
    : state.row.status === 'closed'
      ? { ok: true as const }
      : no(live ? 'item.not_closed' : 'item.closed');
  const judged: Record<keyof AgendaItemDetail['rights'], Permission<string>> = {
    open: mayOpen(seat === 'chair' || seat === 'deputy' ? arriving : context),
    motion: mayChangeMotion(context),
    voidBallot: mayVoidBallot(context, {
      hasVoted: state.ballots.length > 0,
      stillSeated: !removed,
    }),
    attendance: !leads
      ? no('member.not_presiding')
      : !live
        ? no('item.closed')
        : state.form === 'circulation'
          ? no('item.circulated')
          : { ok: true },
    recuse:
      seat === undefined ? no('member.not_on_roster') : live ? { ok: true } : no('item.closed'),
    vote: mayVote({ ...arriving, now: crm.now() }),
    close: mayClose(context),
    decide,
    release: mayRelease(context, reply),
  };
  const shown = Object.entries(judged).map(([name, one]) => [name, right(crm, one, locale)]);
  return Object.fromEntries(shown) as AgendaItemDetail['rights'];
}

/** A decision that is no longer in force, as after a return to research, has no reply to let out. */
export function replyState(
  crm: Crm,
  request: RequestRow,
  decision: DecisionRow | undefined,
): ReplyState {
  if (!decision?.in_force) return 'undecided';
  if (decision.replied_at !== null) return 'sent';
  return replyMayGo(request, crm.now()) ? 'due' : 'held';
}
