import type { JudgeDocumentBody } from '../../../contracts/checking';
import { riyadhDate } from '../kernel/calendar.rules';
import { invalid } from '../kernel/errors';
import { parseNationalId } from '../registry/identity.rules';
import { actingStaffId } from './action';
import type { ActionInput, Effect } from './action';
import { checkOf, validAtSubmission } from './judgement.rules';
import { judgementsOf, paperStates } from './judgements';
import { documentsOf } from './request.repository';
import type { RequestRow } from './request.types';

/**
 * `judge_document`: a file accepted or rejected, or a paper that was seen and not kept. The checklist follows
 * from all that was said of the paper.
 * @throws CrmError 422: no such paper or file, expired at submission, the number of an identity as reference
 */
export async function judgeDocument({
  unit,
  request,
  acting,
  body,
}: ActionInput<JudgeDocumentBody>): Promise<Effect> {
  const { trx, now } = unit;
  const documents = await documentsOf(trx, request.id);
  const file = 'file' in body ? body.file : undefined;
  const document = documents.find((one) => one.key === body.key && one.file_id === file);
  const wrong = issuesOf(request, body, file === undefined || document !== undefined);
  if (wrong.length > 0) throw invalid(wrong);

  const judge = actingStaffId(acting);
  await trx('crm_document_judgements').insert({
    request_id: request.id,
    key: body.key,
    document_id: document?.id ?? null,
    state: body.state,
    reason: body.state === 'rejected' ? body.reason : null,
    note: body.note || null,
    valid_until: (body.state !== 'rejected' && body.validUntil) || null,
    how: body.state === 'sighted' ? body.how : null,
    reference: (body.state === 'sighted' && body.reference) || null,
    judged_by: judge,
    judged_at: now,
  });
  const judgements = await judgementsOf(trx, request.id);
  const state = checkOf(
    paperStates(request, documents, judgements).get(body.key) ?? ('missing' as const),
  );
  const check = { request_id: request.id, key: `document.${body.key}` };
  if (state === null) await trx('crm_checks').where(check).delete();
  else
    await trx('crm_checks')
      .insert({ ...check, state, note: null, checked_by: judge, checked_at: now })
      .onConflict(['request_id', 'key'])
      .merge();
  return {
    data: {
      key: `document.${body.key}`,
      state: body.state,
      ...(document ? { document: document.id } : {}),
      ...(body.state === 'rejected' ? { reason: body.reason } : {}),
    },
  };
}

function issuesOf(request: RequestRow, body: JudgeDocumentBody, fileKnown: boolean) {
  const issues: { path: string; code: string }[] = [];
  if (!request.form.documents.some(({ key }) => key === body.key))
    issues.push({ path: 'key', code: 'not_found' });
  else if (!fileKnown) issues.push({ path: 'file', code: 'not_found' });
  if (body.state === 'rejected') {
    if (body.reason === 'other' && !body.note) issues.push({ path: 'note', code: 'required' });
    return issues;
  }
  if (!validAtSubmission(body.validUntil, riyadhDate(request.submitted_at)))
    issues.push({ path: 'validUntil', code: 'expired_at_submission' });
  // An identity is sighted, not copied: its number belongs to the file, where it is sealed.
  if (body.state === 'sighted' && parseNationalId(body.reference ?? '').ok)
    issues.push({ path: 'reference', code: 'identity_number' });
  return issues;
}
