import fc from 'fast-check';
import { compareNames, judgePair, nameWords, oneLetterApart } from './matching.rules';
import type { Traits } from './matching.rules';

const nobody: Traits = {
  identities: [],
  phones: [],
  emails: [],
  name: 'صالح بن حمود بن راشد السلمي',
  birthYear: null,
  households: [],
};
const other: Traits = { ...nobody, name: 'مريم بنت عايض بن سعد الثبيتي' };
const judged = (a: Partial<Traits>, b: Partial<Traits>) =>
  judgePair({ ...nobody, ...a }, { ...other, ...b });

const word = fc.constantFrom(
  ...['أحمد', 'محمد', 'سعد', 'سعيد', 'فاطمة', 'عبدالله', 'عبد الله', 'علي', 'الحارثي', 'العتيبي'],
);
const name = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(' '));
const few = (values: string[]) => fc.subarray(values);
const traits: fc.Arbitrary<Traits> = fc.record({
  identities: few(['i1', 'i2', 'i3']),
  phones: few(['+966551234567', '+966551234568']),
  emails: few(['a@example.com', 'b@example.com']),
  name,
  birthYear: fc.option(fc.constantFrom(1980, 1981), { nil: null }),
  households: few(['h1', 'h2']),
});

/** Ways in which people write one and the same name. */
const spellings: ((name: string) => string)[] = [
  (text) => text.replace(/[أإآ]/g, 'ا'),
  (text) => text.replace(/ة/g, 'ه'),
  (text) => text.replace(/ي(?= |$)/g, 'ى'),
  (text) => text.replace(/عبدالله/g, 'عبد الله'),
  (text) => text.replace(/عبد الله/g, 'عبدالله'),
  (text) => text.replace(/م/g, 'مُ'),
  (text) => text.replace(/ح/g, 'حـ'),
  (text) => ` ${text.replace(/ /g, '  ')} `,
  (text) => text.replace(/ (?!الله|ال)/, ' بن '),
];
const respelt = (text: string) =>
  fc.subarray(spellings).map((ways) => ways.reduce((held, way) => way(held), text));

