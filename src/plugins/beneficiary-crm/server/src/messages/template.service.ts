import type { TemplateKey, Transport } from '../../../contracts/vocabulary';
import type { Bilingual } from '../kernel/bilingual';
import type { Crm } from '../kernel/crm';
import { both, readPublished } from '../kernel/published';
import { messageTemplateUid } from './content-types';

interface TemplateRow {
  key: TemplateKey;
  transport: Transport;
  subject: string | null;
  body: string;
}

/** Words with places in braces, such as `{reference}`; `subject` is empty where there is none. */
export interface MessageTemplate {
  key: TemplateKey;
  transport: Transport;
  subject: Bilingual;
  body: Bilingual;
}

/** The published words of a message; null when the editors have published none. */
export async function messageTemplate(
  crm: Pick<Crm, 'strapi'>,
  key: TemplateKey,
  transport: Transport,
): Promise<MessageTemplate | null> {
  const [template] = await readPublished<TemplateRow>(crm, messageTemplateUid, {
    filters: { key, transport },
  });
  if (!template) return null;
  return { key, transport, subject: both(template, 'subject'), body: both(template, 'body') };
}
