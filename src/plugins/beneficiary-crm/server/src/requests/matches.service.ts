import type { JudgeRequestMatchBody } from '../../../contracts/duplicates';
import { conflict, notFound } from '../kernel/errors';
import { isId } from '../kernel/http';
import type { Staff } from '../kernel/room';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { holdApplicant, keepRequestVerdict, linkRequests, lockRequestMatch } from '../registry';
import type { ApplicantTraits } from '../registry';
import { findForStaff } from './access';
import { lockRequest } from './request.repository';

/** At submission: gives the request to the file of the ID number that was stated. */
export async function lookForFile(unit: UnitOfWork, applicant: ApplicantTraits): Promise<void> {
  await holdApplicant(unit.trx, applicant);
  await giveFiles(unit, [applicant]);
}

/** Gives requests to the files of the ID numbers that were stated; whom else they resemble waits for an officer. */
export async function giveFiles(
  unit: UnitOfWork,
  applicants: readonly ApplicantTraits[],
): Promise<void> {
  for (const [requestId, file] of await linkRequests(unit, applicants)) {
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
