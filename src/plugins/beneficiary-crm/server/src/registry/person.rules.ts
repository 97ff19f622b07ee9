import type { ContactKind, IdentityType } from '../../../contracts/vocabulary';
import type { FieldIssue } from '../kernel/errors';
import { parseEmail, parseMobile, parseNationalId } from './identity.rules';
import type { Parsed } from './identity.rules';
import type { NewContact, StatedIdentity } from './person.types';

/** What an officer types of a person, in the one form in which it is kept. */

/** A Saudi landline as E.164, `+9661XXXXXXXX`. */
export function parseLandline(raw: string): Parsed<string, 'landline'> {
  const digits = raw.replace(/[\s\p{Pd}()+]/gu, '').replace(/^(00)?966|^0/, '');
  return /^1[1-7]\d{7}$/.test(digits)
    ? { ok: true, value: `+966${digits}` }
    : { ok: false, code: 'landline' };
}

const parsers: Readonly<Record<ContactKind, (raw: string) => Parsed<string, string>>> = {
  mobile: parseMobile,
  landline: parseLandline,
  email: parseEmail,
};
const codes: Readonly<Record<ContactKind, string>> = {
  mobile: 'phone',
  landline: 'landline',
  email: 'email',
};

interface TypedContact {
  kind: ContactKind;
  value: string;
  label?: string | undefined;
  preferred: boolean;
}

/** Ways of contact as they are kept; each once, one of them preferred at most. */
export function readContacts(typed: readonly TypedContact[]): {
  contacts: NewContact[];
  issues: FieldIssue[];
} {
  const issues: FieldIssue[] = [];
  const contacts: NewContact[] = [];
  typed.forEach(({ kind, value, label, preferred }, at) => {
    const parsed = parsers[kind](value);
    if (!parsed.ok) {
      issues.push({ path: `contacts.${at}.value`, code: codes[kind] });
      return;
    }
    if (contacts.some((one) => one.kind === kind && one.value === parsed.value))
      issues.push({ path: `contacts.${at}.value`, code: 'contact_twice' });
    contacts.push({ kind, value: parsed.value, preferred, label: label ?? null });
  });
  if (typed.filter(({ preferred }) => preferred).length > 1)
    issues.push({ path: 'contacts', code: 'one_preferred' });
  return { contacts, issues };
}

/** A number that was typed as the number of a chosen kind of document; a document of another kind has no checksum. */
export function readIdentity(
  type: IdentityType,
  typed: string,
): { ok: true; identity: StatedIdentity } | { ok: false; code: string } {
  if (type === 'other') return { ok: true, identity: { type, number: typed.toUpperCase() } };
  const parsed = parseNationalId(typed);
  if (!parsed.ok) return { ok: false, code: parsed.code };
  if ((parsed.value.kind === 'citizen') !== (type === 'national_id'))
    return { ok: false, code: 'id.kind' };
  return { ok: true, identity: { type, number: parsed.value.number } };
}

/** What is wrong with a birth or a place; `today` is `YYYY-MM-DD` in Riyadh. */
export function wrongFacts(
  person: {
    birthDate?: string | undefined;
    birthYear?: number | undefined;
    latitude?: number | undefined;
    longitude?: number | undefined;
  },
  today: string,
): FieldIssue[] {
  const { birthDate, birthYear, latitude, longitude } = person;
  const year = Number(today.slice(0, 4));
  return [
    ...(birthDate !== undefined && birthDate > today
      ? [{ path: 'birthDate', code: 'future' }]
      : []),
    ...(birthDate !== undefined && birthDate < '1900-01-01'
      ? [{ path: 'birthDate', code: 'date' }]
      : []),
    ...(birthYear !== undefined && birthYear > year ? [{ path: 'birthYear', code: 'future' }] : []),
    ...(birthDate !== undefined &&
    birthYear !== undefined &&
    Number(birthDate.slice(0, 4)) !== birthYear
      ? [{ path: 'birthYear', code: 'birth_year' }]
      : []),
    ...((latitude === undefined) === (longitude === undefined)
      ? []
      : [{ path: 'latitude', code: 'both_coordinates' }]),
  ];
}
