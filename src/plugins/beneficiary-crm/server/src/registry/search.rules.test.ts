import fc from 'fast-check';
import {
  bestFirst,
  fromTheEnd,
  isNear,
  matchName,
  oneLetterApart,
  readTyped,
  searchWords,
  spellings,
} from './search.rules';

const rankOf = (typed: string, name: string) =>
  matchName(searchWords(typed), searchWords(name))?.rank ?? null;

describe('what a typed text can be', () => {
  it.each([
    ['1000000008', { nationalId: '1000000008' }],
    ['١٠٠٠٠٠٠٠٠٨', { nationalId: '1000000008' }],
    ['1000 000 008', { nationalId: '1000000008' }],
    ['A-77', { otherId: 'A-77', nationalId: null }],
    ['0551234567', { phone: '+966551234567', phoneEnd: null }],
    ['٠٥٥ ١٢٣ ٤٥٦٧', { phone: '+966551234567' }],
    ['00966551234567', { phone: '+966551234567' }],
    ['+966 (0)55 123 4567', { phone: '+966551234567' }],
    ['0112345678', { phone: '+966112345678' }],
    ['34567', { phone: null, phoneEnd: '34567' }],
    ['05512', { phone: null, phoneEnd: null }],
    ['Sara@Example.org', { email: 'Sara@example.org', words: [] }],
    ['B-000123', { fileNumber: 'B-000123' }],
    ['b 123', { fileNumber: 'B-000123' }],
    ['٠٠٠١٢٣', { fileNumber: 'B-000123' }],
    ['7k2m 9qxf', { reference: '7K2M-9QXF' }],
    [
      'محمد',
      {
        nationalId: null,
        otherId: null,
        phone: null,
        phoneEnd: null,
        email: null,
        fileNumber: null,
        reference: null,
        words: ['محمد'],
      },
    ],
    ['12345', { words: [] }],
    ['B-000123', { words: [] }],
    ['7k2m 9qxf', { words: [] }],
    ['سعد 77', { words: ['سعد', '77'] }],
  ])('%s', (text, expected) => {
    expect(readTyped(text)).toMatchObject(expected);
  });

  it.each(['', ' ', '😀', '%', '_', '\\', "'", 'بن', 'ـــ', '\u0000', '()'])(
    'nothing can be made of «%s», and nothing breaks',
    (text) => {
      const typed = Object.values(readTyped(text));
      expect(typed.every((value) => value === null || Array.isArray(value))).toBe(true);
    },
  );

  it('reads whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 120 }), (text) => {
        const { words } = readTyped(text);
        expect(words.length).toBeLessThanOrEqual(8);
        expect(words).not.toContain('');
      }),
    );
  });
});

describe('one letter apart', () => {
  it.each([
    ['العتيبي', 'العتبي', true],
    ['العتيبي', 'العتتيبي', true],
    ['العتيبي', 'العطيبي', true],
    ['العتيبي', 'العيتبي', true],
    ['العتيبي', 'العتيبي', false],
    ['العتيبي', 'العيتبيي', false],
    ['سعد', 'سعيد', true],
    ['سعد', 'عسدا', false],
  ])('%s %s', (one, other, apart) => {
    expect(oneLetterApart(one, other)).toBe(apart);
    expect(oneLetterApart(other, one)).toBe(apart);
  });

  it('knows a family without its article', () => {
    expect(isNear('عتيبي', 'العتيبي')).toBe(true);
    expect(isNear('العتيبي', 'عتيبي')).toBe(true);
    expect(isNear('عل', 'علي')).toBe(false);
  });
});

// ── property tests ─────────────────────────────────────────────────────────

const letters = [...'ابتثجحخدذرزسشصضطظعغفقكلمنهويء'];
const letter = fc.constantFrom(...letters);
const word = fc.array(letter, { minLength: 4, maxLength: 9 }).map((all) => all.join(''));
const mistakes = ['another', 'missing', 'added', 'swapped'] as const;

