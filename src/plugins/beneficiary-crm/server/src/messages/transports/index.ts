import type { Crm } from '../../kernel/crm';
import type { Transport } from '../../../../contracts/vocabulary';
import { emailTransport } from './email.transport';
import type { MessageTransport } from './transport';

/** What this installation can send by. Without a transport a message is kept and handed over. */
export function transportsOf(
  crm: Pick<Crm, 'strapi' | 'settings'>,
): ReadonlyMap<Transport, MessageTransport> {
  const configured = crm.settings.smtpConfigured ? [emailTransport(crm)] : [];
  return new Map(configured.map((transport) => [transport.name, transport]));
}
