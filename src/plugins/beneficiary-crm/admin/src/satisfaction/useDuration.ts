import { useFormats } from '../app/formats';
import { useWords } from '../app/words';

/** A length of time, given in days, as a person says it: hours within the first two days. */
export function useDuration(): (days: number | null) => string {
  const { t } = useWords();
  const { number } = useFormats();
  return (days) => {
    if (days === null) return '—';
    const tenths = Math.round(days * 10) / 10;
    if (days < 2) return t('operations.hours', { hours: Math.max(1, Math.round(days * 24)) });
    return days < 10 && !Number.isInteger(tenths)
      ? t('operations.days-about', { days: number(tenths, 1) })
      : t('operations.days', { days: Math.round(days) });
  };
}