/** A word, and the same with one letter wrong. */
const slip = fc
  .record({ word, kind: fc.constantFrom(...mistakes), at: fc.nat(20), letter })
  .map(({ word, kind, at, letter }) => {
    const all = [...word];
    const place = at % all.length;
    const next = Math.min(place, all.length - 2);
    const typed = {
      another: all.with(place, letter),
      missing: all.toSpliced(place, 1),
      added: all.toSpliced(place, 0, letter),
      swapped: all.with(next, all[next + 1] ?? '').with(next + 1, all[next] ?? ''),
    }[kind].join('');
    return { word, typed };
  });

it('words a letter apart share a key of the dictionary', () => {
  fc.assert(
    fc.property(slip, ({ word, typed }) => {
      expect(spellings(typed).some((key) => spellings(word).includes(key))).toBe(true);
      expect(typed === word || isNear(typed, word)).toBe(true);
    }),
  );
});

const name = fc.array(word, { minLength: 1, maxLength: 5 });

it('a name is found with any one of its letters wrong', () => {
  fc.assert(
    fc.property(name, slip, fc.nat(), (others, { word, typed }, at) => {
      const place = at % (others.length + 1);
      const whole = others.toSpliced(place, 0, word).join(' ');
      expect(rankOf(others.toSpliced(place, 0, typed).join(' '), whole)).not.toBeNull();
      expect(rankOf(typed, whole)).not.toBeNull();
    }),
  );
});

it('any words of a name find it, in any order; the name itself ranks before all', () => {
  fc.assert(
    fc.property(name, fc.infiniteStream(fc.nat()), (words, keys) => {
      const shuffled = words
        .map((word) => ({ word, key: keys.next().value }))
        .sort((a, b) => a.key - b.key)
        .map(({ word }) => word);
      const some = shuffled.slice(0, 1 + (keys.next().value % shuffled.length));
      expect(rankOf(words.join(' '), words.join(' '))).toBe(0);
      expect(rankOf(some.join(' '), words.join(' '))).toBeGreaterThanOrEqual(0);
    }),
  );
});

it.each([
  ['أحمد عبد الله', 'احمد عبدالله'],
  ['فاطمة', 'فاطمه'],
  ['هُدَى', 'هدي'],
  ['عـبـد الـرحمن', 'عبدالرحمن'],
  ['أحمد بن علي', 'احمد علي'],
  ['آل سعود', 'السعود'],
  ['Ahmed Al-Otaibi', 'ahmed al otaibi'],
  ['مؤمنة رؤى', 'مومنه روي'],
])('«%s» and «%s» are one name, and rank as the exact one', (one, other) => {
  expect(rankOf(one, other)).toBe(0);
  expect(rankOf(other, one)).toBe(0);
});

it('the best comes first', () => {
  const typed = 'عبدالله العتيبي';
  const names = [
    'عبدالله العتيبي',
    'عبدالله العتيبي الهذلي',
    'عبدالله محمد العتيبي',
    'سعد عبدالله العتيبي',
    'العتيبي عبدالله',
    'عبدالله سعد العتيبيان',
    'عبداللاه العتيبي',
  ];
  const hits = names.map((name) => ({ name, rank: rankOf(typed, name) ?? 999, gone: false }));
  expect(bestFirst([...hits].reverse()).map(({ name }) => name)).toEqual(names);
  expect(hits.every(({ rank }, place) => place === 0 || rank > (hits[place - 1]?.rank ?? 0))).toBe(
    true,
  );
});

it('whoever cannot be served any more stands behind those of the same rank', () => {
  const hit = (name: string, rank: number, gone: boolean) => ({ name, rank, gone });
  expect(
    bestFirst([hit('أ', 1, true), hit('ب', 1, false), hit('ت', 0, true)]).map(({ name }) => name),
  ).toEqual(['ت', 'ب', 'أ']);
});

it('a word typed twice must stand there twice', () => {
  expect(rankOf('محمد محمد', 'محمد سعد')).toBeNull();
  expect(rankOf('محمد محمد', 'محمد محمد سعد')).toBe(1);
});

it('the end of a number is a range of reversed numbers', () => {
  const [from, to] = fromTheEnd('34567');
  const reversed = [...'+966551234567'].reverse().join('');
  expect(reversed >= from && reversed < to).toBe(true);
  const another = [...'+966551234568'].reverse().join('');
  expect(another >= from && another < to).toBe(false);
});
