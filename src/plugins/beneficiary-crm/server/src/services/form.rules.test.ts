import fc from 'fast-check';
import { fieldTypes } from '../../../contracts/vocabulary';
import type { FieldType } from '../../../contracts/vocabulary';
import { bilingual } from '../kernel/bilingual';
import type { FieldDefinition, FormContent } from './form.types';
import { askedFields, isComplete, shownAnswer, validateAnswers } from './form.rules';
import { plainForms } from './forms.policy';

const field = (
  key: string,
  type: FieldType,
  more: Partial<FieldDefinition> = {},
): FieldDefinition => ({
  key,
  type,
  label: bilingual(`سؤال ${key}`, `Question ${key}`),
  hint: null,
  required: true,
  min: null,
  max: null,
  maxLength: null,
  options: [],
  showIf: null,
  ...more,
});
const form = (...fields: FieldDefinition[]): FormContent => ({ fields, documents: [] });
const choice = (key: string, ...values: string[]) =>
  field(key, 'choice', {
    options: values.map((value) => ({ value, label: bilingual(`خيار ${value}`, value) })),
  });
const one = (type: FieldType, more: Partial<FieldDefinition> = {}) => form(field('it', type, more));

/** The one answer as it is kept, or the code of its refusal. */
function read(definition: FormContent, raw: string | number | boolean | null) {
  const result = validateAnswers(definition, { it: raw });
  if (result.ok) return result.answers.it;
  return result.issues.map((issue) => issue.code).join();
}

const housing = form(
  choice('housing', 'owned', 'rented'),
  field('rent', 'money', { showIf: { field: 'housing', equals: 'rented' } }),
  field('arrears', 'yes_no', { showIf: { field: 'housing', equals: 'rented' } }),
  field('months', 'number', { min: 1, showIf: { field: 'arrears', equals: 'yes' } }),
);

describe('numbers', () => {
  it.each([
    ['٧', 7],
    ['۷', 7],
    [' 12 ', 12],
    ['1,200', 1200],
    ['١٬٢٠٠', 1200],
    [7, 7],
    ['2.5', 'type'],
    ['7 أفراد', 'type'],
    ['1e3', 'type'],
    ['12,34', 'type'],
    [Number.NaN, 'type'],
    [true, 'type'],
  ])('reads %p as %p', (raw, value) => expect(read(one('number'), raw)).toBe(value));

  it.each([
    ['1٬500٫5', 1500.5],
    ['١٥٠٠٫٥٠', 1500.5],
    ['0', 0],
    ['-0', 0],
    [99.99, 99.99],
    ['99.999', 'type'],
    ['-1', 'min'],
    [0.1 + 0.2, 'type'],
  ])('reads %p riyals as %p', (raw, value) => expect(read(one('money'), raw)).toBe(value));

  it('holds both bounds, and says them', () => {
    const definition = one('number', { min: 1, max: 30 });
    expect(read(definition, '1')).toBe(1);
    expect(read(definition, '30')).toBe(30);
    expect(validateAnswers(definition, { it: '0' })).toEqual({
      ok: false,
      issues: [{ path: 'answers.it', code: 'min', params: { min: 1 } }],
    });
    expect(read(definition, '31')).toBe('max');
  });
});

describe('dates', () => {
  it.each([
    ['2026-03-05', '2026-03-05'],
    ['5/3/2026', '2026-03-05'],
    ['٠٥/٠٣/٢٠٢٦', '2026-03-05'],
    ['05-03-2026', '2026-03-05'],
    ['29/02/2024', '2024-02-29'],
    ['29/02/2026', 'date'],
    ['31/04/2026', 'date'],
    ['2026-13-01', 'date'],
    ['15/09/1447', 'date'],
    ['0000-00-00', 'date'],
    ['أمس', 'date'],
  ])('reads %p as %p', (raw, value) => expect(read(one('date'), raw)).toBe(value));

  it('reads every day of the calendar in both ways of writing it', () => {
    const anyDay = fc.date({
      min: new Date('1900-01-01T00:00:00Z'),
      max: new Date('2100-12-31T00:00:00Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(anyDay, (date) => {
        const iso = date.toISOString().slice(0, 10);
        const [year, month, day] = iso.split('-');
        expect(read(one('date'), iso)).toBe(iso);
        expect(read(one('date'), `${day}/${month}/${year}`)).toBe(iso);
      }),
    );
  });
});

