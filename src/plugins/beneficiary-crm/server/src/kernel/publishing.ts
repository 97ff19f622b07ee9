import type { Core, UID } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { localeOf } from './http';
import { createTexts } from './texts';

/** A stored version of a document, with what the rule asked to be populated. */
export type Version = Readonly<Record<string, unknown>> & { documentId: string; locale: string };

/** What must hold before editors may publish; told to them in a sentence. */
export interface PublishingRule {
  uid: UID.ContentType;
  populate?: Readonly<Record<string, unknown>>;
  /** no two published documents share all of these in one language */
  unique?: readonly string[];
  /**
   * @param published what stands on the website now in the same language, if anything does
   * @returns the fault's name under `publish.` in the message files, with what to put in it
   */
  fault?(draft: Version, published: Version | null): PublishingFault | null;
}
export interface PublishingFault {
  code: string;
  params?: Record<string, string>;
}

interface Documents {
  findMany(query: object): Promise<Version[]>;
}

/** Refuses publications that a rule does not allow. To be called once, at boot. */
export function holdPublishing(strapi: Core.Strapi, rules: readonly PublishingRule[]): void {
  const texts = createTexts();
  strapi.documents.use(async (context, next) => {
    const rule = rules.find(({ uid }) => uid === context.uid);
    if (rule && context.action === 'publish') {
      const { documentId, locale } = context.params as { documentId: string; locale?: string };
      const fault = await faultOf(strapi, rule, documentId, locale ?? '*');
      if (fault) {
        const said = texts.say(editorLocale(strapi), `publish.${fault.code}`, fault.params);
        throw new errors.ApplicationError(said);
      }
    }
    return next();
  });
}

async function faultOf(
  strapi: Core.Strapi,
  rule: PublishingRule,
  documentId: string,
  locale: string | string[],
): Promise<PublishingFault | null> {
  const documents = strapi.documents(rule.uid) as unknown as Documents;
  const asked = (version: Version) => locale === '*' || [locale].flat().includes(version.locale);
  const read = (status: 'draft' | 'published', filters: object) =>
    documents.findMany({ status, filters, locale: '*', populate: rule.populate });
  const drafts = (await read('draft', { documentId })).filter(asked);
  const published = await read('published', { documentId });
  for (const draft of drafts) {
    const standing = published.find((version) => version.locale === draft.locale) ?? null;
    const fault = rule.fault?.(draft, standing);
    if (fault) return fault;
    if (!rule.unique) continue;
    const same = Object.fromEntries(rule.unique.map((name) => [name, draft[name]]));
    const others = await read('published', { ...same, documentId: { $ne: documentId } });
    if (others.length > 0) {
      const what = rule.unique.map((name) => String(draft[name])).join(' · ');
      return { code: 'not_unique', params: { what } };
    }
  }
  return null;
}

/** The language in which the editor uses the panel. */
function editorLocale(strapi: Core.Strapi) {
  const state = strapi.requestContext.get()?.state as
    { user?: { preferedLanguage?: string } } | undefined;
  return localeOf(state?.user?.preferedLanguage);
}
