import { dateFrom, dateParts, wrongWith } from './check';
import { field } from './fixture';

const wrong = (given: Parameters<typeof field>[0], typed: string, values = {}) =>
  wrongWith(field(given), typed, values)?.[0];

describe('wrongWith', () => {
  it('misses what is required, in words that fit the question', () => {
    expect(wrong({ key: 'name', type: 'text' }, ' ')).toBe('check.name');
    expect(wrong({ key: 'x', type: 'text' }, '\u200f')).toBe('check.required');
    expect(wrong({ key: 'x', type: 'yes_no' }, '')).toBe('check.choose');
    expect(wrong({ key: 'x', type: 'text', required: false }, '')).toBeUndefined();
  });

  it('holds numbers to their limits', () => {
    const money = { key: 'x', type: 'money', min: 0, max: 100 } as const;
    expect(wrong(money, 'مئة')).toBe('check.number');
    expect(wrong(money, '-1')).toBe('check.min');
    expect(wrong(money, '١٠١')).toBe('check.max');
    expect(wrong(money, '١٠٠')).toBeUndefined();
  });

  it.each(['0551234567', '٠٥٥١٢٣٤٥٦٧', '+966 (0)55 123 4567', '551234567'])(
    'lets %s pass as a phone',
    (typed) => expect(wrong({ key: 'phone', type: 'phone' }, typed)).toBeUndefined(),
  );

  it('sees slips in a phone, an address, an IBAN and a date', () => {
    expect(wrong({ key: 'phone', type: 'phone' }, '05512')).toBe('check.phone');
    // A landline, said at once and not after the last question.
    expect(wrong({ key: 'phone', type: 'phone' }, '0112345678')).toBe('check.phone');
    expect(wrong({ key: 'email', type: 'text' }, 'sara.example.com')).toBe('check.email');
    expect(wrong({ key: 'iban', type: 'iban' }, 'SA03')).toBe('check.iban');
    expect(wrong({ key: 'iban', type: 'iban' }, 'sa03 8000 0000 6080 1016 7519')).toBeUndefined();
    expect(wrong({ key: 'born', type: 'date' }, '1446/13/1')).toBe('check.date');
  });

  it('counts the digits of an ID only where an ID has ten', () => {
    const number = { key: 'idNumber', type: 'text' } as const;
    expect(wrong(number, '123', { idType: 'national_id' })).toBe('check.idNumber');
    expect(wrong(number, '١٠٠٠٠٠٠٠٠٨', { idType: 'national_id' })).toBeUndefined();
    expect(wrong(number, 'A12', { idType: 'other' })).toBeUndefined();
  });
});

describe('dateFrom', () => {
  it('reads both calendars and any digits', () => {
    expect(dateFrom('15', '٨', '1410')).toBe('1990-03-13');
    expect(dateFrom('13', '3', '1990')).toBe('1990-03-13');
  });

  it('keeps what is no date as it was typed', () => {
    expect(dateFrom('31', '2', '1990')).toBe('1990/2/31');
    expect(dateParts('1990/2/31')).toEqual(['1990', '2', '31']);
    expect(dateFrom('', '', '')).toBe('');
  });
});
