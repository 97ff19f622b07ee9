import { joinedNameKey, normaliseName } from '../kernel/arabic.rules';

/** Words that stand in names and name nobody by themselves, in normalised spelling. */
const betweenNames: ReadonlySet<string> = new Set(['عبد', 'الله', 'ابن', 'بنت', 'ابو']);
/** Particles that Arabic writes together with the word after them: and, so, by, to, like. */
const particle = /^[وفبلك]/u;
/** A mobile, an identity, a file or an account number, with what people put between its digits. */
const number = /[\d٠-٩۰-۹](?:[\s\p{Pd}.]?[\d٠-٩۰-۹]){4,}/gu;

const spelled = (word: string): string => normaliseName(word).toLowerCase();

const wordsOf = (name: string): string[] =>
  [spelled(name), joinedNameKey(name)]
    .flatMap((spelling) => spelling.split(/[^\p{L}]+/u))
    .filter((word) => word.length > 2 && !betweenNames.has(word));

/**
 * The pieces of a text that may tell who is meant, as they stand in it, each once: long numbers, and words that are
 * part of one of the names in whatever spelling. For a person who reads the text anyway: some of them are no names.
 */
export function marksIn(text: string, names: readonly string[]): string[] {
  const known = new Set(names.flatMap(wordsOf));
  const named = (text.match(/[\p{L}\p{M}]+/gu) ?? []).filter((word) => {
    const plain = spelled(word);
    return known.has(plain) || known.has(plain.replace(particle, ''));
  });
  return [...new Set([...(text.match(number) ?? []), ...named])];
}
