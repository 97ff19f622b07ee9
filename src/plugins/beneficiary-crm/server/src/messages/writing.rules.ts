import type { Locale, Transport } from '../../../contracts/vocabulary';
import { isolate } from '../kernel/arabic.rules';
import { formatDates } from '../kernel/calendar.rules';

/** How values stand in a message: each in its own direction, whatever stands around it. */

const arabicLetter = /[\u0600-\u06FF]/;

/** A name or a date: runs in the direction of its own first letter. English alone needs no marks. */
export const embedded = (text: string, locale: Locale): string =>
  locale === 'ar' || arabicLetter.test(text) ? `\u2068${text}\u2069` : text;

/** A reference or a phone number: left to right. Not for links, whose end the mark would become. */
export const leftToRight = (text: string, locale: Locale): string =>
  locale === 'ar' ? isolate(text) : text;

/** The day in Riyadh; in both calendars where there is room for them. */
export function writtenDate(at: Date, locale: Locale, transport: Transport): string {
  const { gregorian, hijri } = formatDates(at, locale);
  return embedded(transport === 'email' ? `${gregorian} (${hijri})` : gregorian, locale);
}

/** The time of day in Riyadh, as people say it: `9:00 صباحًا`, `9:00 AM`. */
export function writtenTime(at: Date, locale: Locale): string {
  const riyadh = new Date(at.getTime() + 3 * 3_600_000);
  const hour = riyadh.getUTCHours();
  const minute = String(riyadh.getUTCMinutes()).padStart(2, '0');
  const half = locale === 'ar' ? (hour < 12 ? 'صباحًا' : 'مساءً') : hour < 12 ? 'AM' : 'PM';
  return `${hour % 12 || 12}:${minute} ${half}`;
}

export const bullets = (rows: readonly string[]): string =>
  rows.map((row) => `• ${row}`).join('\n');

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** The same words for a mail reader that shows HTML: direction, paragraphs and links; nothing else. */
export function asHtml(text: string, locale: Locale): string {
  const paragraphs = text
    .replace(/[&<>"']/g, (sign) => entities[sign] ?? sign)
    .replace(/https?:\/\/[^\s<]+/g, (link) => `<a href="${link}" dir="ltr">${link}</a>`)
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${paragraph.replace(/\n/g, '<br>')}</p>`)
    .join('');
  const direction = locale === 'ar' ? 'rtl' : 'ltr';
  return `<!doctype html><html lang="${locale}" dir="${direction}"><head><meta charset="utf-8"></head><body dir="${direction}">${paragraphs}</body></html>`;
}

/** Takes the secret out of a one-time link, which is not needed once the message is sent. */
export const blankLinks = (text: string): string => text.replace(/#t=[\w-]+/g, '#t=…');
