import { IntlMessageFormat } from 'intl-messageformat';
import type { Locale } from '../../../contracts/vocabulary';
import sharedAr from '../../../contracts/words/ar.json';
import sharedEn from '../../../contracts/words/en.json';
import serverAr from '../texts/ar.json';
import serverEn from '../texts/en.json';

export interface Texts {
  /** @throws Error when no message of that name exists */
  say(locale: Locale, key: string, params?: Record<string, string | number | Date>): string;
}

const messages: Record<Locale, Readonly<Record<string, string>>> = {
  ar: { ...sharedAr, ...serverAr },
  en: { ...sharedEn, ...serverEn },
};

/** Western digits in both languages: references and dates must read the same on every screen. */
const formatLocale: Record<Locale, string> = { ar: 'ar-u-nu-latn', en: 'en' };

export function createTexts(): Texts {
  const cache = new Map<string, IntlMessageFormat>();
  return {
    say(locale, key, params = {}) {
      const id = `${locale}|${key}`;
      let format = cache.get(id);
      if (!format) {
        const source = messages[locale][key];
        if (source === undefined) throw new Error(`no message named ${key} in ${locale}`);
        format = new IntlMessageFormat(source, formatLocale[locale], undefined, {
          ignoreTag: true,
        });
        cache.set(id, format);
      }
      return String(format.format(params));
    },
  };
}

/** Fills the placeholders of an editor's template; one that is missing stands as it is written. */
export function fillTemplate(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}
