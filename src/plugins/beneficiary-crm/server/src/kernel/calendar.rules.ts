import {
  CalendarDate,
  IslamicUmalquraCalendar,
  parseDate,
  toCalendar,
} from '@internationalized/date';

/**
 * Dates and working time in Riyadh, which is UTC+3 all year. A date without time is a string,
 * `YYYY-MM-DD`; a time of day is `HH:MM`.
 */

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const RIYADH_OFFSET = 3 * 60 * MINUTE;

const umalqura = new IslamicUmalquraCalendar();

/** Names of months, as part of the written form of a date: [Gregorian, Hijri] from the first month on. */
const MONTHS = {
  ar: {
    gregorian: 'يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر'.split(
      ' ',
    ),
    hijri:
      'محرم,صفر,ربيع الأول,ربيع الآخر,جمادى الأولى,جمادى الآخرة,رجب,شعبان,رمضان,شوال,ذو القعدة,ذو الحجة'.split(
        ',',
      ),
    hijriEra: 'هـ',
  },
  en: {
    gregorian:
      'January February March April May June July August September October November December'.split(
        ' ',
      ),
    hijri:
      'Muharram,Safar,Rabi al-Awwal,Rabi al-Thani,Jumada al-Ula,Jumada al-Akhirah,Rajab,Shaban,Ramadan,Shawwal,Dhu al-Qadah,Dhu al-Hijjah'.split(
        ',',
      ),
    hijriEra: ' AH',
  },
} as const;

/** The date in Riyadh at an instant. */
export function riyadhDate(at: Date): string {
  return new Date(at.getTime() + RIYADH_OFFSET).toISOString().slice(0, 10);
}

/** The date that many days later (earlier if negative). */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/** The Umm al-Qura date in Riyadh at an instant; months count from 1. */
export function hijriDate(at: Date): { year: number; month: number; day: number } {
  const { year, month, day } = toCalendar(parseDate(riyadhDate(at)), umalqura);
  return { year, month, day };
}

/** Both dates in Riyadh, written out with western digits: `7 يوليو 2024`, `1 محرم 1446هـ`. */
export function formatDates(at: Date, locale: 'ar' | 'en'): { gregorian: string; hijri: string } {
  const months = MONTHS[locale];
  const gregorian = parseDate(riyadhDate(at));
  const hijri = hijriDate(at);
  return {
    gregorian: `${gregorian.day} ${months.gregorian[gregorian.month - 1]} ${gregorian.year}`,
    hijri: `${hijri.day} ${months.hijri[hijri.month - 1]} ${hijri.year}${months.hijriEra}`,
  };
}

export type WorkingCalendar = {
  /** Kept with every due time computed from this calendar. */
  version: string;
  /** Working days of the week, 0 = Sunday. */
  weekdays: number[];
  /** Opening and closing time in Riyadh. */
  from: string;
  to: string;
  /** Dates without work. */
  holidays: string[];
  /** Other hours from `start` to `end`, both included. */
  ramadan?: { from: string; to: string; periods: { start: string; end: string }[] };
};

function hijriToGregorian(year: number, month: number, day: number): string {
  return new CalendarDate(umalqura, year, month, day).toString();
}

function yearsBetween(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

function daysFrom(date: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => addDays(date, index));
}

/** Ramadan of each Hijri year, as Umm al-Qura computes it; a person may correct what is announced. */
export function ramadanPeriods(
  firstYear: number,
  lastYear: number,
): { start: string; end: string }[] {
  return yearsBetween(firstYear, lastYear).map((year) => ({
    start: hijriToGregorian(year, 9, 1),
    end: addDays(hijriToGregorian(year, 10, 1), -1),
  }));
}

/**
 * Public holidays of each Gregorian year, sorted: Founding Day, National Day, and four days for each Eid (from
 * the day after 29 Ramadan, and from 9 Dhu al-Hijjah: implementing regulations of the Labour Law, art. 24).
 * The Eids are computed; a person may correct what is announced.
 */
