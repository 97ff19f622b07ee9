import type { IncomingHttpHeaders } from 'node:http';
import { CrmError } from './errors';
import type { Crm } from './crm';
import { idempotencyKey } from './http';
import { holdStamps, stampColumns } from './kept';
import { runPrepared } from './sql';
import type { UnitOfWork } from './unit-of-work';
import { canonicalJson, sha256 } from './vault';

interface Kept {
  body_hash: string;
  sealed_answer: string | null;
}

/**
 * Does a thing once for each key: a second click, a retry after a lost answer and two that arrive together
 * get the first one's answer. The key's row is written in the same transaction as the thing itself, so they
 * stand or fall together; the unique index makes the later one wait.
 * @throws CrmError 422 when the key comes back with another body
 */
export async function once<Result>(
  crm: Crm,
  route: string,
  headers: IncomingHttpHeaders,
  body: unknown,
  run: (unit: UnitOfWork) => Promise<Result>,
): Promise<Result> {
  const keyHash = sha256(`${route}|${idempotencyKey(headers)}`);
  const bodyHash = crm.vault.blindIndex('idempotency:v1', canonicalJson(body));
  const place = { table: 'crm_idempotency', field: 'answer', id: keyHash };
  return crm.transaction(async (unit) => {
    if (!(await take(unit, keyHash, bodyHash))) {
      const kept: Kept | undefined = await unit
        .trx('crm_idempotency')
        .where({ key_hash: keyHash })
        .first();
      if (kept?.body_hash !== bodyHash || !kept.sealed_answer) {
        throw new CrmError('invalid', 'error.idempotency_mismatch', {
          issues: [{ path: 'Idempotency-Key', code: 'used' }],
        });
      }
      return JSON.parse(crm.vault.open(place, kept.sealed_answer)) as Result;
    }
    const result = await run(unit);
    const sealed = crm.vault.seal(place, JSON.stringify(result));
    unit.writeLast('answered', {
      text: 'update crm_idempotency set sealed_answer = ?, status = 201 where key_hash = ?',
      values: [sealed, keyHash],
    });
    return result;
  });
}

/** Takes the key, and reads in the same statement what hardly anything can be done without. @returns whether it was free */
async function take({ trx, now }: UnitOfWork, keyHash: string, bodyHash: string): Promise<boolean> {
  const [row] = await runPrepared<{ taken: string | null }>(trx, {
    text: `with taken as (
      insert into crm_idempotency (key_hash, body_hash, created_at) values (?, ?, ?)
        on conflict (key_hash) do nothing returning key_hash)
    select (select key_hash from taken) as taken, ${stampColumns()}`,
    values: [keyHash, bodyHash, now],
  });
  const { taken, ...stamps } = row ?? { taken: null };
  holdStamps(trx, stamps);
  return taken !== null;
}
