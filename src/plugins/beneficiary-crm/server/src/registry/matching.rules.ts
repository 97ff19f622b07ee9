import type { MatchReason } from '../../../contracts/vocabulary';
import { joinedNameKey } from '../kernel/arabic.rules';

/**
 * Whether two entries may be one person. Pure, the same in either order, and blind to spelling: أ and ا, ة and
 * ه, عبد الله and عبدالله, diacritics, digits and the case of an address make no difference.
 */

/** What of a person is compared. Lists, since a person may have several. */
export interface Traits {
  /** blind indexes of ID numbers */
  identities: readonly string[];
  /** E.164 */
  phones: readonly string[];
  emails: readonly string[];
  name: string;
  birthYear: number | null;
  /** ids of the households in which the person lives now */
  households: readonly string[];
}

export type MatchVerdict = 'same' | 'likely' | 'none';

export interface MatchJudgement {
  verdict: MatchVerdict;
  /** in the order of `matchRules` */
  reasons: MatchReason[];
}

interface MatchRule {
  reason: MatchReason;
  verdict: Exclude<MatchVerdict, 'none'>;
  holds(a: Traits, b: Traits): boolean;
}

const share = (a: readonly string[], b: readonly string[]): boolean =>
  a.some((value) => b.includes(value));
export const folded = (values: readonly string[]): string[] =>
  values.map((value) => value.normalize('NFKC').toLowerCase());

export const matchRules: readonly MatchRule[] = [
  // One number is issued to one person: nobody has to be asked.
  { reason: 'id', verdict: 'same', holds: (a, b) => share(a.identities, b.identities) },
  // A mother and her son share a phone, and a phone changes hands: a person decides.
  { reason: 'phone', verdict: 'likely', holds: (a, b) => share(a.phones, b.phones) },
  // The same with an address, which a neighbour may have lent.
  {
    reason: 'email',
    verdict: 'likely',
    holds: (a, b) => share(folded(a.emails), folded(b.emails)),
  },
  {
    reason: 'name_birth_year',
    verdict: 'likely',
    holds: (a, b) => {
      const likeness = compareNames(a.name, b.name);
      if (likeness === 'other') return false;
      // Two years that are known and differ are two people, however alike the names.
      if (a.birthYear !== null && b.birthYear !== null) return a.birthYear === b.birthYear;
      // Without a year only a full name says enough: given name, father, grandfather, family.
      return likeness === 'equal' && nameWords(a.name).length >= fullName;
    },
  },
  {
    reason: 'name_household',
    verdict: 'likely',
    holds: (a, b) =>
      share(a.households, b.households) &&
      ['equal', 'shorter'].includes(compareNames(a.name, b.name)),
  },
];

/** Words of a name that is whole: given name, father, grandfather, family. */
const fullName = 4;
/** One word is no name, and two that differ in a letter are two names (سعد الحارثي, سعيد الحارثي). */
const leastWords = { equal: 2, misspelt: 3 } as const;

/** Said or left out between a name and the father's: أحمد بن علي is أحمد علي. */
export const KINSHIP_WORDS = ['بن', 'ابن', 'بنت'] as const;
const kinshipWords: ReadonlySet<string> = new Set(KINSHIP_WORDS);

/** The words that make a name, in the one spelling that is compared. */
export function nameWords(name: string): string[] {
  return joinedNameKey(name)
    .split(' ')
    .filter((word) => word !== '' && !kinshipWords.has(word));
}

/**
 * By what entries that may be one person are found, before the rules compare them: two names that `compareNames`
 * holds for alike share a block. The same as `crm_name_blocks` of the database.
 */
export function nameBlocks(name: string, birthYear: number | null): string[] {
  const words = nameWords(name);
  const [first, second, last] = [words[0], words[1], words.at(-1)];
  if (words.length < leastWords.equal || first === undefined) return [];
  const whole = words.length >= fullName ? [words.join(' ')] : [];
  if (birthYear === null) return whole;
  const ends = `${birthYear}|${first}|${last}`;
  if (words.length < leastWords.misspelt) return [...whole, ends];
  return [
    ...whole,
    ends,
    `${birthYear}<${first}|${second}`,
    `${birthYear}>${words.at(-2)}|${last}`,
  ];
}

/**
 * How two names stand to each other. `shorter`: fathers between the given name and the family name are left
 * out. `misspelt`: one letter of one word is missing, added, another, or changed places with its neighbour. A
 * family's children bear names a letter apart (سعد, سعيد), so a misspelling counts only beside a birth year.
 */
export function compareNames(a: string, b: string): 'equal' | 'shorter' | 'misspelt' | 'other' {
  const [short, long] = [nameWords(a), nameWords(b)].sort((x, y) => x.length - y.length) as [
    string[],
    string[],
  ];
  if (short.length < leastWords.equal) return 'other';
  if (short.length < long.length) return leavesOut(short, long) ? 'shorter' : 'other';
  const wrong = short.filter((word, place) => word !== long[place]);
  if (wrong.length === 0) return 'equal';
  if (wrong.length > 1 || short.length < leastWords.misspelt) return 'other';
  const place = short.findIndex((word, at) => word !== long[at]);
  return oneLetterApart(short[place] ?? '', long[place] ?? '') ? 'misspelt' : 'other';
}

/** Whether the longer name is the shorter with fathers added: first and last word are the same. */
function leavesOut(short: readonly string[], long: readonly string[]): boolean {
  if (short[0] !== long[0] || short.at(-1) !== long.at(-1)) return false;
  let found = 0;
  for (const word of long.slice(0, -1)) if (word === short[found]) found += 1;
  return found >= short.length - 1;
}

/** One letter missing, added or another, or two neighbours that changed places. */
export function oneLetterApart(a: string, b: string): boolean {
  const [short, long] = [[...a], [...b]].sort((x, y) => x.length - y.length) as [
    string[],
    string[],
  ];
  if (long.length - short.length > 1) return false;
  let from = 0;
  while (from < short.length && short[from] === long[from]) from += 1;
  let end = 0;
  while (end < short.length - from && short.at(-1 - end) === long.at(-1 - end)) end += 1;
  const left = short.slice(from, short.length - end);
  const right = long.slice(from, long.length - end);
  if (right.length === 1) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}

/** Compares two entries by every rule. */
export function judgePair(a: Traits, b: Traits): MatchJudgement {
  const held = matchRules.filter((rule) => rule.holds(a, b));
  if (held.length === 0) return { verdict: 'none', reasons: [] };
  return {
    verdict: held.some(({ verdict }) => verdict === 'same') ? 'same' : 'likely',
    reasons: held.map(({ reason }) => reason),
  };
}
