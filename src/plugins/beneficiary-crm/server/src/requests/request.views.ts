import type { Locale } from '../../../contracts/vocabulary';
import { pick } from '../kernel/bilingual';
import type { Bilingual } from '../kernel/bilingual';
import type { Crm } from '../kernel/crm';
import { askedFields, shownAnswer } from '../services/form.rules';
import { openAnswers } from './request.repository';
import type { RequestDocumentRow, RequestRow } from './request.types';

/** The name of a document, question or point to check of the frozen form, in the asked language. */
export function labelOf(
  crm: Crm,
  row: RequestRow,
  kind: string,
  key: string,
  locale: Locale,
): string {
  if (kind === 'text' || kind === 'declaration') return crm.say(locale, `owed.${kind}`);
  const { documents, fields, checklist } = row.form;
  const held: readonly { key: string; label: Bilingual }[] =
    kind === 'document' ? documents : kind === 'point' ? checklist : fields;
  const found = held.find((item) => item.key === key);
  return found ? pick(found.label, locale) : key;
}

/** The answers as a person reads them: only what was asked. */
export function shownAnswers(crm: Crm, row: RequestRow, locale: Locale) {
  const answers = openAnswers(crm, row);
  return askedFields(row.form, answers)
    .filter((field) => answers[field.key] != null)
    .map((field) => ({
      key: field.key,
      label: pick(field.label, locale),
      type: field.type,
      shown: shownAnswer(field, answers[field.key], locale),
    }));
}

interface FileSummary {
  id: string;
  name: string;
  size: number;
  mime: string;
  receivedAt: string;
}

/** The papers asked for, each with what was received under it. */
export async function papersOf(
  crm: Crm,
  row: RequestRow,
  documents: RequestDocumentRow[],
  locale: Locale,
) {
  const files = await crm
    .db('crm_files')
    .whereIn(
      'id',
      documents.map((document) => document.file_id),
    )
    .select<{ id: string; name: string; size: number; mime: string }[]>(
      'id',
      'name',
      'size',
      'mime',
    );
  const byId = new Map(files.map((file) => [file.id, file]));
  return row.form.documents.map((paper) => ({
    key: paper.key,
    label: pick(paper.label, locale),
    required: paper.required,
    files: documents
      .filter((document) => document.key === paper.key)
      .flatMap((document): FileSummary[] => {
        const file = byId.get(document.file_id);
        return file ? [{ ...file, receivedAt: document.received_at.toISOString() }] : [];
      }),
  }));
}
