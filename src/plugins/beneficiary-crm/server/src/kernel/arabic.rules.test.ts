import fc from 'fast-check';
import golden from './arabic.golden.json';
import {
  cleanLine,
  cleanText,
  faqScore,
  isolate,
  joinedNameKey,
  LETTERS,
  normaliseName,
  toWesternDigits,
} from './arabic.rules';
import { normaliseNameSql } from './arabic.sql';

/** Names as people type them: letters, marks, tatweel, invisible characters, both kinds of digits. */
const typedName = fc
  .array(
    fc.oneof(
      fc.constantFrom(...'ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأؤإئىةٱکی', ' ', '  ', '\t', 'ﻻ', 'ﷲ'),
      fc.constantFrom('عبد ', ' أبو ', 'أم ', ' آل ', 'الله', '٣', '۷', '4', 'A', 'z'),
      fc.constantFrom('\u0640', '\u064B', '\u0651', '\u0670', '\u200F', '\u202B', '\u2069'),
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(''));

const anyText = fc.string({ unit: 'binary', maxLength: 60 });

describe('the golden file of names', () => {
  it('is large enough to hold the SQL side to something', () => {
    expect(golden.length).toBeGreaterThanOrEqual(60);
  });

  it.each(golden)('$input', ({ input, normalised, joined }) => {
    expect(normaliseName(input)).toBe(normalised);
    expect(joinedNameKey(input)).toBe(joined);
  });
});

describe('normaliseName', () => {
  it('has a letter to read for every letter it replaces', () => {
    expect(LETTERS.to).toHaveLength(LETTERS.from.length);
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(typedName, (name) => {
        const once = normaliseName(name);
        expect(normaliseName(once)).toBe(once);
      }),
    );
  });

  it('ignores diacritics and tatweel wherever they stand', () => {
    fc.assert(
      fc.property(
        typedName,
        fc.nat(),
        fc.constantFrom('\u064E', '\u0651', '\u0640', '\u200B', '\u061C'),
        (name, at, mark) => {
          const place = at % (name.length + 1);
          const marked = name.slice(0, place) + mark + name.slice(place);
          expect(normaliseName(marked)).toBe(normaliseName(name));
        },
      ),
    );
  });
});

describe('joinedNameKey', () => {
  it.each([
    ['عبدالله', 'عبد الله'],
    ['أبو بكر', 'ابوبكر'],
    ['أم كلثوم', 'امكلثوم'],
    ['آل سعود', 'السعود'],
    ['أبو عبد الرحمن', 'ابو عبدالرحمن'],
  ])('%s meets %s', (one, other) => {
    expect(joinedNameKey(one)).toBe(joinedNameKey(other));
  });

  it('keeps apart what is not a compound', () => {
    expect(joinedNameKey('سعد الله')).not.toBe(joinedNameKey('سعدالله'));
  });

  it('differs from the normalised name in spaces only', () => {
    fc.assert(
      fc.property(typedName, (name) => {
        expect(joinedNameKey(name).replaceAll(' ', '')).toBe(
          normaliseName(name).replaceAll(' ', ''),
        );
      }),
    );
  });
});

describe('normaliseNameSql', () => {
  it('creates both functions', () => {
    expect(normaliseNameSql).toContain('function crm_normalise_name(t text)');
    expect(normaliseNameSql).toContain('function crm_joined_name_key(t text)');
  });

  it('holds nothing that knex would take for a binding', () => {
    expect(normaliseNameSql).not.toContain('?');
  });
});

describe('toWesternDigits', () => {
  it('reads Arabic-Indic and Persian digits', () => {
    expect(toWesternDigits('٠١٢٣٤٥٦٧٨٩ ۰۱۲۳۴۵۶۷۸۹ 0123456789')).toBe(
      '0123456789 0123456789 0123456789',
    );
  });
});

