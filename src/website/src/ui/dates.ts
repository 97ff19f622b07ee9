import type { Locale } from '../api/types';

/** Days as people here say them: Gregorian first, Hijri (Umm al-Qura) beside it, Riyadh's day. */

const RIYADH = 'Asia/Riyadh';
const DAY_MS = 86_400_000;
const gregorianTag = { ar: 'ar-SA-u-ca-gregory-nu-latn', en: 'en-GB-u-ca-gregory-nu-latn' };
const hijriTag = {
  ar: 'ar-SA-u-ca-islamic-umalqura-nu-latn',
  en: 'en-GB-u-ca-islamic-umalqura-nu-latn',
};

const day = (tag: string, options: Intl.DateTimeFormatOptions) => (when: Date) =>
  new Intl.DateTimeFormat(tag, { timeZone: RIYADH, ...options }).format(when);

/** `6 ديسمبر 2026` */
export const shortDay = (when: Date, locale: Locale) =>
  day(gregorianTag[locale], { day: 'numeric', month: 'long', year: 'numeric' })(when);

/** `الأحد، 6 ديسمبر 2026` */
export const longDay = (when: Date, locale: Locale) =>
  day(gregorianTag[locale], { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })(
    when,
  );

/** `26 جمادى الآخرة 1448 هـ` */
export const hijriDay = (when: Date, locale: Locale) =>
  day(hijriTag[locale], { day: 'numeric', month: 'long', year: 'numeric' })(when);

/** `12:40 م` */
export const clockTime = (when: Date, locale: Locale) =>
  day(gregorianTag[locale], { hour: 'numeric', minute: '2-digit' })(when);

/** Is `when` on a later day than `now`, in Riyadh? */
export function isLaterDay(when: Date, now: Date): boolean {
  const dayOf = day('en-CA-u-ca-gregory-nu-latn', {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  return dayOf(when) > dayOf(now);
}

/** The instant `days` after `now`, for a promise counted in days. */
export const daysAfter = (now: Date, days: number) => new Date(now.getTime() + days * DAY_MS);

const iso = (year: number, month: number, date: number) =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;

/** `YYYY-MM-DD` of a Gregorian day, or null when there is no such day. */
export function gregorianDate(year: number, month: number, date: number): string | null {
  const at = new Date(Date.UTC(year, month - 1, date));
  const same = at.getUTCMonth() === month - 1 && at.getUTCDate() === date;
  return same && year >= 1800 && year <= 2200 ? iso(year, month, date) : null;
}

const umalqura = new Intl.DateTimeFormat('en-u-ca-islamic-umalqura-nu-latn', {
  timeZone: 'UTC',
  day: 'numeric',
  month: 'numeric',
  year: 'numeric',
});

function hijriOf(at: Date) {
  const part: Record<string, number> = {};
  for (const { type, value } of umalqura.formatToParts(at)) part[type] = parseInt(value, 10);
  return [part.year ?? 0, part.month ?? 0, part.day ?? 0] as const;
}

/** `YYYY-MM-DD` of a Hijri day of the Umm al-Qura calendar (1300–1500), or null when there is none. */
export function hijriDate(year: number, month: number, date: number): string | null {
  const within = (n: number, low: number, high: number) => n >= low && n <= high;
  if (!within(year, 1300, 1500) || !within(month, 1, 12) || !within(date, 1, 30)) return null;
  // 1300-01-01 is 1882-11-12; a mean year has 354.367 days, so the day is within a few of the guess.
  const guess =
    Date.UTC(1882, 10, 12) + ((year - 1300) * 354.367 + (month - 1) * 29.53 + date - 1) * DAY_MS;
  for (let off = -4; off <= 4; off++) {
    const at = new Date(Math.floor(guess / DAY_MS + off) * DAY_MS);
    const [y, m, d] = hijriOf(at);
    if (y === year && m === month && d === date)
      return iso(at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate());
  }
  return null;
}

/** A day as people type it; a year of the 13th to 15th hundred is Hijri. */
export function typedDate(year: number, month: number, date: number): string | null {
  return year < 1600 ? hijriDate(year, month, date) : gregorianDate(year, month, date);
}