describe('two entries', () => {
  it('are one person when an ID number is the same, whatever else differs', () => {
    expect(judged({ identities: ['x'] }, { identities: ['y', 'x'] })).toEqual({
      verdict: 'same',
      reasons: ['id'],
    });
  });

  it.each([
    ['a phone', { phones: ['+966551234567'] }, ['phone']],
    ['an e-mail address in any case', { emails: ['Um.Saad@example.com'] }, ['email']],
  ] as const)('wait for a person when they share %s', (_, trait, reasons) => {
    const lower = 'emails' in trait ? { emails: ['um.saad@example.com'] } : trait;
    expect(judged(trait, lower)).toEqual({ verdict: 'likely', reasons });
  });

  it.each([
    // name, birth year, name, birth year, verdict
    ['فاطمة علي', 1980, 'فاطمه على', 1980, 'likely'],
    ['فاطمة علي', 1980, 'فاطمة علي', 1981, 'none'],
    ['فاطمة علي', 1980, 'فاطمة علي', null, 'none'],
    ['فاطمة', 1980, 'فاطمة', 1980, 'none'],
    ['أحمد بن محمد بن سعد الحارثي', null, 'احمد محمد سعد الحارثي', null, 'likely'],
    ['أحمد بن محمد بن سعد الحارثي', 1980, 'احمد محمد سعد الحارثي', null, 'likely'],
    ['أحمد بن محمد بن سعد الحارثي', 1980, 'احمد محمد سعد الحارثي', 1990, 'none'],
    ['أحمد محمد الحارثي', null, 'أحمد محمد الحارثي', null, 'none'],
    ['أحمد محمد الحارثي', 1980, 'أحمد الحارثي', 1980, 'likely'],
    ['أحمد محمد الحارثي', 1980, 'محمد الحارثي', 1980, 'none'],
    ['أحمد محمد الحارثي', 1980, 'أحمد محمود الحارثي', 1980, 'likely'],
    ['أحمد محمد الحارثي', 1980, 'أمحد محمد الحارثي', 1980, 'likely'],
    ['أحمد محمد سعد الحارثي', 1980, 'أحمد محمد سعيد الحارثي', null, 'none'],
    ['سعد الحارثي', 1980, 'سعيد الحارثي', 1980, 'none'],
    ['عبد الله سعد', 1980, 'عبدالله سعد', 1980, 'likely'],
  ] as const)('%s (%s) and %s (%s): %s', (a, yearA, b, yearB, verdict) => {
    const found = judgePair(
      { ...nobody, name: a, birthYear: yearA },
      { ...nobody, name: b, birthYear: yearB },
    );
    expect(found).toEqual({
      verdict,
      reasons: verdict === 'likely' ? ['name_birth_year'] : [],
    });
  });

  it('of one household wait for a person when the name is the same, and not when a letter tells siblings apart', () => {
    const home = { households: ['h'] };
    const of = (a: string, b: string) => judged({ ...home, name: a }, { ...home, name: b }).verdict;
    expect(of('سعد محمد الحارثي', 'سعد الحارثي')).toBe('likely');
    expect(of('سعد محمد الحارثي', 'سعيد محمد الحارثي')).toBe('none');
    expect(judged({ name: 'سعد الحارثي' }, { ...home, name: 'سعد الحارثي' }).verdict).toBe('none');
  });

  it('are judged the same in either order', () => {
    fc.assert(
      fc.property(traits, traits, (a, b) => {
        expect(judgePair(a, b)).toEqual(judgePair(b, a));
      }),
    );
  });

  it('are judged the same however a name is spelt', () => {
    fc.assert(
      fc.property(
        traits,
        traits.chain((b) => respelt(b.name).map((again) => ({ b, again }))),
        (a, { b, again }) => {
          expect(judgePair(a, { ...b, name: again })).toEqual(judgePair(a, b));
        },
      ),
    );
  });

  it('are the same only by a number, and likely only with a reason', () => {
    fc.assert(
      fc.property(traits, traits, (a, b) => {
        const { verdict, reasons } = judgePair(a, b);
        expect(verdict === 'same').toBe(reasons.includes('id'));
        expect(verdict === 'none').toBe(reasons.length === 0);
      }),
    );
  });

  it('lose no reason when more becomes known of a contact', () => {
    fc.assert(
      fc.property(traits, traits, (a, b) => {
        const more = {
          ...a,
          phones: [...a.phones, '+966559999999'],
          identities: [...a.identities, 'z'],
        };
        expect(judgePair(more, b).reasons).toEqual(judgePair(a, b).reasons);
      }),
    );
  });
});

describe('names', () => {
  it('are their words without kinship and compound halves', () => {
    expect(nameWords('عبد الله بن  سعدٍ آل مشرف')).toEqual(['عبدالله', 'سعد', 'المشرف']);
    expect(compareNames('نورة بنت سعد', 'نوره سعد')).toBe('equal');
  });

  it('are one letter apart exactly when the edit distance with swaps is one', () => {
    const letters = fc.string({ unit: fc.constantFrom('ا', 'ب', 'ج'), maxLength: 5 });
    fc.assert(
      fc.property(letters, letters, (a, b) => {
        expect(oneLetterApart(a, b)).toBe(distance(a, b) === 1);
      }),
      { numRuns: 2000 },
    );
  });
});

/** Optimal string alignment, by the book. */
function distance(a: string, b: string): number {
  const rows = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  const at = (i: number, j: number) => rows[i]?.[j] ?? Infinity;
  for (let i = 1; i <= a.length; i += 1) {
    for (let j = 1; j <= b.length; j += 1) {
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const best = Math.min(
        at(i - 1, j) + 1,
        at(i, j - 1) + 1,
        at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1),
        swapped ? at(i - 2, j - 2) + 1 : Infinity,
      );
      const row = rows[i];
      if (row) row[j] = best;
    }
  }
  return at(a.length, b.length);
}
