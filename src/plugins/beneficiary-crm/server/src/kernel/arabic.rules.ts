/** Arabic as people type it: cleaning what comes in, comparing names, searching the FAQ. */

/** Marks that do not change which name it is, as a regular-expression class (JavaScript and PostgreSQL). */
export const IGNORED_IN_NAMES =
  '\\u0610-\\u061A\\u061C\\u064B-\\u065F\\u0670\\u06D6-\\u06ED\\u0640\\u200B-\\u200F\\u202A-\\u202E\\u2066-\\u2069\\uFEFF';

/** White space, spelled out: `\s` is not the same set in JavaScript and in PostgreSQL. */
export const NAME_SPACE = '[\\u0009-\\u000D\\u0020\\u0085\\u1680\\u2028\\u2029]+';

/** Letters that people write for one another, and digits: position i of `from` is read as position i of `to`. */
export const LETTERS = {
  from: 'أإآٱىةؤئکی٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹',
  to: 'اااايهويكي01234567890123456789',
} as const;

/** First halves of compound names, written joined or apart: عبدالله, عبد الله. In normalised spelling (آل is ال). */
export const NAME_PREFIXES = ['عبد', 'ابو', 'ام', 'ال'] as const;

const ignoredInNames = new RegExp(`[${IGNORED_IN_NAMES}]`, 'g');
const nameSpace = new RegExp(NAME_SPACE, 'g');
const letterReadAs = new Map(
  [...LETTERS.from].map((letter, place) => [letter, LETTERS.to.charAt(place)]),
);
const anyLetter = new RegExp(`[${LETTERS.from}]`, 'g');
const namePrefixes: ReadonlySet<string> = new Set(NAME_PREFIXES);

/** Arabic-Indic (U+0660…) and Persian (U+06F0…) digits as 0–9. */
export function toWesternDigits(text: string): string {
  return text.replace(/[\u0660-\u0669\u06F0-\u06F9]/g, (digit) =>
    String(digit.charCodeAt(0) & 0x0f),
  );
}

/**
 * Text as it is stored: NFKC, western digits, no bidi controls, no invisible or control characters,
 * line breaks as `\n`, trimmed. Inner line breaks stay. Cleaning twice changes nothing more.
 */
export function cleanText(text: string): string {
  return (
    toWesternDigits(text.normalize('NFKC'))
      .replace(/\r\n?|[\u000B\u000C\u0085\u2028\u2029]/g, '\n')
      .replace(/[\p{Default_Ignorable_Code_Point}\p{Cs}]|(?![\t\n])\p{Cc}/gu, '')
      // What stood apart around a removed character may combine now.
      .normalize('NFKC')
      .trim()
  );
}

/** `cleanText` on one line: every run of white space is one space. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/\s+/g, ' ');
}

/** A name in the one spelling that search compares. The same as SQL's `crm_normalise_name`. */
export function normaliseName(text: string): string {
  return text
    .normalize('NFKC')
    .replace(ignoredInNames, '')
    .replace(anyLetter, (letter) => letterReadAs.get(letter) ?? letter)
    .replace(nameSpace, ' ')
    .replace(/^ | $/g, '');
}

/** A second key under which عبدالله and عبد الله meet. The same as SQL's `crm_joined_name_key`. */
export function joinedNameKey(text: string): string {
  return normaliseName(text)
    .split(' ')
    .map((word) => (namePrefixes.has(word) ? word : `${word} `))
    .join('')
    .trimEnd();
}

/** Left-to-right isolate for numbers, dates and references in an Arabic text message. */
export function isolate(text: string): string {
  return `\u2066${text}\u2069`;
}

/** Words of a question that say nothing of its subject, in normalised spelling. */
const EMPTY_WORDS: ReadonlySet<string> = new Set(
  (
    'في من على عن الى مع او ان لا ما ماذا هل هو هي هذا هذه كم كيف متي اين لماذا لمن التي الذي يا انا كان لي علي ثم ' +
    'a an and are can do does for how i in is it my of on or the to what when where which who why you your'
  )
    .split(' ')
    .map(normaliseName),
);

/** Light stem: the article (with a joined و، ب، ك، ف، ل) and the endings ة، ات; at least three letters stay. */
function stem(word: string): string {
  return word
    .replace(/^(?:[وبكف]?ال|لل)(?=.{3})/, '')
    .replace(/^(.{3,}?)(?:ه|ات)$/, '$1')
    .replace(/^([a-z]{3,}?)(?:es|s)$/, '$1');
}

function subjectWords(text: string): string[] {
  const words = normaliseName(text)
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}]+/u);
  return [
    ...new Set(words.filter((word) => word !== '' && !EMPTY_WORDS.has(word)).map(stem)),
  ].filter((word) => word !== '');
}

/** 1 for the same word, 0.6 where one (of three letters or more) begins the other, else 0. */
function likeness(a: string, b: string): number {
  if (a === b) return 1;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.length >= 3 && long.startsWith(short) ? 0.6 : 0;
}

function bestLikeness(word: string, words: readonly string[]): number {
  return words.reduce((best, other) => Math.max(best, likeness(word, other)), 0);
}

/**
 * How well a frequently asked question answers what was typed, 0 (not at all) to 1 (every word stands
 * in the question). A word found in the answer alone counts a third of one found in the question.
 */
export function faqScore(query: string, faq: { question: string; answer: string }): number {
  const words = subjectWords(query);
  if (words.length === 0) return 0;
  const question = subjectWords(faq.question);
  const answer = subjectWords(faq.answer);
  const scores = words.map((word) =>
    Math.max(bestLikeness(word, question), bestLikeness(word, answer) / 3),
  );
  return scores.reduce((sum, score) => sum + score, 0) / words.length;
}
