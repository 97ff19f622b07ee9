import { randomUUID } from 'node:crypto';
import { CrmError, invalid } from '../kernel/errors';
import type { FieldIssue } from '../kernel/errors';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { validateAnswers } from '../services/form.rules';
import { signDeclaration } from './declaration.service';
import type { Answers, Owed, RequestRow } from './request.types';
import { answersPlace, openAnswers, signedContentHash } from './request.repository';

/** Papers by key, each with the one-time token of its upload. */
export type Attached = { key: string; upload: string }[];

/** Gives uploads to a request. @throws CrmError 422 naming each upload that is foreign, used or expired */
export async function attachDocuments(
  unit: UnitOfWork,
  request: Pick<RequestRow, 'id' | 'form'>,
  attached: Attached,
): Promise<void> {
  const issues: FieldIssue[] = [];
  const known = new Set(request.form.documents.map((paper) => paper.key));
  const seen = new Set<string>();
  for (const [index, { key, upload }] of attached.entries()) {
    const path = `documents.${index}`;
    if (!known.has(key)) issues.push({ path: `${path}.key`, code: 'document_unknown' });
    else if (seen.has(upload)) issues.push({ path: `${path}.upload`, code: 'upload_twice' });
    else {
      seen.add(upload);
      const file = await unit.crm.files.claim(unit.trx, upload, request.id, unit.now);
      if (!file) issues.push({ path: `${path}.upload`, code: 'upload' });
      else {
        await unit.trx('crm_request_documents').insert({
          id: randomUUID(),
          request_id: request.id,
          key,
          file_id: file.id,
          received_at: unit.now,
        });
      }
    }
  }
  if (issues.length > 0) throw invalid(issues);
}

export interface Response {
  answers?: Answers;
  documents?: Attached;
  declaration?: { version: string; name: string };
  message?: string;
}

/** What of the owed items the response leaves open, and what it brings that nobody asked for. */
function unmet(owed: Owed, response: Response): FieldIssue[] {
  const answers = response.answers ?? {};
  const documents = response.documents ?? [];
  const asked = (kind: Owed['items'][number]['kind']) =>
    new Set(owed.items.filter((item) => item.kind === kind).map((item) => item.key));
  const issues: FieldIssue[] = [];
  for (const key of asked('document')) {
    if (!documents.some((paper) => paper.key === key))
      issues.push({ path: `documents.${key}`, code: 'still_owed' });
  }
  for (const key of asked('field')) {
    if (answers[key] == null) issues.push({ path: `answers.${key}`, code: 'still_owed' });
  }
  if (asked('declaration').size > 0 && !response.declaration)
    issues.push({ path: 'declaration', code: 'still_owed' });
  if (asked('text').size > 0 && !response.message)
    issues.push({ path: 'message', code: 'still_owed' });
  for (const key of Object.keys(answers)) {
    if (!asked('field').has(key)) issues.push({ path: `answers.${key}`, code: 'not_owed' });
  }
  documents.forEach((paper, index) => {
    if (!asked('document').has(paper.key))
      issues.push({ path: `documents.${index}.key`, code: 'not_owed' });
  });
  return issues;
}

/**
 * Takes in exactly what was asked for. A changed answer breaks the declaration, so it is signed anew with it;
 * what changed has to be checked again.
 * @returns the columns that change
 */
export async function takeResponse(
  unit: UnitOfWork,
  request: RequestRow,
  response: Response,
): Promise<Record<string, unknown>> {
  if (!request.owed) throw new CrmError('conflict', 'error.owed_nothing');
  const issues = unmet(request.owed, response);
  if (issues.length > 0) throw invalid(issues);

  const columns: Record<string, unknown> = {};
  let { answers_hash } = request;
  const changed = Object.keys(response.answers ?? {});
  if (changed.length > 0) {
    const merged = { ...openAnswers(unit.crm, request), ...response.answers };
    const judged = validateAnswers(request.form, merged);
    if (!judged.ok) throw invalid(judged.issues);
    answers_hash = signedContentHash(request.applicant_name, judged.answers);
    columns.answers_hash = answers_hash;
    columns.answers_sealed = unit.crm.vault.seal(
      answersPlace(request.id),
      JSON.stringify(judged.answers),
    );
  }
  await attachDocuments(unit, request, response.documents ?? []);
  if (response.declaration) {
    await signDeclaration(
      unit,
      { ...request, answers_hash },
      { ...response.declaration, way: 'typed' },
      null,
    );
  }
  const again = [
    ...changed.map((key) => `answer.${key}`),
    ...(response.documents ?? []).map((paper) => `document.${paper.key}`),
  ];
  await unit.trx('crm_checks').where({ request_id: request.id }).whereIn('key', again).delete();
  return columns;
}
