import type { ContactChannel, Transport } from '../../../contracts/vocabulary';

/** Where a message goes, and whether it can be sent at all. */
export interface Route {
  transport: Transport;
  to: string;
  /** `kept`: no transport reaches them, so a person hands the message over */
  status: 'created' | 'kept';
}

/** Ways in which a person, and no transport, brings the words. */
const byHand: ReadonlySet<ContactChannel> = new Set(['phone', 'letter', 'interview', 'delegate']);

/**
 * By WhatsApp to who chose it, where the association has it; by e-mail to who has one and did not choose text messages;
 * else as a text message to the phone. A letter to who
 * wants to be called, visited or written to on paper is kept, for a person to bring. Null for who has neither.
 */
export function routeTo(
  contact: { email: string | null; phone: string | null; preferred?: ContactChannel | null },
  configured: ReadonlySet<Transport>,
  isLetter = false,
): Route | null {
  const { email, phone, preferred = null } = contact;
  const transport = transportTo({ email, phone, preferred }, configured);
  const to = transport === 'email' ? email : phone;
  if (to === null) return null;
  const brought = isLetter && preferred !== null && byHand.has(preferred);
  return { transport, to, status: configured.has(transport) && !brought ? 'created' : 'kept' };
}

function transportTo(
  {
    email,
    phone,
    preferred,
  }: { email: string | null; phone: string | null; preferred: ContactChannel | null },
  configured: ReadonlySet<Transport>,
): Transport {
  if (preferred === 'whatsapp' && phone !== null && configured.has('whatsapp')) return 'whatsapp';
  if (preferred === 'sms' && phone !== null) return 'sms';
  return email ? 'email' : 'sms';
}

/** What may be shown of an address in a list: `s***@example.com`, `*********567`. */
export function maskAddress(to: string): string {
  const at = to.lastIndexOf('@');
  if (at > 0) return `${to.slice(0, 1)}***${to.slice(at)}`;
  return `${'*'.repeat(Math.max(0, to.length - 3))}${to.slice(-3)}`;
}
