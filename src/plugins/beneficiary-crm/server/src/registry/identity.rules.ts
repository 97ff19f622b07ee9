import { parsePhoneNumberFromString } from 'libphonenumber-js';
import { cleanLine } from '../kernel/arabic.rules';

/** Numbers and addresses by which a person is known or reached, as people type them. */

export type Parsed<Value, Code extends string> =
  { ok: true; value: Value } | { ok: false; code: Code };

export type NationalIdCode = 'id.format' | 'id.length' | 'id.first_digit' | 'id.checksum';
export type MobileCode = 'mobile.format' | 'mobile.not_saudi_mobile';
export type IbanCode = 'iban.format' | 'iban.country' | 'iban.length' | 'iban.checksum';
export type EmailCode = 'email.format' | 'email.length';

export type NationalId = { number: string; kind: 'citizen' | 'resident' };

/** Cleaned, without the spaces and dashes that people put between groups of digits. */
function compact(raw: string): string {
  return cleanLine(raw).replace(/[\s\p{Pd}]/gu, '');
}

/** Sum of the digits, those at even index (from the left, from 0) doubled and folded into one digit. */
function luhnSum(digits: string): number {
  return [...digits].reduce((sum, character, index) => {
    const digit = Number(character);
    if (index % 2 === 1) return sum + digit;
    return sum + (digit > 4 ? digit * 2 - 9 : digit * 2);
  }, 0);
}

/**
 * A national ID (first digit 1) or a residence permit, Iqama (first digit 2): ten digits with a Luhn
 * check. A right checksum does not prove that the number was ever issued.
 */
export function parseNationalId(raw: string): Parsed<NationalId, NationalIdCode> {
  const number = compact(raw);
  if (!/^\d+$/.test(number)) return { ok: false, code: 'id.format' };
  if (number.length !== 10) return { ok: false, code: 'id.length' };
  if (!/^[12]/.test(number)) return { ok: false, code: 'id.first_digit' };
  if (luhnSum(number) % 10 !== 0) return { ok: false, code: 'id.checksum' };
  return { ok: true, value: { number, kind: number.startsWith('1') ? 'citizen' : 'resident' } };
}

/** A Saudi mobile number as E.164, `+9665XXXXXXXX`, from any way of writing one. */
export function parseMobile(raw: string): Parsed<string, MobileCode> {
  const phone = parsePhoneNumberFromString(cleanLine(raw), {
    defaultCountry: 'SA',
    extract: false,
  });
  if (phone === undefined || phone.ext !== undefined) return { ok: false, code: 'mobile.format' };
  // The library's own validity test rejects ranges that are in use, such as 052.
  if (!/^\+9665\d{8}$/.test(phone.number)) return { ok: false, code: 'mobile.not_saudi_mobile' };
  return { ok: true, value: phone.number };
}

/** ISO 13616: the first four characters moved to the end, letters as 10–35, must leave 1 modulo 97. */
function ibanRemainder(iban: string): bigint {
  const moved = iban.slice(4) + iban.slice(0, 4);
  return BigInt(moved.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55))) % 97n;
}

/** A Saudi IBAN, `SA` and 22 digits, in its compact form. */
export function parseIban(raw: string): Parsed<string, IbanCode> {
  const iban = compact(raw).toUpperCase();
  if (!/^[A-Z]{2}[A-Z0-9]+$/.test(iban)) return { ok: false, code: 'iban.format' };
  if (!iban.startsWith('SA')) return { ok: false, code: 'iban.country' };
  if (iban.length !== 24) return { ok: false, code: 'iban.length' };
  if (!/^SA\d{22}$/.test(iban)) return { ok: false, code: 'iban.format' };
  if (ibanRemainder(iban) !== 1n) return { ok: false, code: 'iban.checksum' };
  return { ok: true, value: iban };
}

/** What may stand before the @ unquoted (RFC 5321 and 6531), dots between. */
const EMAIL_LOCAL =
  /^[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+(\.[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u;
const EMAIL_DOMAIN =
  /^([\p{L}\p{N}]([\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?\.)+[\p{L}][\p{L}\p{M}\p{N}-]*[\p{L}\p{M}\p{N}]$/u;

/** An e-mail address with its domain in lower case. Whether anyone reads it, only a message can tell. */
export function parseEmail(raw: string): Parsed<string, EmailCode> {
  const email = cleanLine(raw);
  const at = email.lastIndexOf('@');
  const local = email.slice(0, Math.max(at, 0));
  const domain = email.slice(at + 1).toLowerCase();
  if (email.length > 254 || local.length > 64) return { ok: false, code: 'email.length' };
  if (!EMAIL_LOCAL.test(local) || !EMAIL_DOMAIN.test(domain)) {
    return { ok: false, code: 'email.format' };
  }
  return { ok: true, value: `${local}@${domain}` };
}

/** `+966551234567` → `05•••••567`. Takes what `parseMobile` gives. */
export function maskMobile(mobile: string): string {
  return `05•••••${mobile.slice(-3)}`;
}

/** `1000000008` → `•••••••008`. Takes the number that `parseNationalId` gives. */
export function maskNationalId(number: string): string {
  return maskLast3(number.slice(-3));
}

/** The same where only the last three signs are kept open. */
export const maskLast3 = (last3: string): string => `•••••••${last3}`;

/** `name@example.org` → `n•••@example.org`; as many dots for every address. */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf('@');
  const [first = ''] = email.slice(0, at);
  return `${first}•••${email.slice(at)}`;
}
