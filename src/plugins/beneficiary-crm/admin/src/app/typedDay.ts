import {
  CalendarDate,
  GregorianCalendar,
  IslamicUmalquraCalendar,
  parseDate,
  toCalendar,
} from '@internationalized/date';
import { cleanLine } from '../../../server/src/kernel/arabic.rules';

/**
 * A day as people in Saudi Arabia write it: by the Hijri calendar (Umm al-Qura) or the Gregorian one. Nobody
 * is asked which: 1405 can only be Hijri, and 1985 only Gregorian.
 */
export interface TypedDay {
  day: string;
  month: string;
  /** alone, when no more is known */
  year: string;
}

export type ReadDay =
  | { kind: 'none' }
  | { kind: 'wrong' }
  /** `iso`: Gregorian, YYYY-MM-DD */
  | { kind: 'day'; iso: string; hijri: boolean }
  /** `year`: Gregorian; of a Hijri year the one in which most of it lies */
  | { kind: 'year'; year: number; hijri: boolean };

export const noDay: TypedDay = { day: '', month: '', year: '' };

const gregorian = new GregorianCalendar();
const umalqura = new IslamicUmalquraCalendar();
const hijriYears = { from: 1300, to: 1500 };
const gregorianYears = { from: 1900, to: 2200 };
const within = (year: number, { from, to }: { from: number; to: number }) =>
  year >= from && year <= to;

const whole = (text: string): number => {
  const plain = cleanLine(text);
  return /^\d{1,4}$/.test(plain) ? Number(plain) : NaN;
};

/** What was typed, in either script and either calendar. A day that its month does not have is wrong. */
export function readDay({ day, month, year }: TypedDay): ReadDay {
  if (![day, month, year].some((part) => part.trim())) return { kind: 'none' };
  const [y, m, d] = [whole(year), whole(month), whole(day)];
  const hijri = within(y, hijriYears);
  if (!hijri && !within(y, gregorianYears)) return { kind: 'wrong' };
  const calendar = hijri ? umalqura : gregorian;
  if (!day.trim() && !month.trim()) {
    const middle = toCalendar(new CalendarDate(calendar, y, 7, 1), gregorian);
    return { kind: 'year', year: middle.year, hijri };
  }
  const date = new CalendarDate(calendar, y, m || 1, d || 1);
  // The calendar moves an impossible day to the nearest one; a person wants to be told instead.
  if (date.month !== m || date.day !== d) return { kind: 'wrong' };
  return { kind: 'day', iso: toCalendar(date, gregorian).toString(), hijri };
}

/** The Gregorian day or year of a file, as the form shows it. */
export function typeDay(iso: string | null, year: number | null): TypedDay {
  if (iso === null) return { ...noDay, year: year === null ? '' : String(year) };
  const date = parseDate(iso);
  return { day: String(date.day), month: String(date.month), year: String(date.year) };
}

/** The Hijri years in which a Gregorian year lies, the earlier first. */
export function hijriYearsOf(year: number): [number, number] {
  const ends = [new CalendarDate(year, 1, 1), new CalendarDate(year, 12, 31)];
  const [first, last] = ends.map((end) => toCalendar(end, umalqura).year);
  return [first ?? year, last ?? year];
}
