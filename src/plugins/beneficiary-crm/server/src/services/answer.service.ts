import type { AnswerPurpose, AnswerTemplateView } from '../../../contracts/answers';
import type { Locale, RequestKind } from '../../../contracts/vocabulary';
import { pick } from '../kernel/bilingual';
import type { Crm } from '../kernel/crm';
import { both, readPublished } from '../kernel/published';
import { answerTemplateUid, kindFlags } from './answer.types';

/** GET /answer-templates: what is prepared for this purpose and kind, in the editors' order. */
export async function answerTemplates(
  crm: Pick<Crm, 'strapi'>,
  { purpose, kind }: { purpose: AnswerPurpose; kind: RequestKind },
  locale: Locale,
): Promise<AnswerTemplateView[]> {
  const published = await readPublished<{ name: string; text: string }>(crm, answerTemplateUid, {
    filters: { purpose, [kindFlags[kind]]: true },
    sort: ['position:asc', 'name:asc'],
  });
  return published.map((template) => ({
    id: template.documentId,
    name: pick(both(template, 'name'), locale),
    text: both(template, 'text'),
  }));
}
