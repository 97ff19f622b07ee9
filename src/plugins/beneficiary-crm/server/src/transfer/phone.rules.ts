import { parsePhoneNumberFromString } from 'libphonenumber-js';
import { cleanLine } from '../kernel/arabic.rules';

/** A Saudi landline as E.164, `+9661XXXXXXXX`; null when it is none. */
export function parseLandline(raw: string): string | null {
  const phone = parsePhoneNumberFromString(cleanLine(raw), {
    defaultCountry: 'SA',
    extract: false,
  });
  return phone !== undefined && phone.ext === undefined && /^\+9661\d{8}$/.test(phone.number)
    ? phone.number
    : null;
}
