import type { JudgeRequestMatchBody } from '../../../contracts/duplicates';
import { conflict, notFound } from '../kernel/errors';
import { isId } from '../kernel/http';
import type { Staff } from '../kernel/room';
import type { NewRow } from '../kernel/sql';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { keepRequestVerdict, linkRequests, lockRequestMatch } from '../registry';
import type { ApplicantTraits } from '../registry';
import { findForStaff } from './access';
import { lockRequest } from './request.repository';

/**
 * At submission: writes the request and, in the same statement, looks for the file of the ID number that was stated.
 * @param rows the request, and what is written with it
 */
export const lookForFile = (
  unit: UnitOfWork,
  applicant: ApplicantTraits,
  rows: readonly NewRow[],
): Promise<void> => giveFiles(unit, [applicant], { hold: true, along: rows });

/** Gives requests to the files of the ID numbers that were stated; whom else they resemble waits for an officer. */
export async function giveFiles(
  unit: UnitOfWork,
  applicants: readonly ApplicantTraits[],
  looking: { hold?: boolean; along?: readonly NewRow[] } = {},
): Promise<void> {
  for (const [requestId, file] of await linkRequests(unit, applicants, looking)) {
    await unit.trx('crm_requests').where({ id: requestId }).update({ beneficiary_id: file });
    unit.record({
      type: 'request.file_linked',
      actor: { kind: 'system' },
      requestId,
      data: { file, by: 'id' },
    });
  }
}

/**
 * An officer says whether a request belongs to a file. `same` gives it to the file; what was given before can be
 * taken back as long as nobody was enrolled on it.
 * @throws CrmError 404, 409 `error.request_enrolled`
 */
export async function judgeRequestMatch(
  unit: UnitOfWork,
  matchId: string,
  body: JudgeRequestMatchBody,
  staff: Staff,
): Promise<{ request: string }> {
  const { trx } = unit;
  if (!isId(matchId)) throw notFound();
  const match = await lockRequestMatch(trx, matchId, staff);
  await findForStaff({ db: trx }, match.request_id, staff);
  const request = await lockRequest(trx, match.request_id);
  const belongs = request.beneficiary_id === match.root;
  const changes = body.verdict === 'same' ? !belongs : belongs;
  if (
    changes &&
    (await trx('crm_enrolments').where({ request_id: request.id }).first('request_id'))
  )
    throw conflict('error.request_enrolled');

  await keepRequestVerdict(unit, matchId, body, staff.id);
  if (changes) {
    const file = body.verdict === 'same' ? match.root : null;
    await trx('crm_requests').where({ id: request.id }).update({ beneficiary_id: file });
  }
  unit.record({
    type: body.verdict === 'same' && changes ? 'request.file_linked' : 'file.match_judged',
    actor: { kind: 'staff', id: staff.id },
    requestId: request.id,
    data: { match: matchId, file: match.root, verdict: body.verdict },
  });
  return { request: request.id };
}
