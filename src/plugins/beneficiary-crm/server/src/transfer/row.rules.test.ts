import fc from 'fast-check';
import { importFields } from '../../../contracts/vocabulary';
import { parseBirth } from './birth.rules';
import { quiteDifferentNames } from './likeness.rules';
import { readRow } from './row.rules';

const today = '2026-11-22';
const known = {
  categories: new Map([
    ['ايتام', 'orphans'],
    ['طلاب الحلقات', 'students'],
  ]),
  branches: new Map([['وادي', 'wadi']]),
};

describe('a date of birth', () => {
  it.each([
    ['1990-03-15', '1990-03-15'],
    ['15/03/1990', '1990-03-15'],
    ['١٥/٣/١٩٩٠', '1990-03-15'],
    ['15-3-1990م', '1990-03-15'],
    ['1446/01/01', '2024-07-07'],
    ['1/9/1446هـ', '2025-03-01'],
    ['1990-03-15 00:00:00', '1990-03-15'],
    ['32947', '1990-03-15'],
    ['32947.0', '1990-03-15'],
  ])('%s is %s', (typed, date) => {
    expect(parseBirth(typed, today)).toMatchObject({ ok: true, date });
  });

  it.each([
    ['1990', 1990],
    ['1410', 1990],
  ])('%s is the year %d', (typed, year) => {
    expect(parseBirth(typed, today)).toEqual({ ok: true, date: null, year });
  });

  it.each([
    ['31/02/1990', 'import.date'],
    ['31/01/1446', 'import.date'],
    ['1990-13-01', 'import.date'],
    ['قديم', 'import.date'],
    ['0', 'import.date'],
    ['2027-01-01', 'import.date_future'],
    ['2030', 'import.date_future'],
    ['1850-01-01', 'import.date_too_old'],
  ])('%s is refused: %s', (typed, code) => {
    expect(parseBirth(typed, today)).toEqual({ ok: false, code });
  });

  it('counts from 1904 where the workbook does', () => {
    expect(parseBirth('31485', today, true)).toMatchObject({ date: '1990-03-15' });
  });

  it('is a real day, not after today, for any text', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.stringMatching(/^\d{1,4}[-/]\d{1,2}[-/]\d{1,4}$/)),
        (text) => {
          const birth = parseBirth(text, today);
          if (!birth.ok || birth.date === null) return;
          expect(new Date(`${birth.date}T00:00:00Z`).toISOString().slice(0, 10)).toBe(birth.date);
          expect(birth.date <= today).toBe(true);
          expect(Number(birth.date.slice(0, 4))).toBe(birth.year);
        },
      ),
    );
  });
});

describe('two names', () => {
  it.each([
    ['محمد بن سعد الحارثي', 'محمد سعد علي الحارثي', false],
    ['احمد عبدالله', 'أحمد عبد الله الثبيتي', false],
    ['فاطمه على الثبيتى', 'فاطمة علي الثبيتي', false],
    ['الحارثي محمد سعد', 'محمد سعد الحارثي', false],
    ['Ahmad Alharthi', 'أحمد الحارثي', false],
    ['سعد محمد الحارثي', 'محمد علي الحارثي', true],
    ['نورة فهد الثبيتي', 'خالد سعيد العتيبي', true],
    ['محمد سعد الحارثي', 'محمد فهد العتيبي', true],
  ])('%s and %s: quite different %s', (a, b, different) => {
    expect(quiteDifferentNames(a, b)).toBe(different);
    expect(quiteDifferentNames(b, a)).toBe(different);
  });

  it('are never quite different from themselves', () => {
    fc.assert(
      fc.property(fc.string(), (name) => expect(quiteDifferentNames(name, name)).toBe(false)),
    );
  });
});

describe('a row', () => {
  it('says who it is', () => {
    const row = readRow(
      [
        'سلمى',
        'فهد',
        'الثبيتي',
        '1.000000008E9',
        '551234567',
        'أيتام، طلاب الحلقات',
        'الوادي',
        'بنت',
      ],
      [
        'first_name',
        'father_name',
        'family_name',
        'id_number',
        'phone',
        'category',
        'branch',
        'sex',
      ],
      { ...known, branches: new Map([['الوادي', 'wadi']]) },
      today,
    );
    expect(row).toEqual({
      issues: [],
      person: {
        name: 'سلمى فهد الثبيتي',
        sex: 'female',
        birthDate: null,
        birthYear: null,
        city: null,
        district: null,
        address: null,
        branch: 'wadi',
        categories: ['orphans', 'students'],
        contacts: [{ kind: 'mobile', value: '+966551234567', preferred: true }],
        identity: { type: 'national_id', number: '1000000008' },
      },
    });
  });

  it('names every mistake where it stands', () => {
    const row = readRow(
      ['', '1000000000', '0112', 'x@', 'لا أدري', 'ملوك', 'بعيد'],
      ['name', 'id_number', 'phone', 'email', 'sex', 'category', 'branch'],
      known,
      today,
    );
    expect(row.person).toBeNull();
    expect(row.issues).toEqual([
      { column: 0, code: 'import.no_name' },
      { column: 1, code: 'id.checksum' },
      { column: 2, code: 'import.phone' },
      { column: 3, code: 'import.email' },
      { column: 4, code: 'import.sex' },
      { column: 5, code: 'import.category' },
      { column: 6, code: 'import.branch' },
    ]);
  });

  it('is a person or has a mistake, whatever stands in it', () => {
    const cells = fc.array(
      fc.oneof(fc.string(), fc.constantFrom('', 'أحمد علي', '1000000008', '0551234567')),
    );
    const columns = fc.shuffledSubarray([...importFields]);
    fc.assert(
      fc.property(cells, columns, (row, fields) => {
        const { person, issues } = readRow(row, fields, known, today);
        expect(person === null).toBe(issues.length > 0);
        for (const { column } of issues)
          expect(column === null || column < fields.length).toBe(true);
      }),
    );
  });
});
