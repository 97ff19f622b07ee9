import type { Locale } from '../../../contracts/vocabulary';
import type { Crm } from '../kernel/crm';

/** Riyals as people write them, of an amount in halalas. */
const riyals = (halalas: number, locale: Locale): string =>
  new Intl.NumberFormat(locale === 'ar' ? 'ar-SA-u-nu-latn' : 'en', {
    minimumFractionDigits: halalas % 100 === 0 ? 0 : 2,
  }).format(halalas / 100);

/** What is proposed with an acceptance, in a sentence; null where nothing is. */
export function motionInWords(
  crm: Pick<Crm, 'say'>,
  { amount, conditions }: { amount: number | null; conditions: string | null },
  locale: Locale,
): string | null {
  const parts = [
    ...(amount === null
      ? []
      : [crm.say(locale, 'motion.amount', { amount: riyals(amount, locale) })]),
    ...(conditions === null ? [] : [crm.say(locale, 'motion.conditions', { conditions })]),
  ];
  return parts.length > 0 ? parts.join(' ') : null;
}
