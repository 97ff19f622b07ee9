import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type { addDocumentBody } from '../../../contracts/registry';
import { riyadhDate } from '../kernel/calendar.rules';
import type { Crm } from '../kernel/crm';
import { CrmError, invalid, notFound } from '../kernel/errors';
import { isId } from '../kernel/http';
import type { Staff } from '../kernel/room';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { mayBeKept } from './document.rules';
import { findFile } from './file.service';
import type { FileChange } from './file.service';
import type { FileRow } from './person.types';
import { filesOfPerson } from './registry.service';
import { datesOfPaper } from './validity.rules';

/**
 * POST /beneficiaries/:id/documents
 * @throws CrmError 422 for an image of an identity without its legal basis, wrong dates, or an upload that is gone
 */
export async function addDocument(
  { crm, trx, now }: UnitOfWork,
  file: FileRow,
  body: z.output<typeof addDocumentBody>,
  staff: Staff,
): Promise<FileChange> {
  if (!mayBeKept(body)) {
    throw new CrmError('invalid', 'error.legal_basis_needed', {
      issues: [{ path: 'legalBasis', code: 'legal_basis_needed' }],
    });
  }
  const wrong = datesOfPaper(
    { issuedOn: body.issuedOn, until: body.validUntil },
    riyadhDate(now),
  ).map(({ field, code }) => ({ path: field === 'until' ? 'validUntil' : field, code }));
  if (wrong.length > 0) throw invalid(wrong);
  const stored = await crm.files.claimForPerson(trx, body.upload, file.id, now);
  if (!stored) throw invalid([{ path: 'upload', code: 'upload' }]);
  const id = randomUUID();
  await trx('crm_person_documents').insert({
    id,
    beneficiary_id: file.id,
    kind: body.kind,
    title: body.title ?? null,
    file_id: stored.id,
    issued_on: body.issuedOn ?? null,
    valid_until: body.validUntil ?? null,
    // Kept with an identity's image alone: elsewhere it would say that one was needed.
    legal_basis: body.kind === 'identity' ? body.legalBasis : null,
    legal_reference: body.kind === 'identity' ? body.legalReference : null,
    recorded_by: staff.id,
    recorded_at: now,
  });
  return { event: 'file.document_added', data: { document: id, kind: body.kind } };
}

/** POST /beneficiaries/:id/documents/:document/remove. The row says who and why. @throws CrmError 404 */
export async function removeDocument(
  { trx, now }: UnitOfWork,
  file: FileRow,
  documentId: string,
  reason: string,
  staff: Staff,
): Promise<FileChange> {
  const ids = await filesOfPerson(trx, file.id);
  const rows: { kind: string }[] = isId(documentId)
    ? await trx('crm_person_documents')
        .where({ id: documentId })
        .whereIn('beneficiary_id', ids)
        .whereNull('removed_at')
        .update({ removed_at: now, removed_by: staff.id, removed_reason: reason })
        .returning('kind')
    : [];
  const [removed] = rows;
  if (!removed) throw notFound();
  return { event: 'file.document_removed', data: { document: documentId, kind: removed.kind } };
}

/** GET /beneficiaries/:id/documents/:document/file: whoever reads it is on record. @throws CrmError 404 */
export async function readDocument(
  crm: Crm,
  id: string,
  documentId: string,
  staff: Staff,
): Promise<{ body: Buffer; name: string; mime: string }> {
  const file = await findFile(crm.db, id, staff);
  const ids = await filesOfPerson(crm.db, file.id);
  const document = isId(documentId)
    ? await crm
        .db('crm_person_documents')
        .where({ id: documentId })
        .whereIn('beneficiary_id', ids)
        .whereNull('removed_at')
        .first<{ file_id: string; kind: string } | undefined>('file_id', 'kind')
    : undefined;
  const stored = document && (await crm.files.find(crm.db, document.file_id));
  if (!document || !stored) throw notFound();
  await crm.transaction(async (unit) => {
    unit.record({
      type: 'file.document_read',
      actor: { kind: 'staff', id: staff.id },
      subject: { kind: 'beneficiary', id: file.id },
      data: { document: documentId, kind: document.kind },
    });
  });
  return {
    body: await crm.files.read(crm.db, stored.id),
    name: stored.name,
    mime: stored.mime,
  };
}
