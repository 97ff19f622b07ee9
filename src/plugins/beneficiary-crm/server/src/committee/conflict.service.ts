import type { Knex } from 'knex';
import type { ConflictGround, DeclaredConflict } from '../../../contracts/deliberation';
import type { Crm } from '../kernel/crm';
import { conflict, notFound } from '../kernel/errors';
import { isId } from '../kernel/http';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { mayTakeBack } from './conflict.rules';
import type { Declared } from './conflict.rules';

const table = 'crm_recusals';
const reasonPlace = (id: string) => ({ table, field: 'withdrawn_reason', id });

/** Conflicts that stand in the matter of a request, in whichever round or appeal they were declared; the oldest first. */
export const declaredOn = (
  db: Knex,
  requestId: string,
): Promise<(Declared & { ground: ConflictGround })[]> =>
  db(`${table} as c`)
    .join('crm_agenda_items as i', 'i.id', 'c.item_id')
    .whereRaw('i.request_id in (select crm_matter(?))', [requestId])
    .whereNull('c.withdrawn_at')
    .orderBy(['c.declared_at', 'c.id'])
    .select('c.member_id as memberId', 'c.declared_at as declaredAt', 'c.ground');

/** GET /committee/conflicts: what a person declared and has not taken back. How the items stand is no part of it. */
export async function conflictsOf({ db }: Crm, memberId: number): Promise<DeclaredConflict[]> {
  const rows = await db(`${table} as c`)
    .join('crm_agenda_items as i', 'i.id', 'c.item_id')
    .join('crm_requests as r', 'r.id', 'i.request_id')
    .where('c.member_id', memberId)
    .whereNull('c.withdrawn_at')
    .orderBy([{ column: 'c.declared_at', order: 'desc' }, { column: 'c.id' }])
    .select<(Omit<DeclaredConflict, 'declaredAt'> & { declared_at: Date })[]>(
      'c.id',
      'r.reference',
      'c.ground',
      'c.declared_at',
    );
  return rows.map(({ declared_at, ...row }) => ({
    ...row,
    declaredAt: declared_at.toISOString(),
  }));
}

/**
 * Takes one's own conflict back, with the reason; from then on the matter is there again.
 * @throws CrmError 404 for one that is another's, or was taken back; 409 once an item of the matter was opened
 */
export async function takeBackConflict(
  unit: UnitOfWork,
  id: string,
  reason: string,
  memberId: number,
): Promise<void> {
  const { crm, trx, now } = unit;
  const declared: { item_id: string; request_id: string } | undefined = isId(id)
    ? await trx(`${table} as c`)
        .join('crm_agenda_items as i', 'i.id', 'c.item_id')
        .where({ 'c.id': id, 'c.member_id': memberId })
        .whereNull('c.withdrawn_at')
        .forUpdate('c')
        .first('c.item_id', 'i.request_id')
    : undefined;
  if (!declared) throw notFound();
  // An item that is opened meanwhile waits for this, or this for it.
  const items = await trx('crm_agenda_items')
    .whereRaw('request_id in (select crm_matter(?))', [declared.request_id])
    .orderBy('id')
    .forUpdate()
    .select<{ opened_at: Date | null }[]>('opened_at');
  if (!mayTakeBack(items.map(({ opened_at }) => ({ openedAt: opened_at }))))
    throw conflict('error.conflict_settled');
  await trx(table)
    .where({ id })
    .update({
      withdrawn_at: now,
      withdrawn_reason_sealed: crm.vault.seal(reasonPlace(id), reason),
    });
  unit.record({
    type: 'item.recusal_withdrawn',
    actor: { kind: 'staff', id: memberId },
    requestId: declared.request_id,
    subject: { kind: 'item', id: declared.item_id },
    data: { conflict: id },
  });
}
