import type { MergeView, UndoneMerge } from '../../../contracts/duplicates';
import type { PersonRef } from '../../../contracts/registry';
import type { Crm } from '../kernel/crm';
import { notFound } from '../kernel/errors';
import { isId } from '../kernel/http';
import type { Staff } from '../kernel/room';
import { staffNames } from '../kernel/staff';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { undoMerge } from './merge.service';
import type { MergeRow } from './merge.service';
import type { FileRow } from './person.types';

const refOf = ({ id, file_number, name }: FileRow): PersonRef => ({
  id,
  fileNumber: file_number,
  name,
});

/** A merge that stands, by its id or by the file that went; null when there is none. */
export async function mergeView(
  crm: Pick<Crm, 'db'>,
  by: { id: string } | { gone_id: string },
): Promise<MergeView | null> {
  const row: MergeRow | undefined = await crm
    .db('crm_merges')
    .where(by)
    .whereNull('undone_at')
    .first();
  if (!row) return null;
  const files = await crm
    .db<FileRow>('crm_beneficiaries')
    .whereIn('id', [row.kept_id, row.gone_id]);
  const kept = files.find(({ id }) => id === row.kept_id);
  const gone = files.find(({ id }) => id === row.gone_id);
  if (!kept || !gone) return null;
  return {
    id: row.id,
    kept: refOf(kept),
    gone: refOf(gone),
    mergedAt: row.merged_at.toISOString(),
    mergedBy: (await staffNames(crm, [row.merged_by])).get(row.merged_by) ?? '—',
  };
}

/** POST /merges/:id/undo. @throws CrmError 404, 409 `error.merge_undone` */
export async function undo(
  unit: UnitOfWork,
  id: string,
  reason: string,
  staff: Staff,
): Promise<UndoneMerge> {
  const { crm, trx } = unit;
  const row: MergeRow | undefined = isId(id)
    ? await trx('crm_merges').where({ id }).first()
    : undefined;
  if (!row) throw notFound();
  const files = await trx<FileRow>('crm_beneficiaries').whereIn('id', [row.kept_id, row.gone_id]);
  if (staff.branch !== null && files.some(({ branch }) => branch !== staff.branch))
    throw notFound();
  const view = row.undone_at ? null : await mergeView({ ...crm, db: trx }, { id });
  const { left } = await undoMerge(unit, id, staff.id, reason);
  if (!view) throw notFound();
  return { kept: view.kept, gone: view.gone, left };
}
