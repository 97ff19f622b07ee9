import type { z } from 'zod';
import type { motionBody } from '../../../contracts/items';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { contextFor } from './item.repository';
import { insist, lockedItem, recordOnItem } from './on-item';
import type { OnItem } from './on-item';
import { mayChangeMotion } from './rights.rules';

/** What is proposed with an acceptance, as a whole; it is frozen when the item opens. */
export async function changeMotion(
  unit: UnitOfWork,
  on: OnItem,
  body: z.output<typeof motionBody>,
  locale: 'ar' | 'en',
): Promise<void> {
  const state = await lockedItem(unit, on);
  insist(unit.crm, mayChangeMotion(contextFor(state, on.member)), locale);
  const motion = { amount: body.amount ?? null, conditions: body.conditions ?? null };
  const fields = (['amount', 'conditions'] as const).filter(
    (field) => motion[field] !== state.row[field],
  );
  if (fields.length === 0) return;
  await unit.trx('crm_agenda_items').where({ id: state.row.id }).update(motion);
  recordOnItem(unit, state, 'item.motion_changed', on.member, { fields });
}
