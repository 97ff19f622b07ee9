import type { DeclarationCodeSent, SigningView } from '../../../contracts/receiving';
import type { Locale, Transport } from '../../../contracts/vocabulary';
import { pick } from '../kernel/bilingual';
import type { Crm } from '../kernel/crm';
import { invalid } from '../kernel/errors';
import { fillTemplate } from '../kernel/texts';
import { associationProfile } from '../reception';
import { codeMinutes, issueCode, readContact } from '../requests';
import type { Contact } from '../requests';
import { queueMessage } from './outbox.service';
import { maskAddress } from './routing.rules';
import { messageTemplate } from './template.service';
import { transportsOf } from './transports';
import { leftToRight } from './writing.rules';

const transportTo: Readonly<Record<Contact['kind'], Transport>> = { email: 'email', phone: 'sms' };

/** The words of the code's message, where it can really be sent: kept, it would be read by the staff. */
async function sendable(crm: Crm, kind: Contact['kind']) {
  const transport = transportTo[kind];
  return transportsOf(crm).has(transport)
    ? messageTemplate(crm, 'declaration_code', transport)
    : null;
}

/** GET /desk/signing: in which ways a declaration can be signed here and now. */
export async function signingWays(crm: Crm): Promise<SigningView> {
  const [email, phone] = await Promise.all([sendable(crm, 'email'), sendable(crm, 'phone')]);
  const codeBy: SigningView['codeBy'] = [
    ...(email ? (['email'] as const) : []),
    ...(phone ? (['phone'] as const) : []),
  ];
  return { ways: ['drawn', ...(codeBy.length > 0 ? (['code'] as const) : []), 'paper'], codeBy };
}

/**
 * POST /declaration-codes: sends the applicant a code that signs the declaration when it is read out. The
 * officer learns where it went, and nothing of the code.
 * @throws CrmError 422 for a contact that is none, or that nothing reaches; 429
 */
export async function sendDeclarationCode(
  crm: Crm,
  typed: string,
  locale: Locale,
  staffId: number,
): Promise<DeclarationCodeSent> {
  const contact = readContact(typed);
  if (!contact) throw invalid([{ path: 'contact', code: 'contact' }]);
  const [words, association] = await Promise.all([
    sendable(crm, contact.kind),
    associationProfile(crm, locale),
  ]);
  if (!words) throw invalid([{ path: 'contact', code: 'code_unreachable' }]);
  return crm.transaction(async (unit) => {
    const { id, code, expiresAt } = await issueCode(unit, contact, staffId);
    const values = {
      code: leftToRight(code, locale),
      minutes: leftToRight(String(codeMinutes), locale),
      contact: leftToRight(association.phone, locale),
    };
    await queueMessage(unit, {
      route: { transport: words.transport, to: contact.value, status: 'created' },
      locale,
      template: 'declaration_code',
      requestId: null,
      eventSeq: null,
      subject: fillTemplate(pick(words.subject, locale), values),
      body: fillTemplate(pick(words.body, locale), values),
      attachments: [],
      holdsLink: false,
      secretUntil: expiresAt,
    });
    return { id, sentTo: maskAddress(contact.value), expiresAt: expiresAt.toISOString() };
  });
}
