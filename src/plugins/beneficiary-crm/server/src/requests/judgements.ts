import type { Knex } from 'knex';
import type { PaperState, RejectionReason, SightingWay } from '../../../contracts/vocabulary';
import { paperState } from './judgement.rules';
import type { Judgement } from './judgement.rules';
import type { RequestDocumentRow, RequestRow } from './request.types';

/** A row of `crm_document_judgements`, with the file that it is about. */
export interface JudgementRow {
  key: string;
  file_id: string | null;
  state: 'accepted' | 'rejected' | 'sighted';
  reason: RejectionReason | null;
  note: string | null;
  /** YYYY-MM-DD */
  valid_until: string | null;
  how: SightingWay | null;
  reference: string | null;
  judged_by: number;
  judged_at: Date;
}

/** What was said of the papers of a request, oldest first. */
export const judgementsOf = (db: Knex, requestId: string): Promise<JudgementRow[]> =>
  db('crm_document_judgements as j')
    .leftJoin('crm_request_documents as d', 'd.id', 'j.document_id')
    .where('j.request_id', requestId)
    .orderBy('j.seq')
    .select<JudgementRow[]>('j.*', 'd.file_id');

const asJudgement = (row: JudgementRow): Judgement => ({
  fileId: row.file_id,
  state: row.state,
  at: row.judged_at,
});

/** How each paper of the form stands. */
export function paperStates(
  { form }: Pick<RequestRow, 'form'>,
  documents: readonly RequestDocumentRow[],
  judgements: readonly JudgementRow[],
): Map<string, PaperState> {
  return new Map(
    form.documents.map(({ key }) => [
      key,
      paperState(
        documents
          .filter((document) => document.key === key)
          .map((document) => ({ id: document.file_id, receivedAt: document.received_at })),
        judgements.filter((one) => one.key === key).map(asJudgement),
      ),
    ]),
  );
}

/** Keys of the papers that are there: received, or seen and not kept (S2). */
export function presentPapers(
  documents: readonly Pick<RequestDocumentRow, 'key'>[],
  judgements: readonly Pick<JudgementRow, 'key' | 'state'>[],
): string[] {
  const seen = judgements.filter(({ state }) => state === 'sighted');
  return [...new Set([...documents, ...seen].map(({ key }) => key))];
}
