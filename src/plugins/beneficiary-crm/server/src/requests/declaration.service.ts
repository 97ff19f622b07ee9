import { randomUUID } from 'node:crypto';
import type { DeskDeclaration, SignatureView, Strokes } from '../../../contracts/receiving';
import type { Bilingual } from '../kernel/bilingual';
import type { Crm } from '../kernel/crm';
import { invalid, notFound } from '../kernel/errors';
import type { Staff } from '../kernel/room';
import { insertTogether } from '../kernel/sql';
import type { NewRow } from '../kernel/sql';
import { readerIn } from '../kernel/unit-of-work';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { sha256 } from '../kernel/vault';
import { currentLegalText } from '../services/catalogue.service';
import { findForStaff } from './access';
import { spendCode } from './declaration-code.service';
import { latestDeclaration } from './request.repository';
import type { RequestRow } from './request.types';
import { isSignature } from './signature.rules';

/** The declaration as it is signed (S4): `typed` on the website, the other ways before a member of staff. */
export type Signed = { version: string; name: string; way: 'typed' } | DeskDeclaration;

type Signing = Pick<RequestRow, 'id' | 'answers_hash' | 'applicant_phone' | 'applicant_email'>;

export const hashOf = ({ ar, en }: Bilingual): string => sha256(`${ar}\n${en}`);

export const strokesPlace = (id: string) => ({ table: 'crm_declarations', field: 'strokes', id });

/**
 * The rows of a declaration on the answers as they are now (S4).
 * @param witness who saw it signed, or took the code; null on the website
 * @throws CrmError 422 when another version of the text was read, or what was given is no signature
 */
export async function signedRows(
  unit: UnitOfWork,
  request: Signing,
  signed: Signed,
  witness: number | null,
): Promise<[NewRow, NewRow]> {
  const text = await currentLegalText(readerIn(unit), 'declaration');
  if (text.version !== signed.version)
    throw invalid([{ path: 'declaration.version', code: 'version' }]);
  const id = randomUUID();
  const wording = { text_hash: hashOf(text.text), version: text.version };
  return [
    {
      table: 'crm_declaration_texts',
      row: { ...wording, text: text.text },
      once: 'text_hash',
    },
    {
      table: 'crm_declarations',
      row: {
        id,
        request_id: request.id,
        ...wording,
        answers_hash: request.answers_hash,
        signer: signed.name,
        way: signed.way,
        witnessed_by: witness,
        signed_at: unit.now,
        ...(await signatureColumns(unit, id, request, signed, witness)),
      },
    },
  ];
}

/** Signs the answers of a request that is there (S4). @throws as `signedRows` */
export async function signDeclaration(
  unit: UnitOfWork,
  ...given: [request: Signing, signed: Signed, witness: number | null]
): Promise<void> {
  await insertTogether(unit.trx, await signedRows(unit, ...given));
}

async function signatureColumns(
  unit: UnitOfWork,
  id: string,
  request: Signing,
  signed: Signed,
  witness: number | null,
): Promise<Record<string, string>> {
  if (signed.way === 'drawn') {
    if (!isSignature(signed.strokes))
      throw invalid([{ path: 'declaration.strokes', code: 'signature' }]);
    return {
      strokes_sealed: unit.crm.vault.seal(strokesPlace(id), JSON.stringify(signed.strokes)),
    };
  }
  if (signed.way === 'code') {
    if (witness === null) throw new Error('a code is taken by a person of the staff');
    const contacts = [request.applicant_phone, request.applicant_email];
    await spendCode(unit, signed, {
      contacts,
      staffId: witness,
      purpose: 'declaration',
      path: 'declaration.code',
    });
    return { code_id: signed.codeId };
  }
  return {};
}

/**
 * The signature that was drawn under the declaration, for who may see the request; on record.
 * @throws CrmError 404 also when the declaration was signed in another way
 */
export async function readSignature(crm: Crm, id: string, staff: Staff): Promise<SignatureView> {
  const request = await findForStaff(crm, id, staff);
  const declaration = await latestDeclaration(crm.db, request.id);
  if (!declaration?.strokes_sealed) throw notFound();
  await crm.transaction(async (unit) => {
    unit.record({
      type: 'request.file_read',
      actor: { kind: 'staff', id: staff.id },
      requestId: request.id,
      subject: { kind: 'declaration', id: declaration.id },
    });
  });
  const drawn = crm.vault.open(strokesPlace(declaration.id), declaration.strokes_sealed);
  return {
    strokes: JSON.parse(drawn) as Strokes,
    signer: declaration.signer,
    signedAt: declaration.signed_at.toISOString(),
  };
}
