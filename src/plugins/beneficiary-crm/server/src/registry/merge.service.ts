import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { MergeField } from '../../../contracts/duplicates';
import type { MatchState } from '../../../contracts/vocabulary';
import { conflict, notFound } from '../kernel/errors';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { actorOf } from './entry.rules';
import { noteMatches } from './matching.service';
import { mayMerge, restoreFields, takeFields } from './merge.rules';
import type { Taken, Values } from './merge.rules';
import type { FileRow } from './person.types';

/**
 * Two files of one person become one: the one that goes points to the one that stays. Requests, documents,
 * interactions, votes and allocations keep their rows; whoever reads a person reads all files of the root.
 */

export interface MergeRow {
  id: string;
  seq: string;
  kept_id: string;
  gone_id: string;
  before_sealed: string;
  reason: string | null;
  merged_by: number;
  merged_at: Date;
  undone_by: number | null;
  undone_at: Date | null;
  undone_reason: string | null;
}

/** What an undo gives back. Values of people: kept sealed. */
interface Before {
  taken: Taken;
  /** pairs that the merge settled, as they stood */
  matches: SettledMatch[];
}
interface SettledMatch {
  id: string;
  state: MatchState;
  judged_by: number | null;
  judged_at: string | null;
  note: string | null;
}

const place = (id: string) => ({ table: 'crm_merges', field: 'before', id });

/** Merges are rare and touch whole trees of files: one after the other. */
async function holdMerging(trx: Knex.Transaction): Promise<void> {
  await trx.raw('select pg_advisory_xact_lock(61, 1)');
}

async function lockFiles(trx: Knex.Transaction, ids: readonly string[]): Promise<FileRow[]> {
  return trx<FileRow>('crm_beneficiaries').whereIn('id', ids).orderBy('id').forUpdate();
}

/** A form that was opened on either file before is out of date. */
async function newVersions({ trx, now }: UnitOfWork, ids: readonly string[]): Promise<void> {
  await trx.raw(
    `update crm_beneficiaries set updated_at = ?,
        version = 1 + (select max(version) from crm_beneficiaries where id = any(?::uuid[]))
      where id = any(?::uuid[])`,
    [now, [...ids], [...ids]],
  );
}

const asColumns = (values: Values): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(values).map(([column, value]) => [
      column,
      column === 'preferred_times' ? JSON.stringify(value) : value,
    ]),
  );

interface MergeOrder {
  kept: string;
  gone: string;
  take: readonly MergeField[];
  reason: string | null;
  staffId: number;
  /** the pair that was judged, if one was */
  match?: string;
}

/**
 * Merges two files: one event.
 * @returns the id of the merge
 * @throws CrmError 404 (no such file), 409 `error.merge_refused` (one of them has gone already, or it is one file)
 */
export async function merge(unit: UnitOfWork, order: MergeOrder): Promise<string> {
  const { crm, trx, now } = unit;
  const { kept, gone, take, staffId } = order;
  await holdMerging(trx);
  const files = await lockFiles(trx, [kept, gone]);
  const keptRow = files.find(({ id }) => id === kept);
  const goneRow = files.find(({ id }) => id === gone);
  if (!keptRow || !goneRow) throw notFound();
  // Seen from the two files, a root is as far as the forest has to be known.
  const forest = new Map(files.map((file) => [file.id, file.merged_into && file.root_id]));
  const refusal = mayMerge(forest, kept, gone);
  if (refusal) throw conflict('error.merge_refused', { refusal });

  const id = randomUUID();
  const taken = takeFields(take, { ...keptRow }, { ...goneRow });
  const before: Before = { taken, matches: await settleMatches(unit, order) };
  await trx('crm_merges').insert({
    id,
    kept_id: kept,
    gone_id: gone,
    before_sealed: crm.vault.seal(place(id), JSON.stringify(before)),
    reason: order.reason,
    merged_by: staffId,
    merged_at: now,
  });
  await trx('crm_beneficiaries')
    .where({ root_id: gone })
    .update({
      root_id: kept,
      merged_into: trx.raw('case when id = ? then ?::uuid else merged_into end', [gone, kept]),
    });
  const given = Object.assign({}, ...Object.values(taken).map(({ after }) => asColumns(after)));
  if (Object.keys(taken).length > 0)
    await trx('crm_beneficiaries').where({ id: kept }).update(given);
  await newVersions(unit, [kept, gone]);
  unit.record({
    type: 'file.merged',
    actor: actorOf(staffId),
    subject: { kind: 'beneficiary', id: kept },
    data: { merge: id, gone, take: Object.keys(taken) },
  });
  // A name or a birth that was taken over may be another person's too.
  if (taken.name || taken.birth) {
    const found = await noteMatches(unit, [kept], { path: 'merge', staffId });
    await trx('crm_file_matches').whereIn('id', found).update({ merge_id: id });
  }
  return id;
}

