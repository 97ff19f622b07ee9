import { cleanLine } from '../../../../server/src/kernel/arabic.rules';
import type { PersonFile } from '../../../../contracts/registry';
import type { ContactKind, IdentityType } from '../../../../contracts/vocabulary';
import { noDay, readDay, typeDay } from '../../app/typedDay';
import type { TypedDay } from '../../app/typedDay';

export interface ContactDraft {
  kind: ContactKind;
  value: string;
  label: string;
  preferred: boolean;
}

/** A person as it is being typed: text as typed, choices by their value. */
export interface PersonDraft {
  name: string;
  sex: string;
  birth: TypedDay;
  city: string;
  district: string;
  address: string;
  latitude: string;
  longitude: string;
  branch: string;
  preferredChannel: string;
  preferredTimes: string[];
  contacts: ContactDraft[];
  categories: string[];
}

export interface IdentityDraft {
  type: IdentityType | '';
  number: string;
}

/** Mistakes that can be told before the server is asked: the key of a message by field. */
export type Mistakes = Record<string, string>;

const contact = (kind: ContactKind, preferred: boolean): ContactDraft => ({
  kind,
  value: '',
  label: '',
  preferred,
});
export const newContact = (kind: ContactKind) => contact(kind, false);

export const emptyPerson: PersonDraft = {
  name: '',
  sex: '',
  birth: noDay,
  city: '',
  district: '',
  address: '',
  latitude: '',
  longitude: '',
  branch: '',
  preferredChannel: '',
  preferredTimes: [],
  contacts: [contact('mobile', true), contact('email', false)],
  categories: [],
};

/** The file as its form begins. */
export const draftOf = (file: PersonFile): PersonDraft => ({
  name: file.name,
  sex: file.sex ?? '',
  birth: typeDay(file.birthDate, file.birthYear),
  city: file.city ?? '',
  district: file.district ?? '',
  address: file.address ?? '',
  latitude: file.latitude === null ? '' : String(file.latitude),
  longitude: file.longitude === null ? '' : String(file.longitude),
  branch: file.branch?.slug ?? '',
  preferredChannel: file.preferredChannel ?? '',
  preferredTimes: file.preferredTimes,
  contacts: file.contacts.map(({ kind, value, label, preferred }) => ({
    kind,
    value,
    label: label ?? '',
    preferred,
  })),
  categories: file.categories.map(({ slug }) => slug),
});

const filled = (text: string): string | undefined => cleanLine(text) || undefined;
/** Latitude or longitude in either script; NaN when it is no number. */
const degrees = (text: string) => Number(cleanLine(text).replace('٫', '.'));

/** Birth as the contract has it: the day, or the year alone. Call only when it is not wrong. */
export function birthBody(birth: TypedDay): { birthDate?: string; birthYear?: number } {
  const read = readDay(birth);
  if (read.kind === 'day') return { birthDate: read.iso };
  return read.kind === 'year' ? { birthYear: read.year } : {};
}

/** The rows of contacts that say something, by their place in the form. */
const saidContacts = (draft: PersonDraft) =>
  draft.contacts.flatMap((row, place) => (row.value.trim() ? [{ row, place }] : []));

/** What is sent; what was left empty is left out. */
export function personBody(draft: PersonDraft): Record<string, unknown> {
  return {
    name: draft.name,
    sex: filled(draft.sex),
    ...birthBody(draft.birth),
    city: filled(draft.city),
    district: filled(draft.district),
    address: filled(draft.address),
    latitude: draft.latitude.trim() ? degrees(draft.latitude) : undefined,
    longitude: draft.longitude.trim() ? degrees(draft.longitude) : undefined,
    branch: filled(draft.branch),
    preferredChannel: filled(draft.preferredChannel),
    preferredTimes: draft.preferredTimes,
    contacts: saidContacts(draft).map(({ row: { kind, value, label, preferred } }) => ({
      kind,
      value,
      label: filled(label),
      preferred,
    })),
    categories: draft.categories,
  };
}

export function personMistakes(draft: PersonDraft): Mistakes {
  const found: Mistakes = {};
  if (!draft.name.trim()) found.name = 'form.error.required';
  if (readDay(draft.birth).kind === 'wrong') found.birthDate = 'day.wrong';
  for (const [name, limit] of [
    ['latitude', 90],
    ['longitude', 180],
  ] as const)
    if (draft[name].trim() && !(Math.abs(degrees(draft[name])) <= limit))
      found[name] = 'place.wrong';
  const [there, missing] = draft.latitude.trim()
    ? [draft.latitude, 'longitude']
    : [draft.longitude, 'latitude'];
  if (there.trim() && !draft[missing as 'latitude' | 'longitude'].trim())
    found[missing] = 'form.error.required';
  return found;
}

/** The server counts the contacts that were sent; the form shows them where they were typed. */
export function contactErrors(draft: PersonDraft, errors: Record<string, string>): string[] {
  const byPlace: string[] = [];
  saidContacts(draft).forEach(({ place }, sent) => {
    const error = errors[`contacts.${sent}.value`] ?? errors[`contacts.${sent}`];
    if (error) byPlace[place] = error;
  });
  return byPlace;
}

/** The identity as the contract has it; nothing when neither kind nor number was typed. */
export const identityBody = ({ type, number }: IdentityDraft) =>
  type || number.trim() ? { identity: { type: type || undefined, number } } : {};
