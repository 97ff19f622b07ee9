import type { IncomingHttpHeaders } from 'node:http';
import type { Received, ReceiveBody } from '../../../contracts/receiving';
import type { Locale } from '../../../contracts/vocabulary';
import type { Crm } from '../kernel/crm';
import { CrmError, invalid } from '../kernel/errors';
import { once } from '../kernel/idempotency';
import type { Staff } from '../kernel/room';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { accessCodeFits, readCode } from '../kernel/vault';
import { refuseByStanding } from '../registry';
import { findForStaff } from './access';
import { countAttempt } from './declaration-code.service';
import { renderReceipt } from './letters';
import type { Paper } from './letters';
import { findRequest } from './request.repository';
import { newCredentials, submitRequest } from './submit.service';

/** Requests that staff open on someone's behalf, by every channel (S1, C1–C8). */

/**
 * Opens a request once for each key: a second click, and a retry after a lost answer, get the first receipt.
 * A delegate's belongs to the own branch (C8).
 */
export async function receiveRequest(
  crm: Crm,
  staff: Staff,
  headers: IncomingHttpHeaders,
  body: ReceiveBody,
  locale: Locale,
): Promise<Received> {
  const { declaration } = body.request;
  if (declaration?.way === 'code') await countAttempt(crm, declaration, staff.id);
  const credentials = newCredentials();
  return once(crm, `staff ${staff.id}`, headers, body, async (unit) =>
    submitRequest(
      unit,
      {
        body: body.request,
        channel: body.channel,
        branch: staff.branch,
        locale,
        beneficiary: body.beneficiary ? await fileFor(unit, body.beneficiary, staff) : null,
        visit: body.visit ? await visitFor(unit, body.visit, staff) : null,
        acting: {
          as: { kind: 'staff', permissions: staff.permissions },
          actor: { kind: 'staff', id: staff.id },
        },
      },
      credentials,
    ),
  );
}

const ofBranch = (branch: string | null, staff: Staff): boolean =>
  staff.branch === null || staff.branch === branch;

/**
 * The file that speaks for the person.
 * @throws CrmError 422 also when it belongs to another branch, 409 when its standing forbids a request
 */
async function fileFor(unit: UnitOfWork, id: string, staff: Staff): Promise<string> {
  const root = await unit
    .trx('crm_beneficiaries as own')
    .join('crm_beneficiaries as root', 'root.id', 'own.root_id')
    .where('own.id', id)
    .first<{ id: string; branch: string | null } | undefined>('root.id', 'root.branch');
  if (!root || !ofBranch(root.branch, staff))
    throw invalid([{ path: 'beneficiary', code: 'not_found' }]);
  await refuseByStanding(unit, root.id, 'request');
  return root.id;
}

async function visitFor({ trx }: UnitOfWork, id: string, staff: Staff): Promise<string> {
  const visit = await trx('crm_visits')
    .where({ id })
    .first<{ id: string; branch: string | null } | undefined>('id', 'branch');
  if (!visit || !ofBranch(visit.branch, staff))
    throw invalid([{ path: 'visit', code: 'not_found' }]);
  return visit.id;
}

/**
 * The receipt with the access code, for the applicant who stands there: whoever asks holds the code.
 * @throws CrmError 404 for a wrong reference or code, and for a request of another branch; 429
 */
export async function receiptAtDesk(
  crm: Crm,
  staff: Staff,
  given: { reference: string; accessCode: string },
  locale: Locale,
): Promise<Paper> {
  const reference = readCode(given.reference);
  await crm.limits.spend('credentials', `reference:${reference}`);
  const accessCode = readCode(given.accessCode);
  const row = await findRequest(crm.db, { reference });
  const fits = await accessCodeFits(accessCode, row?.access_code_hash ?? null);
  if (!row || !fits) throw new CrmError('not_found', 'error.wrong_credentials');
  return renderReceipt(crm, await findForStaff(crm, row.id, staff), accessCode, locale);
}
