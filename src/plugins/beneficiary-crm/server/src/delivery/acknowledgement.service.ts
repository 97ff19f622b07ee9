import type { Knex } from 'knex';
import type { RecordedDelivery } from '../../../contracts/delivery';
import type { SignatureView, Strokes } from '../../../contracts/receiving';
import type { AuthorityKind } from '../../../contracts/vocabulary';
import type { Crm } from '../kernel/crm';
import { invalid, notFound } from '../kernel/errors';
import { notHidden } from '../kernel/hidden';
import { isId } from '../kernel/http';
import type { Staff } from '../kernel/room';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { filesOfPerson } from '../registry';
import { findForStaff, spendCode } from '../requests';
import type { RequestRow } from '../requests';
import { isSignature } from '../requests/signature.rules';

export const strokesPlace = (id: string) => ({ table: 'crm_deliveries', field: 'strokes', id });

export interface Authority {
  id: string;
  name: string;
  kind: AuthorityKind;
}

/** Who may stand in the beneficiary's place on a day, by an authority whose proof was seen. */
export async function authoritiesOn(
  db: Knex,
  beneficiaryId: string | null,
  day: string,
): Promise<Authority[]> {
  if (beneficiaryId === null) return [];
  return db('crm_authorities')
    .whereIn('beneficiary_id', await filesOfPerson(db, beneficiaryId))
    .whereNull('ended_at')
    .whereRaw('coalesce(valid_from, ?::date) <= ?::date', [day, day])
    .whereRaw('coalesce(valid_until, ?::date) >= ?::date', [day, day])
    .orderBy('sighted_at')
    .select<Authority[]>('id', 'holder_name as name', 'kind');
}

/** Who received it: the beneficiary, or who held an authority on that day. @throws CrmError 422 */
export async function receiverOf(
  { trx }: UnitOfWork,
  request: RequestRow,
  { receiver, deliveredOn }: RecordedDelivery,
): Promise<{ received_by: string; authority_id?: string }> {
  if (receiver.kind === 'beneficiary') {
    const file = request.beneficiary_id
      ? await trx('crm_beneficiaries as own')
          .join('crm_beneficiaries as root', 'root.id', 'own.root_id')
          .where('own.id', request.beneficiary_id)
          .first<{ name: string } | undefined>('root.name')
      : undefined;
    return { received_by: file?.name ?? request.applicant_name };
  }
  const held = await authoritiesOn(trx, request.beneficiary_id, deliveredOn);
  const authority = held.find(({ id }) => id === receiver.id);
  if (!authority) throw invalid([{ path: 'receiver.id', code: 'not_in_force' }]);
  return { received_by: authority.name, authority_id: authority.id };
}

/** What proves that it was received. @throws CrmError 422 when what was given proves nothing */
export async function acknowledgementColumns(
  unit: UnitOfWork,
  request: RequestRow,
  id: string,
  given: RecordedDelivery['acknowledgement'],
  by: number,
): Promise<Record<string, unknown>> {
  const { crm, trx, now } = unit;
  const acknowledgement = given.way;
  switch (given.way) {
    case 'signature':
      if (!isSignature(given.strokes))
        throw invalid([{ path: 'acknowledgement.strokes', code: 'signature' }]);
      return {
        acknowledgement,
        strokes_sealed: crm.vault.seal(strokesPlace(id), JSON.stringify(given.strokes)),
      };
    case 'code':
      await spendCode(unit, given, {
        contacts: [request.applicant_phone, request.applicant_email],
        staffId: by,
        purpose: 'delivery',
        path: 'acknowledgement.code',
      });
      return { acknowledgement, code_id: given.codeId };
    case 'bank_receipt': {
      const file = await crm.files.claim(trx, given.upload, request.id, now);
      if (!file) throw invalid([{ path: 'acknowledgement.upload', code: 'upload' }]);
      return { acknowledgement, file_id: file.id };
    }
    case 'witnessed':
      return { acknowledgement, witness: given.witness };
  }
}

/**
 * The signature that was drawn when something was handed over, for who may see the request; on record.
 * @throws CrmError 404 also when it was acknowledged in another way
 */
export async function readDeliverySignature(
  crm: Crm,
  id: string,
  staff: Staff,
): Promise<SignatureView> {
  const row = isId(id)
    ? await crm
        .db('crm_deliveries')
        .where({ id })
        .whereNotNull('strokes_sealed')
        .modify(notHidden(staff.id, 'request_id'))
        .first<Signed | undefined>('request_id', 'strokes_sealed', 'received_by', 'recorded_at')
    : undefined;
  if (!row) throw notFound();
  const request = await findForStaff(crm, row.request_id, staff);
  await crm.transaction(async (unit) => {
    unit.record({
      type: 'request.file_read',
      actor: { kind: 'staff', id: staff.id },
      requestId: request.id,
      subject: { kind: 'delivery', id },
    });
  });
  return {
    strokes: JSON.parse(crm.vault.open(strokesPlace(id), row.strokes_sealed)) as Strokes,
    signer: row.received_by ?? '',
    signedAt: row.recorded_at.toISOString(),
  };
}

interface Signed {
  request_id: string;
  strokes_sealed: string;
  received_by: string | null;
  recorded_at: Date;
}
