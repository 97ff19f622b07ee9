import type { z } from 'zod';
import type { recusalBody } from '../../../contracts/items';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { insist, isLive, lockedItem, recordOnItem, seatOf } from './on-item';
import type { OnItem } from './on-item';

/** One's own conflict of interest. A ballot already cast is void, and kept; the item is hidden from then on. */
export async function recuse(
  unit: UnitOfWork,
  on: OnItem,
  body: z.output<typeof recusalBody>,
  locale: 'ar' | 'en',
): Promise<void> {
  const state = await lockedItem(unit, on);
  if (seatOf(state, on.member) === undefined)
    insist(unit.crm, { ok: false, code: 'member.not_on_roster' }, locale);
  if (!isLive(state)) insist(unit.crm, { ok: false, code: 'item.closed' }, locale);
  await unit.trx('crm_recusals').insert({
    item_id: state.row.id,
    member_id: on.member,
    ground: body.ground,
    reason: body.reason || null,
    declared_at: unit.now,
  });
  await unit
    .trx('crm_ballots')
    .where({ item_id: state.row.id, member_id: on.member })
    .whereNull('superseded_at')
    .update({ superseded_at: unit.now });
  recordOnItem(unit, state, 'item.recused', on.member, { ground: body.ground });
}
