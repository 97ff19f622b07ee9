import type { Crm } from '../kernel/crm';

const atOnce = 50;

/** Days after which the rows of an import go: they are in the registry, or nobody wanted them. */
export const heldUntil = (crm: Pick<Crm, 'settings'>, moved: Date): Date =>
  new Date(moved.getTime() + crm.settings.clocks.importDays * 86_400_000);

/** Job: destroys files and rows of imports that have ended, or lie about; what became of them stays known. */
export async function destroyImports(crm: Crm): Promise<void> {
  const now = crm.now();
  const before = new Date(now.getTime() - crm.settings.clocks.importDays * 86_400_000);
  const due = await crm
    .db('crm_imports')
    .whereNull('destroyed_at')
    .where('moved_at', '<=', before)
    .orderBy('moved_at')
    .limit(atOnce)
    .pluck<string[]>('id');
  for (const id of due) {
    await crm.staging.destroy(id);
    await crm.transaction(async ({ trx }) => {
      await trx('crm_import_chunks').where({ import_id: id }).delete();
      await trx('crm_import_parts').where({ import_id: id }).delete();
      await trx('crm_imports')
        .where({ id })
        .update({
          destroyed_at: now,
          headings_sealed: null,
          turn: trx.raw('turn + 1'),
          state: trx.raw(`case when ended_at is null then 'cancelled' else state end`),
          ended_at: trx.raw('coalesce(ended_at, ?)', [now]),
        });
    });
  }
}
