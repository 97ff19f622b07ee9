import { randomInt, randomUUID, timingSafeEqual } from 'node:crypto';
import type { Knex } from 'knex';
import type { Crm } from '../kernel/crm';
import { CrmError, invalid } from '../kernel/errors';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { codeDigits, codeMinutes, codesAnHour, judgeCode, readDigits } from './code.rules';
import type { CodeVerdict, Contact } from './code.rules';

/** Codes that stand for a signature: made here, sent by the messages room, spent when something is signed. */

const table = 'crm_declaration_codes';
const hour = 3_600_000;

/** What a code is a signature under: a declaration (S4), or the receipt of what was handed over (S7). */
export type CodePurpose = 'declaration' | 'delivery';

interface CodeRow {
  id: string;
  contact_index: string;
  purpose: CodePurpose;
  staff_id: number;
  code_hash: string;
  attempts: number;
  expires_at: Date;
  used_at: Date | null;
}

/** A code as the officer sends it back. */
export interface GivenCode {
  codeId: string;
  code: string;
}

const contactIndex = ({ vault }: Pick<Crm, 'vault'>, value: string): string =>
  vault.blindIndex('declaration_code.contact:v1', value);

/** Keyed: six digits alone would be found by trying them all. */
const codeHash = ({ vault }: Pick<Crm, 'vault'>, id: string, code: string): string =>
  vault.blindIndex('declaration_code:v1', `${id}:${code}`);

/**
 * Makes a code for one contact, in the hands of one member of staff. Only its hash is kept; those sent before
 * it are good no more.
 * @throws CrmError 429 when too many were sent to the contact within an hour
 */
export async function issueCode(
  { crm, trx, now, record }: UnitOfWork,
  contact: Contact,
  staffId: number,
  purpose: CodePurpose = 'declaration',
): Promise<{ id: string; code: string; expiresAt: Date }> {
  const index = contactIndex(crm, contact.value);
  await trx.raw('select pg_advisory_xact_lock(hashtextextended(?, 93))', [index]);
  const sent: { created_at: Date }[] = await trx(table)
    .where({ contact_index: index })
    .where('created_at', '>', new Date(now.getTime() - hour))
    .orderBy('created_at')
    .select('created_at');
  const first = sent[0];
  if (first && sent.length >= codesAnHour) {
    const retryAfter = Math.ceil((first.created_at.getTime() + hour - now.getTime()) / 1000);
    throw new CrmError('rate_limited', 'error.codes_an_hour', { details: { retryAfter } });
  }
  await trx(table)
    .where({ contact_index: index, used_at: null })
    .where('expires_at', '>', now)
    .update({ expires_at: now });
  const id = randomUUID();
  const code = String(randomInt(10 ** codeDigits)).padStart(codeDigits, '0');
  const expiresAt = new Date(now.getTime() + codeMinutes * 60_000);
  await trx(table).insert({
    id,
    contact_index: index,
    staff_id: staffId,
    purpose,
    code_hash: codeHash(crm, id, code),
    created_at: now,
    expires_at: expiresAt,
  });
  record({
    type: purpose === 'delivery' ? 'delivery.code_sent' : 'declaration.code_sent',
    actor: { kind: 'staff', id: staffId },
    subject: { kind: 'declaration_code', id },
    data: { by: contact.kind },
  });
  return { id, code, expiresAt };
}

/** A code that this member of staff had sent, locked, and what the digits are worth; null: none of theirs. */
async function judgeGiven(
  { crm, trx, now }: UnitOfWork,
  { codeId, code }: GivenCode,
  staffId: number,
): Promise<{ row: CodeRow; verdict: CodeVerdict } | null> {
  const row = await (trx as Knex)<CodeRow>(table)
    .where({ id: codeId, staff_id: staffId })
    .forUpdate()
    .first();
  if (!row) return null;
  const given = Buffer.from(codeHash(crm, codeId, readDigits(code)));
  const isRight = timingSafeEqual(given, Buffer.from(row.code_hash));
  const state = { attempts: row.attempts, expiresAt: row.expires_at, usedAt: row.used_at };
  return { row, verdict: judgeCode(state, isRight, now) };
}

/**
 * Counts a wrong code. In a transaction of its own and before the one that it makes fail: what is rolled back
 * with its request would never be counted.
 */
export async function countAttempt(crm: Crm, given: GivenCode, staffId: number): Promise<void> {
  await crm.transaction(async (unit) => {
    const judged = await judgeGiven(unit, given, staffId);
    if (judged?.verdict === 'wrong')
      await unit.trx(table).where({ id: given.codeId }).increment('attempts');
  });
}

/**
 * Spends a code on a signature, once.
 * @param on whose code it must be: `contacts` are the applicant's own, since a code that went elsewhere is nobody's
 *   signature; `path` names the field in a refusal
 * @throws CrmError 422 saying what is wrong with it
 */
export async function spendCode(
  unit: UnitOfWork,
  given: GivenCode,
  on: {
    contacts: readonly (string | null)[];
    staffId: number;
    purpose: CodePurpose;
    path: string;
  },
): Promise<void> {
  const judged = await judgeGiven(unit, given, on.staffId);
  const own =
    judged?.row.purpose === on.purpose &&
    on.contacts.some(
      (contact) => contact && contactIndex(unit.crm, contact) === judged.row.contact_index,
    );
  const verdict = judged && own ? judged.verdict : 'foreign';
  if (verdict !== 'fits') throw invalid([{ path: on.path, code: `code_${verdict}` }]);
  await unit.trx(table).where({ id: given.codeId }).update({ used_at: unit.now });
}
