import type { UID } from '@strapi/strapi';
import type { Locale } from '../../../../contracts/vocabulary';
import type { Crm } from '../../kernel/crm';

type Data = Readonly<Record<string, unknown>>;

interface Documents {
  findFirst(query: object): Promise<{ documentId: string } | null>;
  findOne(query: object): Promise<{ documentId: string } | null>;
  create(entry: object): Promise<{ documentId: string }>;
  update(entry: object): Promise<{ documentId: string } | null>;
}

/** Strapi types its documents from generated files, which the demo's own data need not. */
export const documentsOf = ({ strapi }: Pick<Crm, 'strapi'>, uid: UID.ContentType): Documents =>
  strapi.documents(uid) as unknown as Documents;

/**
 * Publishes a document in both languages, unless it is there: what an earlier run that was cut
 * short has written stays, and the rest is added.
 *
 * @param which filters that find the document if it exists
 * @param wordsIn what differs by language; asked for only when it is needed
 */
export async function publishInBoth(
  crm: Pick<Crm, 'strapi'>,
  uid: UID.ContentType,
  which: Data,
  facts: Data,
  wordsIn: (locale: Locale) => Data | Promise<Data>,
): Promise<string> {
  const documents = documentsOf(crm, uid);
  const held = await documents.findFirst({ filters: which, locale: 'ar' });
  const { documentId } =
    held ??
    (await documents.create({
      data: { ...which, ...facts, ...(await wordsIn('ar')) },
      locale: 'ar',
      status: 'published',
    }));
  if (!(await documents.findOne({ documentId, locale: 'en' }))) {
    await documents.update({
      documentId,
      data: { ...facts, ...(await wordsIn('en')) },
      locale: 'en',
      status: 'published',
    });
  }
  return documentId;
}
