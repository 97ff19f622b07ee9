import { joinedNameKey } from '../kernel/arabic.rules';

/** Said or left out between a name and the father's. */
const kinship: ReadonlySet<string> = new Set(['بن', 'ابن', 'بنت']);

const wordsOf = (name: string): string[] =>
  joinedNameKey(name)
    .toLowerCase()
    .split(' ')
    .filter((word) => word !== '' && !kinship.has(word));

/** Letters to add, drop or change, to make one word of the other; counted up to 2. */
function apart(a: string, b: string): number {
  if (a === b) return 0;
  if (Math.abs(a.length - b.length) > 1) return 2;
  let start = 0;
  while (start < Math.min(a.length, b.length) && a[start] === b[start]) start += 1;
  const rest = (from: number, to: number) => a.slice(start + from) === b.slice(start + to);
  return rest(1, 1) || rest(1, 0) || rest(0, 1) ? 1 : 2;
}

/**
 * Whether a name in a spreadsheet cannot be the name on the file that has the same ID number: a father's number
 * in his son's row, a slip by one row. Fathers left out, one wrong letter and another order of words are no
 * difference; a name in other letters (Ahmad, أحمد) is not compared.
 */
export function quiteDifferentNames(a: string, b: string): boolean {
  const [left, right] = [wordsOf(a), wordsOf(b)];
  if (left.length === 0 || right.length === 0) return false;
  const latin = (words: string[]) => words.some((word) => /[a-z]/.test(word));
  if (latin(left) !== latin(right)) return false;
  const shared = left.filter((word) => right.some((other) => apart(word, other) < 2)).length;
  const sameGivenName = apart(left[0] ?? '', right[0] ?? '') < 2;
  const fewest = Math.min(left.length, right.length);
  return sameGivenName ? shared < Math.min(2, fewest) : shared < Math.max(fewest, 2);
}
