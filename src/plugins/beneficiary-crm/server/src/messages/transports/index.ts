import type { Crm } from '../../kernel/crm';
import type { Transport } from '../../../../contracts/vocabulary';
import { emailTransport } from './email.transport';
import { gatewayTransport } from './gateway.transport';
import type { MessageTransport } from './transport';

/** What this installation can send by. Without a transport a message is kept and handed over. */
export function transportsOf(
  crm: Pick<Crm, 'strapi' | 'settings'>,
): ReadonlyMap<Transport, MessageTransport> {
  const { smtpConfigured, gateways } = crm.settings;
  const configured = [
    smtpConfigured && emailTransport(crm),
    gateways.sms && gatewayTransport('sms', gateways.sms),
    gateways.whatsapp && gatewayTransport('whatsapp', gateways.whatsapp),
  ].filter((transport) => transport !== null && transport !== false);
  return new Map(configured.map((transport) => [transport.name, transport]));
}