describe('text, choices, numbers of accounts and phones', () => {
  it('cleans text and counts letters, not code units', () => {
    expect(read(one('text'), '  حي \u202e الأمل ')).toBe('حي الأمل');
    expect(read(one('textarea', { maxLength: 2 }), '🏠🏠')).toBe('🏠🏠');
    expect(read(one('textarea', { maxLength: 2 }), '🏠🏠🏠')).toBe('too_long');
    expect(read(one('text'), 'أ'.repeat(501))).toBe('too_long');
  });

  it('takes the values of a choice and nothing else', () => {
    const definition = form(choice('it', 'owned', 'rented'));
    expect(read(definition, 'rented')).toBe('rented');
    expect(read(definition, 'Rented')).toBe('option');
    expect(read(definition, true)).toBe('option');
  });

  it('keeps yes and no in one way', () => {
    expect([true, 'yes', false, 'no', 'maybe', 1].map((raw) => read(one('yes_no'), raw))).toEqual([
      'yes',
      'yes',
      'no',
      'no',
      'option',
      'option',
    ]);
  });

  it('keeps an IBAN compact and a mobile as E.164', () => {
    expect(read(one('iban'), 'sa03 8000 0000 6080 1016 7519')).toBe('SA0380000000608010167519');
    expect(read(one('iban'), 'SA0380000000608010167518')).toBe('iban');
    expect(read(one('phone'), '٠٥٥١٢٣٤٥٦٧')).toBe('+966551234567');
    expect(read(one('phone'), '0112345678')).toBe('phone');
  });
});

describe('which questions are asked', () => {
  it('asks for what the first answer leads to', () => {
    expect(validateAnswers(housing, { housing: 'rented', arrears: true })).toEqual({
      ok: false,
      issues: [
        { path: 'answers.rent', code: 'required' },
        { path: 'answers.months', code: 'required' },
      ],
    });
  });

  it('drops answers to hidden questions, and to those hidden behind them', () => {
    expect(
      validateAnswers(housing, { housing: 'owned', rent: 'x', arrears: true, months: 3 }),
    ).toEqual({
      ok: true,
      answers: { housing: 'owned' },
    });
  });

  it('refuses questions that the form has not', () => {
    for (const key of ['salary', '__proto__', 'constructor']) {
      const answers = Object.fromEntries([
        ['housing', 'owned'],
        [key, 1],
      ]);
      expect(validateAnswers(housing, answers)).toEqual({
        ok: false,
        issues: [{ path: `answers.${key}`, code: 'unknown' }],
      });
    }
  });

  it('lists them in order', () => {
    const keys = (answers: Record<string, string>) =>
      askedFields(housing, answers).map(({ key }) => key);
    expect(keys({})).toEqual(['housing']);
    expect(keys({ housing: 'rented' })).toEqual(['housing', 'rent', 'arrears']);
  });
});

describe('completeness', () => {
  const definition: FormContent = {
    ...housing,
    documents: [
      { key: 'income', label: bilingual('الدخل'), hint: null, required: true, maxAgeDays: 90 },
      { key: 'lease', label: bilingual('العقد'), hint: null, required: false, maxAgeDays: null },
    ],
  };
  it('names answers and papers that lack', () => {
    expect(isComplete(definition, {}, [])).toEqual({
      missing: ['answers.housing', 'documents.income'],
    });
    expect(isComplete(definition, { housing: 'owned' }, ['income'])).toEqual({ missing: [] });
  });
  it('counts an answer that cannot be read as lacking', () => {
    expect(isComplete(definition, { housing: 'tent' }, ['income']).missing).toEqual([
      'answers.housing',
    ]);
  });
  it('takes white space for no answer', () => {
    expect(read(one('text'), ' \u200b\n')).toBe('required');
    expect(read(one('text', { required: false }), null)).toBeUndefined();
  });
});

