import type { IncomingHttpHeaders } from 'node:http';
import type { z } from 'zod';
import type { BulkBody, BulkResult, assignBody } from '../../../contracts/queue';
import type { Locale } from '../../../contracts/vocabulary';
import type { Crm } from '../kernel/crm';
import { CrmError } from '../kernel/errors';
import { idempotencyKey } from '../kernel/http';
import { once } from '../kernel/idempotency';
import type { Staff } from '../kernel/room';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { act, findForStaff } from '../requests';
import { assign } from './assign.service';
import { loadsOf, readWorkers } from './people.service';

type Row = BulkBody['rows'][number];
type RowResult = BulkResult['rows'][number];
type Done = Pick<RowResult, 'version' | 'status' | 'assigneeName'>;
type Refusal = RowResult['refusals'][number];

/** Why a row was refused: the reasons of the rules, or the one of the refusal itself. */
function reasonsOf(crm: Crm, error: CrmError, locale: Locale): Refusal[] {
  const named = error.details.refusals as Refusal[] | undefined;
  if (named) return named;
  if (error.issues.length > 0)
    return error.issues.map(({ code, params }) => ({
      code,
      message: crm.say(locale, `field.${code}`, params),
    }));
  return [{ code: error.code, message: crm.say(locale, error.code) }];
}

/**
 * Does one thing for many requests, each in a transaction of its own and once for the key: what one is refused does
 * not hold up the others, and a call that is sent again after a lost answer goes on where the first one stopped.
 * @throws CrmError 422 without a key, or with one that was used for something else
 */
async function forEach(
  crm: Crm,
  staff: Staff,
  headers: IncomingHttpHeaders,
  { rows, ...what }: { rows: readonly Row[] } & Record<string, unknown>,
  locale: Locale,
  run: (unit: UnitOfWork, row: Row) => Promise<Done>,
): Promise<BulkResult> {
  idempotencyKey(headers);
  const results: RowResult[] = [];
  for (const row of rows) {
    const nothing = {
      reference: null,
      done: false,
      version: null,
      status: null,
      assigneeName: null,
    };
    try {
      const { reference } = await findForStaff(crm, row.id, staff);
      const result: RowResult = { id: row.id, ...nothing, reference, refusals: [] };
      results.push(result);
      const route = `bulk ${staff.id} ${row.id}`;
      const done = await once(crm, route, headers, { ...what, row }, (unit) => run(unit, row));
      Object.assign(result, done, { done: true });
    } catch (error) {
      if (!(error instanceof CrmError) || error.code === 'error.idempotency_mismatch') throw error;
      const refusals = reasonsOf(crm, error, locale);
      const result = results.at(-1);
      if (result?.id === row.id) result.refusals = refusals;
      else results.push({ id: row.id, ...nothing, refusals });
    }
  }
  const done = results.filter((result) => result.done).length;
  return { done, refused: results.length - done, rows: results };
}

/** POST /requests/assign */
export async function assignMany(
  crm: Crm,
  staff: Staff,
  headers: IncomingHttpHeaders,
  body: z.output<typeof assignBody>,
  locale: Locale,
): Promise<BulkResult> {
  const people = await readWorkers(crm.db, crm.now());
  const loads = await loadsOf(
    crm.db,
    people.map(({ id }) => id),
  );
  return forEach(crm, staff, headers, body, locale, async (unit, row) => {
    const given = await assign(unit, staff, { ...row, to: body.to }, locale, { people, loads });
    return {
      version: given.version,
      status: given.row.status,
      assigneeName: given.assigneeName,
    };
  });
}

/** POST /requests/bulk: a step of the table for each. */
export async function stepMany(
  crm: Crm,
  staff: Staff,
  headers: IncomingHttpHeaders,
  body: BulkBody,
  locale: Locale,
): Promise<BulkResult> {
  const acting = {
    as: { kind: 'staff', permissions: staff.permissions },
    actor: { kind: 'staff', id: staff.id },
  } as const;
  return forEach(crm, staff, headers, body, locale, async (unit, { id, expectedVersion }) => {
    const given = body.action === 'mark_duplicate' ? { of: body.of } : {};
    const after = await act(unit, id, body.action, acting, {
      body: given,
      expectedVersion,
      locale,
    });
    return {
      version: after.version,
      status: after.status,
      assigneeName: after.assignee_id === staff.id ? staff.name : null,
    };
  });
}
