import { notFound } from '../kernel/errors';
import { notHidden } from '../kernel/hidden';
import { isId } from '../kernel/http';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { act, actingCommittee, putDecision } from '../requests';
import { lockRequest } from '../requests/request.repository';
import { closeSessionWhenDone } from './close.service';
import { itemState } from './item.repository';
import { insist, lockedItem, presides } from './on-item';
import type { OnItem } from './on-item';

async function lockRequestOf(
  { trx }: UnitOfWork,
  { session, item, member }: OnItem,
): Promise<void> {
  if (!isId(session) || !isId(item)) throw notFound();
  const row = await trx('crm_agenda_items')
    .where({ id: item, session_id: session })
    .modify(notHidden(member, 'request_id', 'items'))
    .first<{ request_id: string } | undefined>('request_id');
  if (!row) throw notFound();
  await lockRequest(trx, row.request_id);
}

/**
 * States the reason in plain words; the decision and the request's next status are one transaction. A decision that
 * accepts carries the motion that was voted on.
 */
export async function issueDecision(
  unit: UnitOfWork,
  on: OnItem,
  reason: string,
  locale: 'ar' | 'en',
): Promise<void> {
  // Requests before items, as a withdrawal takes them: of the two that meet, one waits for the other.
  await lockRequestOf(unit, on);
  const state = await lockedItem(unit, on);
  if (!presides(state, on.member))
    insist(unit.crm, { ok: false, code: 'member.not_presiding' }, locale);
  const outcome = state.row.result?.outcome;
  if (state.row.status !== 'closed' || !outcome || outcome === 'no_quorum') {
    insist(
      unit.crm,
      { ok: false, code: state.row.status === 'open' ? 'item.not_closed' : 'item.closed' },
      locale,
    );
    return;
  }
  const { amount, conditions } = state.row;
  await putDecision(unit, state.row.request_id, {
    outcome,
    reason,
    decided_by: on.member,
    item_id: state.row.id,
    ...(outcome === 'accepted' ? { amount, conditions } : {}),
  });
  await act(unit, state.row.request_id, 'decide', actingCommittee(on.member), { locale });
  await unit.trx('crm_agenda_items').where({ id: state.row.id }).update({ status: 'decided' });
  await closeSessionWhenDone(unit, on.session);
}

/** The chair lets a reply out before its earliest date, for urgent need, with a reason (S5). */
export async function releaseEarly(
  unit: UnitOfWork,
  on: OnItem,
  reason: string,
  locale: 'ar' | 'en',
): Promise<void> {
  const state = await itemState(unit.crm, unit.trx, on.session, on.item, false, on.member);
  if (!presides(state, on.member))
    insist(unit.crm, { ok: false, code: 'member.not_presiding' }, locale);
  await act(unit, state.row.request_id, 'release_early', actingCommittee(on.member), {
    body: { reason },
    locale,
  });
}
