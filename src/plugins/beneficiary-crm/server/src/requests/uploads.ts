import type { UploadReceipt } from '../../../contracts/website';
import type { Crm } from '../kernel/crm';
import { CrmError } from '../kernel/errors';
import type { UploadedFile } from '../kernel/room';

/**
 * Takes in one file, from the website or at the desk, to be claimed by a request.
 * @throws CrmError 413, 415 or 422 with one sentence for each way a file can be wrong
 */
export async function receiveUpload(crm: Crm, file: UploadedFile | null): Promise<UploadReceipt> {
  if (!file) throw new CrmError('invalid', 'file.missing');
  const kept = await crm.files.receive(crm.db, file, crm.now(), crm.settings.clocks.uploadHours);
  return {
    upload: kept.upload,
    name: kept.name,
    size: kept.size,
    mime: kept.mime,
    expiresAt: kept.expiresAt.toISOString(),
  };
}
