import { z } from 'zod';
import type { Gateway } from '../../kernel/settings';
import { gatewayFault, gatewayRefusal } from './gateway.rules';
import type { MessageTransport } from './transport';

const patience = 20_000;
const receipt = z.object({ id: z.string().max(200) });

/**
 * Messages to phones, through a server that speaks to the provider: `POST { id, template, to, text, locale }` as JSON
 * with `Authorization: Bearer` and the message's id as `Idempotency-Key`; any 2xx takes it, with `{ id }` where the
 * provider has a name for it. Providers differ, so what they want is that server's matter.
 */
export const gatewayTransport = (
  name: 'sms' | 'whatsapp',
  { url, token }: Gateway,
): MessageTransport => ({
  name,
  async send({ id, template, locale, to, body }) {
    const answer = await fetch(url, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        Authorization: `Bearer ${token}`,
        'Idempotency-Key': id,
      },
      body: JSON.stringify({ id, template, to, text: body, locale }),
      // A message is not sent to where a redirect points.
      redirect: 'manual',
      signal: AbortSignal.timeout(patience),
    }).catch((error: unknown) => {
      throw gatewayFault(error);
    });
    const refusal = gatewayRefusal(answer.status);
    if (refusal) throw refusal;
    const said = receipt.safeParse(await answer.json().catch(() => null));
    return { providerId: said.success ? said.data.id : null };
  },
});