export function computedHolidays(firstYear: number, lastYear: number): string[] {
  const fixed = yearsBetween(firstYear, lastYear).flatMap((year) => [
    `${year}-02-22`,
    `${year}-09-23`,
  ]);
  const hijriYears = yearsBetween(
    hijriDate(new Date(Date.UTC(firstYear, 0, 1))).year,
    hijriDate(new Date(Date.UTC(lastYear, 11, 31))).year,
  );
  const eids = hijriYears.flatMap((year) => [
    ...daysFrom(addDays(hijriToGregorian(year, 9, 29), 1), 4),
    ...daysFrom(hijriToGregorian(year, 12, 9), 4),
  ]);
  const inYears = eids.filter(
    (date) => date >= `${firstYear}-01-01` && date <= `${lastYear}-12-31`,
  );
  return [...new Set([...fixed, ...inYears])].sort();
}

/** Sunday to Thursday 08:00–16:00, in Ramadan 10:00–15:00. */
export const defaultCalendar: WorkingCalendar = {
  version: 'default-1',
  weekdays: [0, 1, 2, 3, 4],
  from: '08:00',
  to: '16:00',
  holidays: computedHolidays(2024, 2040),
  ramadan: { from: '10:00', to: '15:00', periods: ramadanPeriods(1445, 1462) },
};

/** Working hours of a date, as instants in milliseconds. */
type WorkingDay = { date: string; open: number; close: number };

function workingHours(calendar: WorkingCalendar, date: string): WorkingDay | null {
  const midnight = Date.parse(`${date}T00:00:00Z`);
  if (!calendar.weekdays.includes(new Date(midnight).getUTCDay())) return null;
  if (calendar.holidays.includes(date)) return null;
  const { ramadan } = calendar;
  const inRamadan = ramadan?.periods.some(({ start, end }) => start <= date && date <= end);
  const { from, to } = ramadan !== undefined && inRamadan ? ramadan : calendar;
  const open = Date.parse(`${date}T${from}:00Z`) - RIYADH_OFFSET;
  const close = Date.parse(`${date}T${to}:00Z`) - RIYADH_OFFSET;
  return open < close ? { date, open, close } : null;
}

/** The first working day on or after a date. Throws RangeError when the year after it has none. */
function firstWorkingDay(calendar: WorkingCalendar, date: string): WorkingDay {
  for (let ahead = 0; ahead <= 366; ahead += 1) {
    const day = workingHours(calendar, addDays(date, ahead));
    if (day !== null) return day;
  }
  throw new RangeError(`calendar ${calendar.version} has no working time after ${date}`);
}

function nextWorkingDay(calendar: WorkingCalendar, date: string): WorkingDay {
  return firstWorkingDay(calendar, addDays(date, 1));
}

/**
 * The earliest instant by which that many working minutes have passed since `from`; `from` itself for 0.
 * Throws RangeError for a negative count, and for a calendar without working time.
 */
export function addWorkingMinutes(calendar: WorkingCalendar, from: Date, minutes: number): Date {
  if (!(minutes >= 0)) throw new RangeError(`not a number of minutes: ${minutes}`);
  if (minutes === 0) return from;
  let left = minutes * MINUTE;
  let day = firstWorkingDay(calendar, riyadhDate(from));
  for (;;) {
    const start = Math.max(day.open, from.getTime());
    const worked = Math.max(0, day.close - start);
    if (left <= worked) return new Date(start + left);
    left -= worked;
    day = nextWorkingDay(calendar, day.date);
  }
}

/** Whole working minutes from `a` to `b`; 0 when `b` is not after `a`. */
export function workingMinutesBetween(calendar: WorkingCalendar, a: Date, b: Date): number {
  const last = riyadhDate(b);
  let worked = 0;
  for (let date = riyadhDate(a); date <= last; date = addDays(date, 1)) {
    const day = workingHours(calendar, date);
    if (day === null) continue;
    const start = Math.max(day.open, a.getTime());
    const end = Math.min(day.close, b.getTime());
    worked += Math.max(0, end - start);
  }
  return Math.floor(worked / MINUTE);
}

/**
 * The closing time of the working day that is that many working days after the Riyadh date of `from`; that
 * date itself is not counted. Throws RangeError unless `days` is a whole number above 0.
 */
export function addWorkingDays(calendar: WorkingCalendar, from: Date, days: number): Date {
  if (!Number.isInteger(days) || days < 1) throw new RangeError(`not a number of days: ${days}`);
  let day = nextWorkingDay(calendar, riyadhDate(from));
  for (let passed = 1; passed < days; passed += 1) day = nextWorkingDay(calendar, day.date);
  return new Date(day.close);
}
