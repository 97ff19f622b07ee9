import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import type { Locale } from '../../../contracts/vocabulary';

type Values = Record<string, string | number | boolean | Date | null | undefined>;

/** Prefix of the plugin's messages among those of the whole panel. */
export const messageId = (key: string) => `beneficiary-crm.${key}`;

export interface Words {
  /** A message of the plugin by its key, in the language of the panel. */
  t: (key: string, values?: Values) => string;
  /** The word for a value of a closed list; the bare value when the list has grown since. */
  word: (list: string, value: string) => string;
  locale: Locale;
  dir: 'rtl' | 'ltr';
}

export function useWords(): Words {
  const { formatMessage, locale: panelLocale, messages } = useIntl();
  return useMemo(() => {
    const locale: Locale = panelLocale.startsWith('ar') ? 'ar' : 'en';
    const t: Words['t'] = (key, values) =>
      formatMessage({ id: messageId(key), defaultMessage: key }, values);
    return {
      t,
      word: (list, value) =>
        messages[messageId(`${list}.${value}`)] ? t(`${list}.${value}`) : value,
      locale,
      dir: locale === 'ar' ? 'rtl' : 'ltr',
    };
  }, [formatMessage, messages, panelLocale]);
}
