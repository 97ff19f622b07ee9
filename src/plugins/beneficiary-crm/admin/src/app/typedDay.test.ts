import fc from 'fast-check';
import { hijriYearsOf, noDay, readDay, typeDay } from './typedDay';

const typed = (day: string, month: string, year: string) => ({ day, month, year });

test.each([
  ['1', '1', '1446', '2024-07-07'],
  ['١', '٩', '١٤٤٦', '2025-03-01'],
  ['1', '9', '1447', '2026-02-18'],
  ['01', '01', '1448', '2026-06-16'],
])('%s/%s/%s by Umm al-Qura is %s', (day, month, year, iso) => {
  expect(readDay(typed(day, month, year))).toEqual({ kind: 'day', iso, hijri: true });
});

test('a Gregorian day is taken as it is', () => {
  expect(readDay(typed('٢٣', '9', '1985'))).toEqual({
    kind: 'day',
    iso: '1985-09-23',
    hijri: false,
  });
});

test('the year alone will do; of a Hijri year the Gregorian one that holds most of it', () => {
  expect(readDay(typed('', '', '1985'))).toEqual({ kind: 'year', year: 1985, hijri: false });
  // 1405 ran from 26 September 1984 to 14 September 1985.
  expect(readDay(typed('', '', '١٤٠٥'))).toEqual({ kind: 'year', year: 1985, hijri: true });
});

test('nothing typed is nothing', () => {
  expect(readDay(noDay)).toEqual({ kind: 'none' });
  expect(readDay(typed(' ', '', ''))).toEqual({ kind: 'none' });
});

test.each([
  ['31', '2', '1985'],
  ['30', '1', '1446'],
  ['0', '1', '1446'],
  ['1', '13', '1446'],
  ['1', '', '1446'],
  ['', '1', '1985'],
  ['1', '1', ''],
  ['1', '1', '85'],
  ['1', '1', '1700'],
  ['أول', 'رجب', '1405'],
])('%s/%s/%s is wrong', (day, month, year) => {
  expect(readDay(typed(day, month, year))).toEqual({ kind: 'wrong' });
});

test('what a file holds is read back as it was', () => {
  const days = fc.date({
    min: new Date('1900-01-01'),
    max: new Date('2190-01-01'),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(days, (date) => {
      const iso = date.toISOString().slice(0, 10);
      expect(readDay(typeDay(iso, null))).toEqual({ kind: 'day', iso, hijri: false });
    }),
  );
  expect(readDay(typeDay(null, 1985))).toEqual({ kind: 'year', year: 1985, hijri: false });
  expect(typeDay(null, null)).toEqual(noDay);
});

test('a Gregorian year lies in two Hijri years', () => {
  expect(hijriYearsOf(1985)).toEqual([1405, 1406]);
});
