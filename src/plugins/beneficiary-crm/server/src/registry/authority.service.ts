import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type { authorityBody } from '../../../contracts/registry';
import { riyadhDate } from '../kernel/calendar.rules';
import { CrmError, conflict, invalid, notFound } from '../kernel/errors';
import type { FieldIssue } from '../kernel/errors';
import { isId } from '../kernel/http';
import type { Staff } from '../kernel/room';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { findFile } from './file.service';
import type { FileChange } from './file.service';
import { parseMobile } from './identity.rules';
import type { FileRow } from './person.types';
import { filesOfPerson } from './registry.service';
import { datesOfPaper } from './validity.rules';

type AuthorityBody = z.output<typeof authorityBody>;

/** The file of who is named, or null when nobody is there whom this person may see. */
async function fileNamed(
  trx: UnitOfWork['trx'],
  id: string,
  staff: Staff,
): Promise<FileRow | null> {
  try {
    return await findFile(trx, id, staff);
  } catch (error) {
    if (error instanceof CrmError && error.kind === 'not_found') return null;
    throw error;
  }
}

/** POST /beneficiaries/:id/authorities: the proof was seen now. @throws CrmError 422 naming what is wrong */
export async function recordAuthority(
  { trx, now }: UnitOfWork,
  file: FileRow,
  body: AuthorityBody,
  staff: Staff,
): Promise<FileChange> {
  const issues: FieldIssue[] = [];
  const holder = body.holder === undefined ? null : await fileNamed(trx, body.holder, staff);
  if (body.holder !== undefined) {
    if (!holder) issues.push({ path: 'holder', code: 'not_found' });
    else if (holder.id === file.id) issues.push({ path: 'holder', code: 'itself' });
    else if (holder.status === 'deceased') issues.push({ path: 'holder', code: 'deceased' });
  } else if (body.holderName === undefined) issues.push({ path: 'holderName', code: 'required' });
  const phone = body.holderPhone === undefined ? null : parseMobile(body.holderPhone);
  if (phone && !phone.ok) issues.push({ path: 'holderPhone', code: 'phone' });
  const dates = datesOfPaper({ issuedOn: body.validFrom, until: body.validUntil }, riyadhDate(now));
  // An authority may begin later than today; it may not end before it begins.
  if (dates.some(({ field }) => field === 'until'))
    issues.push({ path: 'validUntil', code: 'before_issue' });
  if (issues.length > 0) throw invalid(issues);

  const id = randomUUID();
  await trx('crm_authorities').insert({
    id,
    beneficiary_id: file.id,
    holder_id: holder?.id ?? null,
    holder_name: holder?.name ?? body.holderName,
    holder_phone: phone?.ok ? phone.value : null,
    kind: body.kind,
    relationship: body.relationship ?? null,
    proof: body.proof,
    proof_number: body.proofNumber ?? null,
    issued_by: body.issuedBy ?? null,
    valid_from: body.validFrom ?? null,
    valid_until: body.validUntil ?? null,
    sighted_by: staff.id,
    sighted_at: now,
    sighted_how: body.how,
  });
  return {
    event: 'file.authority_recorded',
    data: { authority: id, capacity: body.kind, proof: body.proof, holder: holder?.id ?? null },
  };
}

/** POST /beneficiaries/:id/authorities/:authority/end. @throws CrmError 404; 409 when it has ended */
export async function endAuthority(
  { trx, now }: UnitOfWork,
  file: FileRow,
  authorityId: string,
  reason: string,
  staff: Staff,
): Promise<FileChange> {
  const ids = await filesOfPerson(trx, file.id);
  const held = isId(authorityId)
    ? await trx('crm_authorities')
        .where({ id: authorityId })
        .whereIn('beneficiary_id', ids)
        .first<{ ended_at: Date | null } | undefined>('ended_at')
    : undefined;
  if (!held) throw notFound();
  if (held.ended_at !== null) throw conflict('error.authority_ended');
  await trx('crm_authorities')
    .where({ id: authorityId })
    .update({ ended_at: now, ended_by: staff.id, ended_reason: reason });
  return { event: 'file.authority_ended', data: { authority: authorityId } };
}
