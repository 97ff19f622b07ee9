import { parsePhoneNumberFromString } from 'libphonenumber-js';
import { cleanLine, joinedNameKey } from '../kernel/arabic.rules';
import { readCode } from '../kernel/vault';
import { parseEmail, parseNationalId } from './identity.rules';
import { KINSHIP_WORDS } from './matching.rules';

/** One box, whatever is typed into it: what it can be, and which of the names found is meant the most. */

/** Signs that part words as a space does. */
export const NAME_SIGNS = '-–.,،/()';

const kinshipWords: ReadonlySet<string> = new Set(KINSHIP_WORDS);
const signs = new RegExp(`[${NAME_SIGNS.replace('-', '\\-')}]`, 'g');

/** The words by which a name is found, in one spelling. The same as SQL's `crm_words_of_name`. */
export const searchWords = (name: string): string[] =>
  joinedNameKey(name.replace(signs, ' '))
    .replace(/[A-Z]/g, (letter) => letter.toLowerCase())
    .split(' ')
    .filter((word) => word !== '' && !kinshipWords.has(word));

/** Everything that a typed text can be; null or empty: it cannot be that. */
export interface Typed {
  nationalId: string | null;
  /** number of another paper, as it is kept */
  otherId: string | null;
  /** E.164 */
  phone: string | null;
  /** the last digits of a phone number, five at least */
  phoneEnd: string | null;
  email: string | null;
  /** `B-000123` */
  fileNumber: string | null;
  /** `7K2M-9QXF` */
  reference: string | null;
  /** of a name */
  words: string[];
}

/** More words than any name has: the rest would only cost time. */
const mostWords = 8;

const phoneOf = (text: string): string | null => {
  if (!/^[+\d\s()\p{Pd}]+$/u.test(text)) return null;
  const phone = parsePhoneNumberFromString(text, { defaultCountry: 'SA', extract: false });
  return phone?.isPossible() ? phone.number : null;
};

/** A name has no digits: a text with some is one only beside a word of letters alone. */
function wordsOfName(line: string): string[] {
  const words = searchWords(line).slice(0, mostWords);
  const mayBeName = /\d/.test(line)
    ? words.some((word) => /^\p{L}{2,}$/u.test(word))
    : /\p{L}/u.test(line);
  return mayBeName ? words : [];
}

/** What the text in the search box can be. It may be several things at once. */
export function readTyped(text: string): Typed {
  const line = cleanLine(text);
  const digits = line.replace(/[\s\p{Pd}]/gu, '');
  const id = parseNationalId(line);
  const email = parseEmail(line);
  const phone = phoneOf(line);
  const fileNumber = /^(?:b[\s\p{Pd}]*)?0*(\d{1,9})$/iu.exec(line)?.[1] ?? null;
  const reference = readCode(line);
  return {
    nationalId: id.ok ? id.value.number : null,
    otherId: /^(?=.*\d)[^\s@]{3,40}$/.test(line) ? line.toUpperCase() : null,
    phone,
    // What begins as a number begins is not the end of one: it is being typed.
    phoneEnd: phone === null && /^(?!05|00|966)\d{5,8}$/.test(digits) ? digits : null,
    email: email.ok ? email.value : null,
    fileNumber: fileNumber && `B-${fileNumber.padStart(6, '0')}`,
    reference:
      /^[0-9A-Z]{4}-[0-9A-Z]{4}$/.test(reference) && !/[^\w\s\p{Pd}]/u.test(line)
        ? reference
        : null,
    words: email.ok ? [] : wordsOfName(line),
  };
}

// ── spellings near one another ─────────────────────────────────────────────

/** Below this a word is near to too many others. */
const shortestNear = 3;

/** A family's name without its article: people say عتيبي for العتيبي. */
const bare = (word: string): string => word.replace(/^ال(?=.{3})/u, '');

/**
 * Keys of which two words share one when they are a letter apart: the word, the word without any one of its
 * letters, and without its article. The same as SQL's `crm_spellings`.
 */
