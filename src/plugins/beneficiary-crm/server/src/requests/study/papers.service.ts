import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type { addVisitPaperBody, VisitPaperView } from '../../../../contracts/study';
import type { Crm } from '../../kernel/crm';
import { CrmError, invalid, notFound } from '../../kernel/errors';
import { isId } from '../../kernel/http';
import type { Staff, Subscriber } from '../../kernel/room';
import { staffNames } from '../../kernel/staff';
import type { EventActor, UnitOfWork } from '../../kernel/unit-of-work';
import { holdConsent, standingConsent } from '../../registry';
import { findForStaff } from '../access';
import { keepNote } from '../notes';
import type { RequestRow } from '../request.types';
import { holdReferral } from './draft.service';
import { captionPlace } from './study.types';
import type { VisitPaperRow } from './study.types';

/** Photos and papers of home visits: kept under the person's consent to photography, and no longer than it. */

type Hindrance = 'error.photography_no_file' | 'error.photography_no_consent';

/** Why nothing may be photographed at this family's home now; null: it may. */
export async function photographyHindrance(
  { db }: Pick<Crm, 'db'>,
  { beneficiary_id: file }: Pick<RequestRow, 'beneficiary_id'>,
): Promise<Hindrance | null> {
  if (file === null) return 'error.photography_no_file';
  return (await standingConsent(db, file, 'photography')) ? null : 'error.photography_no_consent';
}

export const refused = (code: Hindrance) =>
  new CrmError('invalid', code, { issues: [{ path: 'upload', code: 'consent' }] });

/** POST /requests/:id/visit-papers. @throws CrmError 422 without a consent in force, or when the upload is gone */
export async function addVisitPaper(
  crm: Crm,
  id: string,
  body: z.output<typeof addVisitPaperBody>,
  staff: Staff,
): Promise<void> {
  const request = await findForStaff(crm, id, staff);
  await crm.transaction(async (unit) => {
    const { trx, now } = unit;
    await holdReferral(unit, request.id);
    if (request.beneficiary_id === null) throw refused('error.photography_no_file');
    const consent = await holdConsent(unit, request.beneficiary_id, 'photography');
    if (consent === null) throw refused('error.photography_no_consent');
    if (body.visit !== undefined) await ofRequest(unit, request.id, body.visit);
    const stored = await crm.files.claim(trx, body.upload, request.id, now);
    if (!stored) throw invalid([{ path: 'upload', code: 'upload' }]);
    const paper = randomUUID();
    await trx('crm_visit_papers').insert({
      id: paper,
      request_id: request.id,
      appointment_id: body.visit ?? null,
      consent_id: consent,
      file_id: stored.id,
      kind: body.kind,
      caption_sealed: crm.vault.seal(captionPlace(paper), body.caption),
      added_by: staff.id,
      added_at: now,
    });
    unit.record({
      type: 'request.visit_paper_added',
      actor: { kind: 'staff', id: staff.id },
      requestId: request.id,
      subject: { kind: 'visit_paper', id: paper },
      data: { kind: body.kind, consent },
    });
  });
}

async function ofRequest({ trx }: UnitOfWork, requestId: string, visit: string): Promise<void> {
  const found: { id: string } | undefined = await trx('crm_appointments')
    .where({ id: visit, request_id: requestId, kind: 'home_visit' })
    .first('id');
  if (!found) throw invalid([{ path: 'visit', code: 'not_found' }]);
}

/** Hides papers at once, and has their files destroyed. */
async function takeAway(
  unit: UnitOfWork,
  papers: readonly VisitPaperRow[],
  actor: EventActor,
  why: { reason: 'taken_back' | 'consent_withdrawn'; note?: string | null },
): Promise<void> {
  if (papers.length === 0) return;
  const { crm, trx, now } = unit;
  const files = papers.flatMap(({ file_id }) => file_id ?? []);
  await trx('crm_visit_papers')
    .whereIn(
      'id',
      papers.map(({ id }) => id),
    )
    .update({ removed_at: now });
  await crm.files.release(trx, files, now);
  unit.enqueue('sweep_uploads', {});
  for (const { id, request_id, kind } of papers)
    unit.record({
      type: 'request.visit_paper_removed',
      actor,
      requestId: request_id,
      subject: { kind: 'visit_paper', id },
      data: { kind, ...why },
    });
}

/** POST /requests/:id/visit-papers/:paper/remove. @throws CrmError 404 */
export async function removeVisitPaper(
  crm: Crm,
  id: string,
  paperId: string,
  reason: string,
  staff: Staff,
): Promise<void> {
  const request = await findForStaff(crm, id, staff);
  await crm.transaction(async (unit) => {
    const paper: VisitPaperRow | undefined = isId(paperId)
      ? await unit
          .trx('crm_visit_papers')
          .where({ id: paperId, request_id: request.id })
          .whereNull('removed_at')
          .forUpdate()
          .first()
      : undefined;
    if (!paper) throw notFound();
    const note = await keepNote(unit, request.id, reason, staff.id);
    await takeAway(unit, [paper], { kind: 'staff', id: staff.id }, { reason: 'taken_back', note });
  });
}

/** Who takes the consent to photography back has nothing left with us that was taken under it. */
export const endPhotography: Subscriber = {
  name: 'end-photography',
  on: ['file.consent_withdrawn'],
  when: 'with',
  async run(unit, { data }) {
    const { purpose, consents } = (data ?? {}) as { purpose?: string; consents?: string[] };
    if (purpose !== 'photography' || !consents) return;
    const papers: VisitPaperRow[] = await unit
      .trx('crm_visit_papers')
      .whereIn('consent_id', consents)
      .whereNull('removed_at')
      .forUpdate();
    await takeAway(unit, papers, { kind: 'system' }, { reason: 'consent_withdrawn' });
  },
};

/** The papers of a request's visits that are still held, in their order. */
export async function visitPapersOf(crm: Crm, requestId: string): Promise<VisitPaperView[]> {
  const rows = await crm
    .db('crm_visit_papers as p')
    .join('crm_files as f', 'f.id', 'p.file_id')
    .where('p.request_id', requestId)
    .whereNull('p.removed_at')
    .orderBy('p.added_at')
    .select<(VisitPaperRow & { file_id: string; file_name: string })[]>(
      'p.*',
      crm.db.raw('f.name as file_name'),
    );
  const names = await staffNames(
    crm,
    rows.map(({ added_by }) => added_by),
  );
  return rows.map((row) => ({
    id: row.id,
    file: { id: row.file_id, name: row.file_name },
    kind: row.kind,
    caption: crm.vault.open(captionPlace(row.id), row.caption_sealed),
    addedBy: names.get(row.added_by) ?? '—',
    addedAt: row.added_at.toISOString(),
  }));
}
