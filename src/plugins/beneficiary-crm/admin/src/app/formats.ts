import { useMemo } from 'react';
import { useWords } from './words';

const timeZone = 'Asia/Riyadh';
const hijriCalendar = { ar: 'ar-u-ca-islamic-umalqura', en: 'en-u-ca-islamic-umalqura' };

/** The day that it is now in Riyadh, as `YYYY-MM-DD`. */
export const riyadhToday = (): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone }).format(new Date());

/** A `YYYY-MM-DD` is a day in Riyadh, not an instant at Greenwich. */
const asDate = (value: string) =>
  new Date(/^\d{4}-\d{2}-\d{2}$/.test(value) ? `${value}T12:00:00+03:00` : value);

/** Keeps a number and its sign together in a line that runs the other way. */
export const isolated = (text: string) => `\u2066${text}\u2069`;

export interface Formats {
  number: (value: number, digits?: number) => string;
  /** a share 0…1 */
  percent: (value: number, digits?: number) => string;
  money: (riyals: number) => string;
  day: (iso: string) => string;
  hijri: (iso: string) => string;
  dayAndTime: (iso: string) => string;
  /** the name of the day of the week */
  weekday: (iso: string) => string;
  /** the time of day alone, where the day is plain */
  time: (iso: string) => string;
  month: (yearMonth: string) => string;
}

/** Numbers and Riyadh dates as a reader of this language writes them, with the user's numerals. */
export function makeFormats(locale: 'ar' | 'en'): Formats {
  const dates = (options: Intl.DateTimeFormatOptions, calendar: string = locale) =>
    new Intl.DateTimeFormat(calendar, { timeZone, ...options });
  const day = dates({ day: 'numeric', month: 'long', year: 'numeric' });
  const hijri = dates({ day: 'numeric', month: 'long', year: 'numeric' }, hijriCalendar[locale]);
  const dayAndTime = dates({
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
  });
  const weekday = dates({ weekday: 'long' });
  const time = dates({ hour: 'numeric', minute: '2-digit' });
  const month = dates({ month: 'long', year: 'numeric' });
  const money = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: 'SAR',
    maximumFractionDigits: 2,
    minimumFractionDigits: 0,
  });
  return {
    number: (value, digits = 0) =>
      new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(value),
    percent: (value, digits = 0) =>
      isolated(
        new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: digits }).format(
          value,
        ),
      ),
    money: (riyals) => money.format(riyals),
    day: (iso) => day.format(asDate(iso)),
    hijri: (iso) => hijri.format(asDate(iso)),
    // The half of the day stays with its hour at the end of a line.
    dayAndTime: (iso) => dayAndTime.format(asDate(iso)).replace(/\s(\S+)$/, '\u00a0$1'),
    time: (iso) => time.format(asDate(iso)).replace(/\s(\S+)$/, '\u00a0$1'),
    weekday: (iso) => weekday.format(asDate(iso)),
    month: (yearMonth) => month.format(asDate(`${yearMonth.slice(0, 7)}-15`)),
  };
}

export function useFormats(): Formats {
  const { locale } = useWords();
  return useMemo(() => makeFormats(locale), [locale]);
}
