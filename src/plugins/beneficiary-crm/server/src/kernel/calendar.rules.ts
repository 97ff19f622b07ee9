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

/** Opening and closing time of one stretch of work, `HH:MM` in Riyadh. */
export type Hours = { from: string; to: string };

/** What one date has of its own. No hours: closed. `usual`: the hours of an ordinary day, holiday or not. */
export type DayOverride = { date: string; hours: Hours[] | 'usual'; note: string };

/** When the association works. A date's own hours come first, then holidays, Ramadan, and the week. */
export type WorkingCalendar = {
  /** Kept with every due time and appointment computed from this calendar. */
  version: string;
  /** Hours of the seven days from Sunday on, in order and without overlap; none: no work on that day. */
  week: Hours[][];
  /** Dates without work. */
  holidays: string[];
  /** Other hours on the days of work from `start` to `end`, both included. */
  ramadan?: { hours: Hours[]; periods: { start: string; end: string }[] };
  overrides?: DayOverride[];
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

const ordinary: Hours[] = [{ from: '08:00', to: '16:00' }];

/** Sunday to Thursday 08:00–16:00, in Ramadan 10:00–15:00. */
export const defaultCalendar: WorkingCalendar = {
  version: 'default-1',
  week: [ordinary, ordinary, ordinary, ordinary, ordinary, [], []],
  holidays: computedHolidays(2024, 2040),
  ramadan: { hours: [{ from: '10:00', to: '15:00' }], periods: ramadanPeriods(1445, 1462) },
};

/** A stretch of work, as instants in milliseconds. */
export type Window = { open: number; close: number };

function hoursOf(calendar: WorkingCalendar, date: string): Hours[] {
  const own = calendar.overrides?.find((override) => override.date === date)?.hours;
  if (own !== undefined && own !== 'usual') return own;
  if (own === undefined && calendar.holidays.includes(date)) return [];
  const usual = calendar.week[new Date(`${date}T00:00:00Z`).getUTCDay()] ?? [];
  const { ramadan } = calendar;
  const inRamadan = ramadan?.periods.some(({ start, end }) => start <= date && date <= end);
  return ramadan !== undefined && inRamadan && usual.length > 0 ? ramadan.hours : usual;
}

/** The stretches of work of a date, in order; none when nobody works. */
export function workingWindows(calendar: WorkingCalendar, date: string): Window[] {
  const at = (time: string) => Date.parse(`${date}T${time}:00Z`) - RIYADH_OFFSET;
  return hoursOf(calendar, date)
    .map(({ from, to }) => ({ open: at(from), close: at(to) }))
    .filter(({ open, close }) => open < close);
}

/** Whether everything from one instant to the other lies in one stretch of work. */
export function isWorkingTime(calendar: WorkingCalendar, from: Date, to: Date): boolean {
  return workingWindows(calendar, riyadhDate(from)).some(
    ({ open, close }) => open <= from.getTime() && to.getTime() <= close,
  );
}

/** The last working day before a date. Throws RangeError when the year before it has none. */
export function workingDayBefore(calendar: WorkingCalendar, date: string): string {
  for (let back = 1; back <= 366; back += 1) {
    const earlier = addDays(date, -back);
    if (workingWindows(calendar, earlier).length > 0) return earlier;
  }
  throw new RangeError(`calendar ${calendar.version} has no working time before ${date}`);
}

type WorkingDay = { date: string; windows: Window[] };

/** The first working day on or after a date. Throws RangeError when the year after it has none. */
function firstWorkingDay(calendar: WorkingCalendar, date: string): WorkingDay {
  for (let ahead = 0; ahead <= 366; ahead += 1) {
    const day = addDays(date, ahead);
    const windows = workingWindows(calendar, day);
    if (windows.length > 0) return { date: day, windows };
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
    for (const { open, close } of day.windows) {
      const start = Math.max(open, from.getTime());
      const worked = Math.max(0, close - start);
      if (left <= worked) return new Date(start + left);
      left -= worked;
    }
    day = nextWorkingDay(calendar, day.date);
  }
}

/** Whole working minutes from `a` to `b`; 0 when `b` is not after `a`. */
export function workingMinutesBetween(calendar: WorkingCalendar, a: Date, b: Date): number {
  const last = riyadhDate(b);
  let worked = 0;
  for (let date = riyadhDate(a); date <= last; date = addDays(date, 1)) {
    for (const { open, close } of workingWindows(calendar, date)) {
      const start = Math.max(open, a.getTime());
      const end = Math.min(close, b.getTime());
      worked += Math.max(0, end - start);
    }
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
  return new Date(Math.max(...day.windows.map(({ close }) => close)));
}
