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

/** On WhatsApp a text message is said as it stands, unless the editors wrote other words for it. */
const wordsFor: Readonly<Record<Transport, readonly Transport[]>> = {
  email: ['email'],
  sms: ['sms'],
  whatsapp: ['whatsapp', 'sms'],
};

/** The published words of a message; null when the editors have published none. */
export async function messageTemplate(
  crm: Pick<Crm, 'strapi'>,
  key: TemplateKey,
  transport: Transport,
): Promise<MessageTemplate | null> {
  const published = await readPublished<TemplateRow>(crm, messageTemplateUid, {
    filters: { key, transport: { $in: [...wordsFor[transport]] } },
  });
  const template = published.find(({ main }) => main.transport === transport) ?? published[0];
  if (!template) return null;
  return { key, transport, subject: both(template, 'subject'), body: both(template, 'body') };
}