describe('cleanText', () => {
  it.each([
    ['  ٠٥٥١٢٣٤٥٦٧ ', '0551234567'],
    ['\u202B2026-000123\u202C', '2026-000123'],
    ['\u2066A\u2069\u200F\u061C', 'A'],
    ['سطر\r\nآخر\rثالث\u2028رابع', 'سطر\nآخر\nثالث\nرابع'],
    ['صفر\u0000 و\u0007جرس', 'صفر وجرس'],
    ['\uFEFF\u00AD\u200B\u2060', ''],
    ['ＡＢＣ', 'ABC'],
    ['عَربيٌّ مشكول', 'عَربيٌّ مشكول'],
    ['lone \uD800 surrogate', 'lone  surrogate'],
    ['a\tb', 'a\tb'],
  ])('%j → %j', (raw, clean) => {
    expect(cleanText(raw)).toBe(clean);
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(cleanText(cleanText(text))).toBe(cleanText(text));
      }),
      { numRuns: 1000 },
    );
  });

  it('leaves no bidi control, zero-width or control character', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(cleanText(text)).not.toMatch(
          /[\u200B-\u200F\u202A-\u202E\u2060-\u2069\u061C\uFEFF\u0000-\u0008\u000B-\u001F]/,
        );
      }),
    );
  });
});

describe('cleanLine', () => {
  it('keeps one line', () => {
    expect(cleanLine('  محمد \n\t  علي\u00A0سعد ')).toBe('محمد علي سعد');
  });

  it('holds single spaces only', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(cleanLine(text)).not.toMatch(/\s\s|[\n\t]|^\s|\s$/);
        expect(cleanLine(cleanLine(text))).toBe(cleanLine(text));
      }),
    );
  });
});

describe('isolate', () => {
  it('wraps in a left-to-right isolate, which cleaning takes off again', () => {
    expect(isolate('2026-000123')).toBe('\u20662026-000123\u2069');
    expect(cleanText(isolate('2026-000123'))).toBe('2026-000123');
  });
});

describe('faqScore', () => {
  const register = {
    question: 'كيف أُسجّل في خدمات الجمعية؟',
    answer: 'من صفحة الخدمات اختر الخدمة، ثم أرفق الهوية الوطنية.',
  };
  const delivery = {
    question: 'متى تُسلَّم السلال الغذائية؟',
    answer: 'في الأسبوع الأول من كل شهر في فرع الجمعية.',
  };

  it.each(['الخدمة', 'خدمه', 'خدمات', 'بالخدمات', 'والخدمة'])(
    'finds %s under each of its forms',
    (query) => {
      expect(faqScore(query, register)).toBeGreaterThan(0.5);
    },
  );

  it('ignores diacritics and hamza forms', () => {
    expect(faqScore('السِّلال الغِذائيّه', delivery)).toBe(1);
  });

  it('counts a word of the question for more than one of the answer', () => {
    const inQuestion = faqScore('الهوية', { question: 'ما الهوية المطلوبة؟', answer: '' });
    const inAnswer = faqScore('الهوية', register);
    expect(inAnswer).toBeGreaterThan(0);
    expect(inQuestion).toBeGreaterThan(inAnswer);
  });

  it('ranks the question that holds more of the words first', () => {
    expect(faqScore('تسليم سلال غذائية', delivery)).toBeGreaterThan(
      faqScore('تسليم سلال غذائية', register),
    );
  });

  it('is 0 without a match, and for a query of empty words', () => {
    expect(faqScore('قرض سكني', delivery)).toBe(0);
    expect(faqScore('كيف؟ متى؟', delivery)).toBe(0);
    expect(faqScore('', delivery)).toBe(0);
  });

  it('reads English too', () => {
    const faq = { question: 'How do I appeal a decision?', answer: 'Within 30 days.' };
    expect(faqScore('Appeals', faq)).toBe(1);
    expect(faqScore('appeal decisions', faq)).toBe(1);
  });

  it('lies between 0 and 1, and is 1 for the question itself', () => {
    fc.assert(
      fc.property(typedName, typedName, typedName, (query, question, answer) => {
        const score = faqScore(query, { question, answer });
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1);
      }),
    );
    expect(faqScore(delivery.question, delivery)).toBe(1);
  });
});