describe('of any form and any answers', () => {
  const anyValue = fc.oneof(
    fc.string(),
    fc.double(),
    fc.boolean(),
    fc.constant(null),
    fc.constantFrom('yes', 'no', 'a', '٣', '5/3/2026', '0551234567'),
  );
  const anyForm = fc
    .array(
      fc.record({
        type: fc.constantFrom(...fieldTypes),
        required: fc.boolean(),
        parent: fc.option(fc.nat(4), { nil: null }),
        equals: fc.constantFrom('yes', 'no', 'a', 'b'),
      }),
      { maxLength: 6 },
    )
    .map((drafts) =>
      form(
        ...drafts.map(({ type, required, parent, equals }, place) =>
          field(`q${place}`, type, {
            required,
            options: ['a', 'b'].map((value) => ({ value, label: bilingual(value) })),
            showIf: parent !== null && parent < place ? { field: `q${parent}`, equals } : null,
          }),
        ),
      ),
    );
  const anyAnswers = fc.dictionary(fc.constantFrom('q0', 'q1', 'q2', 'q3', 'q4', 'q5'), anyValue);

  it('what was accepted is accepted again and stays as it is', () => {
    fc.assert(
      fc.property(anyForm, anyAnswers, (definition, answers) => {
        const first = validateAnswers(definition, answers);
        if (first.ok) expect(validateAnswers(definition, first.answers)).toEqual(first);
      }),
      { numRuns: 500 },
    );
  });

  it('accepts exactly what is complete and holds no stranger', () => {
    fc.assert(
      fc.property(anyForm, anyAnswers, (definition, answers) => {
        const { ok } = validateAnswers(definition, answers);
        expect(isComplete(definition, answers, []).missing.length === 0).toBe(ok);
      }),
      { numRuns: 500 },
    );
  });

  it('keeps no answer whose question is not asked', () => {
    fc.assert(
      fc.property(anyForm, anyAnswers, (definition, answers) => {
        const result = validateAnswers(definition, answers);
        if (!result.ok) return;
        const asked = new Set(askedFields(definition, answers).map(({ key }) => key));
        expect(Object.keys(result.answers).filter((key) => !asked.has(key))).toEqual([]);
      }),
    );
  });
});

describe('what a person reads', () => {
  const shown = (type: FieldType, value: string | number | null) =>
    (['ar', 'en'] as const).map((locale) => shownAnswer(field('it', type), value, locale));

  it('writes every kind of answer in both languages', () => {
    expect(shown('money', 3)).toEqual(['3 ريال سعودي', '3 Saudi riyals']);
    expect(shown('money', 1500.5)).toEqual(['1,500.50 ريال سعودي', '1,500.50 Saudi riyals']);
    expect(shown('number', 1200)).toEqual(['1,200', '1,200']);
    expect(shown('date', '2026-03-05')).toEqual(['5 مارس 2026', '5 March 2026']);
    expect(shown('yes_no', 'no')).toEqual(['لا', 'No']);
    expect(shown('iban', 'SA0380000000608010167519')[0]).toBe('SA03 8000 0000 6080 1016 7519');
    expect(shown('text', null)).toEqual(['—', '—']);
    expect(shownAnswer(choice('it', 'owned'), 'owned', 'ar')).toBe('خيار owned');
  });
});

describe('the forms of the policy', () => {
  it.each(Object.values(plainForms))('$kind asks in both languages, each key once', (plain) => {
    const keys = plain.fields.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    for (const { label, options, showIf } of plain.fields) {
      expect(label.ar).not.toBe(label.en);
      for (const option of options) expect(option.label.ar).not.toBe(option.label.en);
      if (showIf) expect(keys).toContain(showIf.field);
    }
  });
});
