import type { PreviewLink } from '../../../contracts/evaluation';
import type { Locale } from '../../../contracts/vocabulary';
import type { SurveyView } from '../../../contracts/website';
import type { Crm } from '../kernel/crm';
import { notFound } from '../kernel/errors';
import { readDraft } from '../kernel/published';
import { surveyUid } from './content-types';
import { previewToken, previewedDocument } from './preview.rules';
import { definitionOf, populateSurvey } from './survey.service';
import type { SurveyRow } from './survey.service';
import { surveyView } from './survey.view';

const draftOf = (crm: Crm, documentId: string) =>
  readDraft<SurveyRow>(crm, surveyUid, documentId, populateSurvey);

/** POST /surveys/:id/preview @throws CrmError 404 */
export async function previewLink(
  crm: Crm,
  documentId: string,
  locale: Locale,
): Promise<PreviewLink> {
  const draft = await draftOf(crm, documentId);
  if (!draft) throw notFound();
  const token = previewToken(crm.vault, draft.documentId, crm.now());
  return { url: `${crm.settings.publicUrl}/evaluate?lang=${locale}#p=${token}` };
}

/** POST /evaluations/preview: the survey as it is being written. @throws CrmError 404 also when the hour is over */
export async function openPreview(crm: Crm, token: string, locale: Locale): Promise<SurveyView> {
  const documentId = previewedDocument(crm.vault, token, crm.now());
  const draft = documentId === null ? null : await draftOf(crm, documentId);
  if (!draft) throw notFound();
  return surveyView(definitionOf(draft), null, locale);
}
