import fc from 'fast-check';
import { importFields } from '../../../contracts/vocabulary';
import {
  columnsProblem,
  findHeadings,
  headingsHash,
  recognise,
  suggestColumns,
} from './mapping.rules';

describe('a heading', () => {
  it.each([
    ['الاسم الرباعي', 'name'],
    ['  الإسم  ', 'name'],
    ['رقم الهويه', 'id_number'],
    ['السجل المدني (10 أرقام)', 'id_number'],
    ['رقم الجوّال *', 'phone'],
    ['E-mail', 'email'],
    ['البريد الالكتروني', 'email'],
    ['تاريخ الميلاد هـ', null],
    ['تاريخ الميلاد (هجري)', 'birth_date'],
    ['DATE OF BIRTH', 'birth_date'],
    ['الحى', 'district'],
    ['الفئة:', 'category'],
    ['الجنس', 'sex'],
    ['ملاحظات', null],
    ['', null],
  ])('%s says %s', (heading, field) => {
    expect(recognise(heading)).toBe(field);
  });
});

describe('columns', () => {
  it('take each meaning once; a second phone is another phone', () => {
    expect(suggestColumns(['الاسم', 'جوال', 'الجوال', 'اسم المستفيد'])).toEqual([
      'name',
      'phone',
      'other_phone',
      null,
    ]);
  });

  it('need somebody’s name, and nothing twice', () => {
    expect(columnsProblem(['id_number', null])).toBe('import.no_name_column');
    expect(columnsProblem(['name', 'city', 'city'])).toBe('import.column_twice');
    expect(columnsProblem(['first_name', null, null])).toBeNull();
  });

  it('are always workable as suggested, or lack a name only', () => {
    const headings = fc.array(fc.oneof(fc.string(), fc.constantFrom('الاسم', 'جوال', 'الهوية')));
    fc.assert(
      fc.property(headings, (row) => {
        const columns = suggestColumns(row);
        expect(columns).toHaveLength(row.length);
        expect(columnsProblem(columns)).not.toBe('import.column_twice');
        for (const field of columns) expect([null, ...importFields]).toContain(field);
      }),
    );
  });
});

describe('the row of headings', () => {
  it('is found under a title', () => {
    expect(
      findHeadings([['جمعية الكتاب'], ['كشف المستفيدين', '1447'], ['م', 'الاسم', 'الهوية']]),
    ).toBe(2);
    expect(findHeadings([['a', 'b'], ['c']])).toBe(0);
    expect(findHeadings([])).toBe(0);
  });

  it('is remembered in any spelling, and not in another order', () => {
    expect(headingsHash(['الاسم', 'الهوية'])).toBe(headingsHash([' الإسم', 'الهويه ']));
    expect(headingsHash(['الهوية', 'الاسم'])).not.toBe(headingsHash(['الاسم', 'الهوية']));
  });
});
