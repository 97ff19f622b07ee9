import type { Locale } from '../../../contracts/vocabulary';
import { faqQuery } from '../../../contracts/website';
import type { PolicyDocumentView } from '../../../contracts/website';
import { pick } from '../kernel/bilingual';
import type { Crm } from '../kernel/crm';
import { both, readPublished } from '../kernel/published';
import { publicRoute } from '../kernel/room';
import { bestFaqs, faqs } from '../reception';

/** What the application's editors publish beside the services: questions and documents. */

interface FileRow {
  url: string;
  name: string;
  /** kilobytes */
  size: number;
  mime: string;
}
interface DocumentRow {
  slug: string;
  tool: 'T1' | 'T2' | 'T3' | null;
  title: string;
  summary: string;
  version: string;
  file: FileRow | null;
}

const fileView = (file: FileRow): PolicyDocumentView['file'] => ({
  url: file.url,
  name: file.name,
  size: Math.round(Number(file.size) * 1000),
  mime: file.mime,
});

async function documents(crm: Pick<Crm, 'strapi'>, locale: Locale): Promise<PolicyDocumentView[]> {
  const rows = await readPublished<DocumentRow>(crm, 'api::policy-document.policy-document', {
    sort: ['position:asc', 'slug:asc'],
    populate: { file: true },
  });
  return rows.map((document) => {
    const { main, en } = document;
    const file = (locale === 'en' && en?.file) || main.file;
    return {
      slug: main.slug,
      tool: main.tool,
      title: pick(both(document, 'title'), locale),
      summary: pick(both(document, 'summary'), locale),
      version: main.version,
      file: file && fileView(file),
    };
  });
}

export const contentRoutes = [
  publicRoute({
    method: 'GET',
    path: '/faqs',
    limit: 'read',
    query: faqQuery,
    async handler({ crm, locale, query }) {
      const all = await faqs(crm, locale);
      const onTopic = query.topic ? all.filter((faq) => faq.topic?.slug === query.topic) : all;
      return { data: query.q ? bestFaqs(onTopic, query.q) : onTopic };
    },
  }),
  publicRoute({
    method: 'GET',
    path: '/documents',
    limit: 'read',
    handler: async ({ crm, locale }) => ({ data: await documents(crm, locale) }),
  }),
] as const;
