import { t } from '../texts/i18n';

const named = ['families', 'students', 'teachers', 'learning'] as const;

/** The group that a service stands in, in the reader's language; nothing for one without a name. */
export function categoryName(category: string): string {
  const known = named.find((one) => one === category);
  return known ? t(`category.${known}`) : '';
}
