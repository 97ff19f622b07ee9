import type { Crm } from '../../kernel/crm';
import { asHtml } from '../writing.rules';
import { smtpFailure } from './smtp.rules';
import type { MessageTransport } from './transport';

interface EmailService {
  send(options: Record<string, unknown>): Promise<{ messageId?: string } | undefined>;
}

/** E-mail through the SMTP server that Strapi is configured with. */
export function emailTransport(crm: Pick<Crm, 'strapi' | 'settings'>): MessageTransport {
  const { hostname } = new URL(crm.settings.publicUrl);
  return {
    name: 'email',
    async send({ id, locale, to, subject, body, attachments }) {
      const service: EmailService = crm.strapi.plugin('email').service('email');
      try {
        const receipt = await service.send({
          to,
          ...(crm.settings.mailFrom ? { from: crm.settings.mailFrom } : {}),
          subject,
          text: body,
          html: asHtml(body, locale),
          // The same at every attempt: a mailbox that got it twice shows it once.
          messageId: `<${id}@${hostname}>`,
          headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': locale },
          attachments: attachments.map(({ name, body: content }) => ({
            filename: name,
            content,
            contentType: 'application/pdf',
          })),
        });
        return { providerId: receipt?.messageId ?? null };
      } catch (error) {
        throw smtpFailure(error);
      }
    },
  };
}
