import {
  CalendarDate,
  IslamicUmalquraCalendar,
  toCalendar,
  GregorianCalendar,
} from '@internationalized/date';
import { cleanLine } from '../kernel/arabic.rules';

/** Dates of birth as they stand in spreadsheets: Gregorian, Hijri, a year alone, or Excel's count of days. */

export type Birth =
  | { ok: true; date: string | null; year: number }
  | { ok: false; code: 'import.date' | 'import.date_future' | 'import.date_too_old' };

const umalqura = new IslamicUmalquraCalendar();
const gregorian = new GregorianCalendar();
const oldest = 1900;

/** The day before Excel's day 1, its phantom 29 February 1900 counted in; its other calendar begins in 1904. */
const excelEpoch = { usual: Date.UTC(1899, 11, 30), mac: Date.UTC(1904, 0, 1) };
const dayMs = 86_400_000;

const isHijriYear = (year: number) => year >= 1300 && year <= 1500;

/** `null` where the calendar has no such day. */
function isoDate(year: number, month: number, day: number): string | null {
  const calendar = isHijriYear(year) ? umalqura : gregorian;
  const date = new CalendarDate(calendar, year, month, day);
  // A day that does not exist is moved to the end of its month; we want it refused.
  if (date.month !== month || date.day !== day) return null;
  return toCalendar(date, gregorian).toString();
}

function judged(date: string | null, year: number, today: string): Birth {
  if (year < oldest) return { ok: false, code: 'import.date_too_old' };
  if (date === null ? year > Number(today.slice(0, 4)) : date > today)
    return { ok: false, code: 'import.date_future' };
  return { ok: true, date, year };
}

/** In Hijri a year covers two of ours; the one in which most of it lies. */
const gregorianYear = (year: number): number =>
  isHijriYear(year) ? toCalendar(new CalendarDate(umalqura, year, 6, 15), gregorian).year : year;

/**
 * @param today YYYY-MM-DD
 * @param mac the workbook counts its days from 1904
 */
export function parseBirth(raw: string, today: string, mac = false): Birth {
  const text = cleanLine(raw).replace(/\s*(هـ|ه|م|AH|AD|CE)\.?$/iu, '');
  if (/^\d{4}$/.test(text)) {
    const year = Number(text);
    if (!isHijriYear(year) && year < 1600) return { ok: false, code: 'import.date' };
    return judged(null, gregorianYear(year), today);
  }
  if (/^\d{1,6}(\.\d+)?$/.test(text)) {
    const days = Math.floor(Number(text));
    if (days < 1 || days > 80_000) return { ok: false, code: 'import.date' };
    const date = new Date((mac ? excelEpoch.mac : excelEpoch.usual) + days * dayMs)
      .toISOString()
      .slice(0, 10);
    return judged(date, Number(date.slice(0, 4)), today);
  }
  const numbers = /^(\d{1,4})\s*[-/.\\،,]\s*(\d{1,2})\s*[-/.\\،,]\s*(\d{1,4})(?:[T ].*)?$/u.exec(
    text,
  );
  if (!numbers) return { ok: false, code: 'import.date' };
  const [first = 0, month = 0, last = 0] = numbers.slice(1).map(Number);
  const [year, day] = first > 31 ? [first, last] : [last, first];
  if (year < 1000 || month < 1 || month > 12 || day < 1 || day > 31)
    return { ok: false, code: 'import.date' };
  const date = isoDate(year, month, day);
  if (date === null) return { ok: false, code: 'import.date' };
  return judged(date, Number(date.slice(0, 4)), today);
}