export function spellings(word: string): string[] {
  const letters = Array.from(word);
  return [
    ...new Set([
      word,
      bare(word),
      ...letters.map((_, place) => letters.toSpliced(place, 1).join('')),
    ]),
  ];
}

/** One letter added, missing or another, or two neighbours swapped (Damerau); the same word is not. */
export function oneLetterApart(one: string, other: string): boolean {
  const [short = [], long = []] = [Array.from(one), Array.from(other)].sort(
    (a, b) => a.length - b.length,
  );
  if (long.length - short.length > 1 || one === other) return false;
  const from = short.findIndex((letter, place) => letter !== long[place]);
  if (from === -1) return true;
  const rest = (letters: readonly string[], skipped: number) =>
    letters.slice(from + skipped).join('');
  if (short.length < long.length) return rest(short, 0) === rest(long, 1);
  const swapped = short[from] === long[from + 1] && short[from + 1] === long[from];
  return rest(short, 1) === rest(long, 1) || (swapped && rest(short, 2) === rest(long, 2));
}

/** Whether one word may be a slip for the other. */
export const isNear = (typed: string, word: string): boolean =>
  Array.from(typed).length >= shortestNear &&
  (oneLetterApart(typed, word) || (typed !== word && bare(typed) === bare(word)));

// ── the best first ─────────────────────────────────────────────────────────

export interface NameMatch {
  by: 'name' | 'near_name';
  /** 0 is the name itself; the less, the better */
  rank: number;
}

const levels: readonly ((typed: string, word: string) => boolean)[] = [
  (typed, word) => typed === word,
  (typed, word) => word.startsWith(typed),
  isNear,
];

/** Which word of the name each typed word stands for, the surest first; null when one stands for none. */
function pairUp(typed: readonly string[], words: readonly string[]) {
  const places = new Map<number, number>();
  const counts = levels.map((fits) => {
    const before = places.size;
    typed.forEach((part, index) => {
      if (places.has(index)) return;
      const taken = new Set(places.values());
      const free = words.flatMap((word, place) =>
        !taken.has(place) && fits(part, word) ? [place] : [],
      );
      const previous = places.get(index - 1) ?? -1;
      const place = free.find((one) => one > previous) ?? free[0];
      if (place !== undefined) places.set(index, place);
    });
    return places.size - before;
  });
  if (places.size < typed.length) return null;
  return {
    places: typed.map((_, index) => places.get(index) ?? 0),
    opened: counts[1] ?? 0,
    near: counts[2] ?? 0,
  };
}

/**
 * How well a name answers the words that were typed: the whole name, its first words, its given name and others
 * in order, in order, in any order; then words that are only begun; then words that are a letter apart.
 * @returns null when a typed word stands for no word of the name
 */
export function matchName(typed: readonly string[], words: readonly string[]): NameMatch | null {
  if (typed.length === 0) return null;
  const paired = pairUp(typed, words);
  if (!paired) return null;
  const { places, opened, near } = paired;
  const inOrder = places.every((place, index) => index === 0 || place > (places[index - 1] ?? -1));
  const fromFirst = places.every((place, index) => place === index);
  const shape = !inOrder
    ? places.includes(0)
      ? 4
      : 5
    : fromFirst
      ? places.length === words.length
        ? 0
        : 1
      : places[0] === 0
        ? 2
        : 3;
  return { by: near > 0 ? 'near_name' : 'name', rank: near * 100 + opened * 10 + shape };
}

export interface Hit {
  /** the less, the better */
  rank: number;
  /** cannot be served any more */
  gone: boolean;
  name: string;
}

/** By rank; whoever can be served before who cannot; then by name. */
export const bestFirst = <One extends Hit>(hits: readonly One[]): One[] =>
  [...hits].sort(
    (a, b) =>
      a.rank - b.rank ||
      Number(a.gone) - Number(b.gone) ||
      (a.name < b.name ? -1 : a.name > b.name ? 1 : 0),
  );

/** The range of reversed numbers in which those lie that end so: from the first, to before the second. */
export function fromTheEnd(digits: string): [string, string] {
  const reversed = Array.from(digits).reverse().join('');
  return [reversed, `${reversed}:`];
}
