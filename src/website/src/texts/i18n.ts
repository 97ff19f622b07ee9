import type { ComponentChildren } from 'preact';
import { recall, remember } from '../app/storage';
import type { Locale } from '../api/types';
import { ar } from './ar';
import { fill, pieces, pluralForm } from './format';
import type { Params, Text } from './format';

export type TextKey = keyof typeof ar;
export type Texts = Record<TextKey, Text>;

let texts: Texts = ar;
let language: Locale = 'ar';

export const locale = (): Locale => language;

const form = (key: TextKey, n: unknown) =>
  pluralForm(texts[key], typeof n === 'number' ? n : 0, language);

/** The text `key` in the reader's language; `n` among the params chooses the plural form. */
export function t(key: TextKey, params: Params = {}): string {
  return fill(form(key, params.n), params);
}

/** Like `t`, with elements in the places: for what must be isolated or linked. */
export function tx(key: TextKey, params: Record<string, ComponentChildren>): ComponentChildren[] {
  return pieces(form(key, params.n)).map((part) =>
    typeof part === 'string' ? part : params[part.place],
  );
}

/** The language asked for by the address, else the one chosen before, else Arabic. */
export function preferredLocale(): Locale {
  const asked = new URLSearchParams(location.search).get('lang');
  const chosen = asked ?? recall<string>('language', () => localStorage);
  return chosen === 'en' ? 'en' : 'ar';
}

export async function setLocale(next: Locale) {
  texts = next === 'en' ? (await import('./en')).en : ar;
  language = next;
  document.documentElement.lang = next;
  document.documentElement.dir = next === 'ar' ? 'rtl' : 'ltr';
  remember('language', next, () => localStorage);
}
