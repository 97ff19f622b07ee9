import type { Transport } from '../../../contracts/vocabulary';

/** Where a message goes, and whether it can be sent at all. */
export interface Route {
  transport: Transport;
  to: string;
  /** `kept`: no transport reaches them, so a person hands the message over */
  status: 'created' | 'kept';
}

/** By e-mail to who has one, else as a text message to the phone. Null for who has neither. */
export function routeTo(
  contact: { email: string | null; phone: string | null },
  configured: ReadonlySet<Transport>,
): Route | null {
  const { email, phone } = contact;
  const transport: Transport = email ? 'email' : 'sms';
  const to = email ?? phone;
  if (to === null) return null;
  return { transport, to, status: configured.has(transport) ? 'created' : 'kept' };
}

/** What may be shown of an address in a list: `s***@example.com`, `*********567`. */
export function maskAddress(to: string): string {
  const at = to.lastIndexOf('@');
  if (at > 0) return `${to.slice(0, 1)}***${to.slice(at)}`;
  return `${'*'.repeat(Math.max(0, to.length - 3))}${to.slice(-3)}`;
}
