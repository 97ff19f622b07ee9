import type { z } from 'zod';
import { studyDraft } from '../../../../contracts/study';
import type { DraftSaved, saveDraftBody, StudyDesk } from '../../../../contracts/study';
import type { Crm } from '../../kernel/crm';
import { conflict } from '../../kernel/errors';
import type { Staff } from '../../kernel/room';
import { staffNames } from '../../kernel/staff';
import type { UnitOfWork } from '../../kernel/unit-of-work';
import { findForStaff } from '../access';
import { lockRequest } from '../request.repository';
import type { RequestRow } from '../request.types';
import { draftPlace } from './study.types';
import type { DraftRow } from './study.types';

/** A study is written while a referral waits for its answer. @throws CrmError 409 `error.no_open_referral` */
export async function holdReferral({ trx }: UnitOfWork, requestId: string): Promise<RequestRow> {
  const request = await lockRequest(trx, requestId);
  const open = await trx('crm_referrals')
    .where({ request_id: requestId })
    .whereNull('answered_at')
    .first<{ id: string } | undefined>('id');
  if (!open || request.ended_at !== null) throw conflict('error.no_open_referral');
  return request;
}

/**
 * POST /requests/:id/study/draft: what is written so far. It is no event, since nothing is said by it yet; who wrote
 * last stands beside it. @throws CrmError 409 when no referral waits, or when another has saved since
 */
export async function saveDraft(
  crm: Crm,
  id: string,
  { revision, content }: z.output<typeof saveDraftBody>,
  staff: Staff,
): Promise<DraftSaved> {
  const request = await findForStaff(crm, id, staff);
  return crm.transaction(async (unit) => {
    const { trx, now } = unit;
    await holdReferral(unit, request.id);
    const held = await trx<DraftRow>('crm_study_drafts').where({ request_id: request.id }).first();
    const last = held?.revision ?? 0;
    if (last !== revision) throw conflict('error.draft_changed', { revision: last });
    const next = last + 1;
    await trx('crm_study_drafts')
      .insert({
        request_id: request.id,
        revision: next,
        content_sealed: crm.vault.seal(draftPlace(request.id), JSON.stringify(content)),
        saved_by: staff.id,
        saved_at: now,
      })
      .onConflict('request_id')
      .merge();
    return { revision: next, savedAt: now.toISOString() };
  });
}

type Draft = NonNullable<StudyDesk['writing']>['draft'];

export async function readDraft(crm: Crm, requestId: string): Promise<Draft> {
  const row: DraftRow | undefined = await crm
    .db('crm_study_drafts')
    .where({ request_id: requestId })
    .first();
  if (!row) return null;
  const names = await staffNames(crm, [row.saved_by]);
  const text = crm.vault.open(draftPlace(requestId), row.content_sealed);
  return {
    revision: row.revision,
    savedBy: names.get(row.saved_by) ?? '—',
    savedAt: row.saved_at.toISOString(),
    content: studyDraft.parse(JSON.parse(text)),
  };
}
