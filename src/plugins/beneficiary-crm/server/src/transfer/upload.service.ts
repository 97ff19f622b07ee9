import { randomUUID } from 'node:crypto';
import type { NewImport } from '../../../contracts/transfer';
import type { Crm } from '../kernel/crm';
import { conflict, CrmError, invalid } from '../kernel/errors';
import type { Staff, UploadedFile } from '../kernel/room';
import { holdImport, importLimits, sealName } from './import.repository';

/** A file comes in parts; what a lost connection took is sent again, and nothing is kept twice. */

const allowed = /\.(csv|tsv|txt|xlsx)$/i;

/** @throws CrmError 413, 415 */
export async function beginImport(
  crm: Crm,
  file: { name: string; size: number },
  staff: Staff,
): Promise<NewImport> {
  if (!allowed.test(file.name)) throw new CrmError('unsupported_type', 'import.unsupported');
  if (file.size > importLimits.bytes) throw new CrmError('too_large', 'import.too_large');
  const id = randomUUID();
  const now = crm.now();
  await crm.db('crm_imports').insert({
    id,
    state: 'uploading',
    name_sealed: sealName(crm, id, file.name),
    size: file.size,
    created_by: staff.id,
    created_at: now,
    moved_at: now,
  });
  return { id, partBytes: importLimits.partBytes };
}

/** @throws CrmError 404, 409 when the file is complete already, 422 when the part is not one of this file */
export async function keepPart(
  crm: Crm,
  id: string,
  at: number,
  part: UploadedFile,
): Promise<{ received: number }> {
  return crm.transaction(async ({ trx, now }) => {
    const held = await holdImport(trx, id);
    if (held.state !== 'uploading') throw conflict('import.not_now');
    const wanted = Math.min(importLimits.partBytes, Number(held.size) - at);
    if (at % importLimits.partBytes !== 0 || part.size !== wanted)
      throw invalid([{ path: 'at', code: 'import.part' }]);
    await crm.staging.put(id, at, part.path);
    await trx('crm_import_parts')
      .insert({ import_id: id, at, size: part.size })
      .onConflict(['import_id', 'at'])
      .merge();
    await trx('crm_imports').where({ id }).update({ moved_at: now });
    const sum = (await trx('crm_import_parts').where({ import_id: id }).sum('size as n')) as {
      n: string;
    }[];
    return { received: Number(sum[0]?.n ?? 0) };
  });
}

/** All parts are here: the file is read by a job. @throws CrmError 404, 409, 422 when parts are missing */
export async function beginReading(crm: Crm, id: string): Promise<void> {
  await crm.transaction(async ({ trx, now, enqueue }) => {
    const held = await holdImport(trx, id);
    if (held.state === 'reading') return;
    if (held.state !== 'uploading') throw conflict('import.not_now');
    const sum = (await trx('crm_import_parts').where({ import_id: id }).sum('size as n')) as {
      n: string | null;
    }[];
    if (Number(sum[0]?.n ?? 0) !== Number(held.size))
      throw new CrmError('invalid', 'import.incomplete');
    const turn = held.turn + 1;
    await trx('crm_imports').where({ id }).update({ state: 'reading', turn, moved_at: now });
    enqueue('read_import', { import: id, turn });
  });
}