/** The pair that was judged, and the pair of just these two, are answered. */
async function settleMatches(
  { trx, now }: UnitOfWork,
  { kept, gone, match, staffId, reason }: MergeOrder,
): Promise<SettledMatch[]> {
  const [left = kept, right = gone] = [kept, gone].sort();
  const rows = await trx('crm_file_matches')
    .where({ left_id: left, right_id: right })
    .orWhere({ id: match ?? null })
    .forUpdate()
    .select<SettledMatch[]>('id', 'state', 'judged_by', 'judged_at', 'note');
  await trx('crm_file_matches')
    .whereIn(
      'id',
      rows.map(({ id }) => id),
    )
    .update({ state: 'same', judged_by: staffId, judged_at: now, note: reason });
  return rows;
}

export interface Undone {
  kept: string;
  gone: string;
  /** fields changed since the merge: the later change stands */
  left: MergeField[];
}

/**
 * Takes a merge back, whatever was merged before or after it: one event. The file that went speaks for itself
 * again, with all that was merged into it.
 * @throws CrmError 404, 409 `error.merge_undone` when it was taken back already
 */
export async function undoMerge(
  unit: UnitOfWork,
  mergeId: string,
  staffId: number,
  reason: string,
): Promise<Undone> {
  const { crm, trx, now } = unit;
  await holdMerging(trx);
  const row: MergeRow | undefined = await trx('crm_merges').where({ id: mergeId }).first();
  if (!row) throw notFound();
  if (row.undone_at) throw conflict('error.merge_undone');
  const { kept_id: kept, gone_id: gone } = row;
  const files = await lockFiles(trx, [kept, gone]);
  const current = files.find(({ id }) => id === kept);
  if (!current) throw notFound();

  await trx('crm_merges')
    .where({ id: mergeId })
    .update({ undone_by: staffId, undone_at: now, undone_reason: reason });
  await trx.raw(
    `with recursive tree as (
      select id from crm_beneficiaries where id = ?
      union all
      select f.id from crm_beneficiaries f join tree on f.merged_into = tree.id
    )
    update crm_beneficiaries set root_id = ?, merged_into = case when id = ? then null else merged_into end
    where id in (select id from tree)`,
    [gone, gone, gone],
  );
  const { taken, matches } = openBefore(unit, row);
  const later = await laterMerges(unit, row);
  const restored = restoreFields(
    taken,
    { ...current },
    later.map((one) => ({ merge: one.row.id, taken: one.before.taken })),
  );
  if (Object.keys(restored.columns).length > 0)
    await trx('crm_beneficiaries').where({ id: kept }).update(asColumns(restored.columns));
  for (const corrected of restored.later) {
    const { before } = later.find((one) => one.row.id === corrected.merge) ?? {};
    const sealed = JSON.stringify({ ...before, taken: corrected.taken });
    await trx('crm_merges')
      .where({ id: corrected.merge })
      .update({ before_sealed: crm.vault.seal(place(corrected.merge), sealed) });
  }
  for (const { id, ...stood } of matches) {
    await trx('crm_file_matches').where({ id, state: 'same' }).update(stood);
  }
  // A pair that only this merge made alike, and that nobody judged, was never there.
  await trx('crm_file_matches')
    .where({ state: 'open' })
    .whereIn('merge_id', trx('crm_merges').whereNotNull('undone_at').select('id'))
    .delete();
  await newVersions(unit, [kept, gone]);
  unit.record({
    type: 'file.merge_undone',
    actor: actorOf(staffId),
    subject: { kind: 'beneficiary', id: kept },
    data: { merge: mergeId, gone, left: restored.left },
  });
  return { kept, gone, left: restored.left };
}

const openBefore = ({ crm }: UnitOfWork, row: MergeRow): Before =>
  JSON.parse(crm.vault.open(place(row.id), row.before_sealed)) as Before;

/** Merges into the same file after this one that stand, oldest first. */
async function laterMerges(
  unit: UnitOfWork,
  { kept_id, seq }: MergeRow,
): Promise<{ row: MergeRow; before: Before }[]> {
  const rows: MergeRow[] = await unit
    .trx('crm_merges')
    .where({ kept_id })
    .where('seq', '>', seq)
    .whereNull('undone_at')
    .orderBy('seq');
  return rows.map((row) => ({ row, before: openBefore(unit, row) }));
}
