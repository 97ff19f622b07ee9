import type { Core } from '@strapi/strapi';
import { locales } from '../../../contracts/vocabulary';
import type { Locale } from '../../../contracts/vocabulary';

const names: Record<Locale, string> = { ar: 'العربية (ar)', en: 'English (en)' };

interface LocaleService {
  findByCode(code: string): Promise<{ id: number } | null>;
  create(locale: { code: string; name: string }): Promise<unknown>;
}

/** Both languages of the product stand in Strapi's list, so that editors can write in either. */
export async function ensureLocales(strapi: Core.Strapi): Promise<void> {
  const service = strapi.plugin('i18n').service('locales') as LocaleService;
  for (const code of locales) {
    if (!(await service.findByCode(code))) await service.create({ code, name: names[code] });
  }
}
