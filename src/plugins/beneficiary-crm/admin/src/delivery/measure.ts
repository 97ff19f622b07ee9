import type { AllocationKind } from '../../../contracts/delivery';
import { readNumber } from '../requests/actions/forms';

/** Typed riyals as whole halalas, or typed pieces as they are; null when it is neither. Either script. */
export function readMeasure(kind: AllocationKind, text: string): number | null {
  const typed = readNumber(text);
  if (typed === null) return null;
  const amount = kind === 'money' ? typed * 100 : typed;
  // 19.99 × 100 is not whole in binary; 19.999 riyals are no amount.
  const whole = Math.round(amount);
  return Math.abs(amount - whole) < 1e-6 && whole > 0 ? whole : null;
}

/** The measure as it is typed: riyals for money. */
export const typedMeasure = (kind: AllocationKind, amount: number): string =>
  String(kind === 'money' ? amount / 100 : amount);
