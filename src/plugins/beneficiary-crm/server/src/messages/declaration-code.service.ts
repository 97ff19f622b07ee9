import type { DeclarationCodeSent, SigningView } from '../../../contracts/receiving';
import type { Locale, TemplateKey, Transport } from '../../../contracts/vocabulary';
import { pick } from '../kernel/bilingual';
import type { Crm } from '../kernel/crm';
import { invalid } from '../kernel/errors';
import type { Staff } from '../kernel/room';
import { fillTemplate } from '../kernel/texts';
import { associationProfile } from '../reception';
import { codeMinutes, findForStaff, issueCode, readContact } from '../requests';
import type { CodePurpose, Contact } from '../requests';
import { queueMessage } from './outbox.service';
import { maskAddress } from './routing.rules';
import { messageTemplate } from './template.service';
import { transportsOf } from './transports';
import { leftToRight } from './writing.rules';

const transportTo: Readonly<Record<Contact['kind'], Transport>> = { email: 'email', phone: 'sms' };

const templateFor = {
  declaration: 'declaration_code',
  delivery: 'delivery_code',
} as const satisfies Record<CodePurpose, TemplateKey>;

/** The words of the code's message, where it can really be sent: kept, it would be read by the staff. */
async function sendable(crm: Crm, kind: Contact['kind'], purpose: CodePurpose) {
  const transport = transportTo[kind];
  return transportsOf(crm).has(transport)
    ? messageTemplate(crm, templateFor[purpose], transport)
    : null;
}

/** Where a code can be sent to. */
export async function codeWays(crm: Crm, purpose: CodePurpose): Promise<SigningView['codeBy']> {
  const [email, phone] = await Promise.all([
    sendable(crm, 'email', purpose),
    sendable(crm, 'phone', purpose),
  ]);
  return [...(email ? (['email'] as const) : []), ...(phone ? (['phone'] as const) : [])];
}

/** GET /desk/signing: in which ways a declaration can be signed here and now. */
export async function signingWays(crm: Crm): Promise<SigningView> {
  const codeBy = await codeWays(crm, 'declaration');
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
  return sendCode(crm, contact, { locale, staffId, purpose: 'declaration', path: 'contact' });
}

/**
 * POST /requests/:id/delivery-codes: the same for what was handed over, to the phone or the address of the request.
 * @throws CrmError 404; 422 when nothing reaches it; 429
 */
export async function sendDeliveryCode(
  crm: Crm,
  requestId: string,
  by: Contact['kind'],
  staff: Staff,
): Promise<DeclarationCodeSent> {
  const request = await findForStaff(crm, requestId, staff);
  const value = by === 'phone' ? request.applicant_phone : request.applicant_email;
  if (!value) throw invalid([{ path: 'by', code: 'code_unreachable' }]);
  const { locale } = request;
  const of = { locale, staffId: staff.id, purpose: 'delivery', path: 'by' } as const;
  return sendCode(crm, { kind: by, value }, of);
}

async function sendCode(
  crm: Crm,
  contact: Contact,
  { locale, staffId, purpose, path }: SentCode,
): Promise<DeclarationCodeSent> {
  const [words, association] = await Promise.all([
    sendable(crm, contact.kind, purpose),
    associationProfile(crm, locale),
  ]);
  if (!words) throw invalid([{ path, code: 'code_unreachable' }]);
  return crm.transaction(async (unit) => {
    const { id, code, expiresAt } = await issueCode(unit, contact, staffId, purpose);
    const values = {
      code: leftToRight(code, locale),
      minutes: leftToRight(String(codeMinutes), locale),
      contact: leftToRight(association.phone, locale),
    };
    await queueMessage(unit, {
      route: { transport: words.transport, to: contact.value, status: 'created' },
      locale,
      template: templateFor[purpose],
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

interface SentCode {
  /** of who gets it */
  locale: Locale;
  staffId: number;
  purpose: CodePurpose;
  /** the field that is named when nothing reaches the contact */
  path: string;
}
