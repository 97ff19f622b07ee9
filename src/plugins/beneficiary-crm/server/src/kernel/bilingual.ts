import type { Locale } from '../../../contracts/vocabulary';

/** One text in the two languages of the product. */
export interface Bilingual {
  ar: string;
  en: string;
}

/** A text whose translation may be missing: Arabic is the reference and stands in for it. */
export const bilingual = (ar: string, en?: string | null): Bilingual => ({
  ar,
  en: en?.trim() ? en : ar,
});

export const pick = (text: Bilingual, locale: Locale): string => text[locale] || text.ar;
export const pickOrNull = (text: Bilingual | null, locale: Locale): string | null =>
  text === null ? null : pick(text, locale);
