import { useCallback } from 'react';
import type { AllocationKind } from '../../../contracts/delivery';
import { useFormats } from '../app/formats';
import { useWords } from '../app/words';

/** An amount as a reader knows it: riyals, so many of a unit, or places. */
export function useMeasure() {
  const { t } = useWords();
  const { money, number } = useFormats();
  return useCallback(
    (kind: AllocationKind, amount: number, unit: string | null = null): string => {
      if (kind === 'money') return money(amount / 100);
      if (kind === 'place') return t('delivery.places', { n: amount });
      return t('delivery.pieces', { n: number(amount), unit: unit ?? '' });
    },
    [t, money, number],
  );
}
