import { noDay } from '../../app/typedDay';
import { isoDays, missing, wrongDays } from './mistakes';

const ramadan = { day: '1', month: '9', year: '1446' };
const yearAlone = { day: '', month: '', year: '1446' };

test('what must be said and was not', () => {
  expect(missing({ reason: ' ', status: 'paused', upload: null })).toEqual({
    reason: 'form.error.required',
    upload: 'form.error.required',
  });
});

test('a year is no day; nothing is no mistake', () => {
  expect(wrongDays({ from: ramadan, until: yearAlone, issuedOn: noDay })).toEqual({
    until: 'day.wrong',
  });
});

test('days are sent by the Gregorian calendar, those left empty are left out', () => {
  expect(isoDays({ from: ramadan, issuedOn: noDay })).toEqual({ from: '2025-03-01' });
});
