import type { IdentityType, ImportField, Sex } from '../../../contracts/vocabulary';
import { cleanLine } from '../kernel/arabic.rules';
import { parseEmail, parseMobile, parseNationalId } from '../registry/identity.rules';
import type { NewContact } from '../registry/person.types';
import { parseBirth } from './birth.rules';
import { headingKey } from './mapping.rules';
import { parseLandline } from './phone.rules';

/** What one row of a spreadsheet says of a person, and what is wrong with it. Pure. */

export interface ImportedPerson {
  name: string;
  sex: Sex | null;
  birthDate: string | null;
  birthYear: number | null;
  city: string | null;
  district: string | null;
  address: string | null;
  branch: string | null;
  categories: string[];
  contacts: NewContact[];
  identity: { type: IdentityType; number: string } | null;
}

export interface RowIssue {
  /** index of the column; null: the row as a whole */
  column: number | null;
  code: string;
}

export interface ReadRow {
  /** null when there is something wrong with the row */
  person: ImportedPerson | null;
  issues: RowIssue[];
}

/** What the association has published: names and slugs, by their heading key, to slugs. */
export interface KnownWords {
  categories: ReadonlyMap<string, string>;
  branches: ReadonlyMap<string, string>;
}

/** Longest texts that the registry takes, as in the contract of a file. */
const longest = { name: 120, place: 80, address: 200 } as const;

const sexWords: ReadonlyMap<string, Sex> = new Map(
  (
    [
      ['female', ['أنثى', 'انثي', 'امرأة', 'بنت', 'female', 'f', 'woman', 'girl']],
      ['male', ['ذكر', 'رجل', 'ولد', 'male', 'm', 'man', 'boy']],
    ] as const
  ).flatMap(([sex, list]) => list.map((word): [string, Sex] => [headingKey(word), sex])),
);

/** A whole number that Excel wrote as `1.000000008E9` or `1000000008.0`, as its digits. */
function asDigits(text: string): string {
  if (!/^\d+(\.\d+)?(E\+?\d+)?$/i.test(text) || !/[.E]/i.test(text)) return text;
  const number = Number(text);
  return Number.isSafeInteger(number) ? String(number) : text;
}

/**
 * Reads a row by its columns.
 * @param today YYYY-MM-DD
 * @param mac the workbook counts its days from 1904
 */
export function readRow(
  cells: readonly string[],
  columns: readonly (ImportField | null)[],
  known: KnownWords,
  today: string,
  mac = false,
): ReadRow {
  const issues: RowIssue[] = [];
  const at = (field: ImportField) => columns.indexOf(field);
  const text = (field: ImportField) => cleanLine(cells[at(field)] ?? '');
  const wrong = (field: ImportField, code: string) => {
    const column = at(field);
    issues.push({ column: column === -1 ? null : column, code });
    return null;
  };
  const place = (field: 'city' | 'district' | 'address') => {
    const value = text(field);
    const most = field === 'address' ? longest.address : longest.place;
    return value.length > most ? wrong(field, 'import.too_long') : value || null;
  };
  /** A word of a closed list; nothing where nothing is written. */
  const chosen = <Value>(field: ImportField, list: ReadonlyMap<string, Value>, code: string) => {
    const value = text(field);
    if (value === '') return null;
    return list.get(headingKey(value)) ?? wrong(field, code);
  };
  const idNumber = () => {
    const value = asDigits(text('id_number'));
    if (value === '') return null;
    const parsed = parseNationalId(value);
    if (!parsed.ok) return wrong('id_number', parsed.code);
    const { number, kind } = parsed.value;
    return { type: kind === 'citizen' ? 'national_id' : 'iqama', number } as const;
  };

  const parts = (['first_name', 'father_name', 'grandfather_name', 'family_name'] as const).map(
    text,
  );
  const name = text('name') || cleanLine(parts.join(' '));
  const nameField = at('name') === -1 ? 'first_name' : 'name';
  if (name === '') wrong(nameField, 'import.no_name');
  else if (name.length > longest.name) wrong(nameField, 'import.too_long');
  else if (!/\p{L}.*\p{L}.*\p{L}/u.test(name)) wrong(nameField, 'import.name');

  const contacts: NewContact[] = [];
  const reach = (contact: NewContact) => {
    const twice = contacts.some(
      ({ kind, value }) => kind === contact.kind && value === contact.value,
    );
    if (!twice) contacts.push(contact);
  };
  for (const field of ['phone', 'other_phone'] as const) {
    const value = asDigits(text(field));
    if (value === '') continue;
    const mobile = parseMobile(value);
    const landline = mobile.ok ? null : parseLandline(value);
    if (mobile.ok) reach({ kind: 'mobile', value: mobile.value, preferred: contacts.length === 0 });
    else if (landline)
      reach({ kind: 'landline', value: landline, preferred: contacts.length === 0 });
    else wrong(field, 'import.phone');
  }
  const email = text('email');
  if (email !== '') {
    const parsed = parseEmail(email);
    if (parsed.ok) reach({ kind: 'email', value: parsed.value, preferred: contacts.length === 0 });
    else wrong('email', 'import.email');
  }

  const birth = readBirth(text('birth_date'), text('birth_year'), today, mac);
  if (!birth.ok) wrong(birth.field, birth.code);

  const person: ImportedPerson = {
    name,
    sex: chosen('sex', sexWords, 'import.sex'),
    birthDate: birth.ok ? birth.date : null,
    birthYear: birth.ok ? birth.year : null,
    city: place('city'),
    district: place('district'),
    address: place('address'),
    branch: chosen('branch', known.branches, 'import.branch'),
    categories: [],
    contacts,
    identity: idNumber(),
  };
  // Several categories in one cell: «أيتام، طلاب».
  for (const word of text('category').split(/[،,;؛/|]/u)) {
    if (headingKey(word) === '') continue;
    const slug = known.categories.get(headingKey(word));
    if (slug === undefined) wrong('category', 'import.category');
    else if (!person.categories.includes(slug)) person.categories.push(slug);
  }
  issues.sort((a, b) => (a.column ?? -1) - (b.column ?? -1));
  return { person: issues.length === 0 ? person : null, issues };
}

type ReadBirth =
  | { ok: true; date: string | null; year: number | null }
  | { ok: false; field: 'birth_date' | 'birth_year'; code: string };

function readBirth(date: string, year: string, today: string, mac: boolean): ReadBirth {
  for (const [field, value] of [
    ['birth_date', date],
    ['birth_year', year],
  ] as const) {
    if (value === '') continue;
    const parsed = parseBirth(value, today, mac);
    if (!parsed.ok) return { ok: false, field, code: parsed.code };
    if (field === 'birth_year' && parsed.date !== null)
      return { ok: false, field, code: 'import.date' };
    return { ok: true, date: parsed.date, year: parsed.year };
  }
  return { ok: true, date: null, year: null };
}
