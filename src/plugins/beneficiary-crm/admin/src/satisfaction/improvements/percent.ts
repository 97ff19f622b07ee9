import { toWesternDigits } from '../../../../server/src/kernel/arabic.rules';

/** A typed percentage as a share of 0…1; null when it is none that can be aimed at. */
export function asShare(typed: string): number | null {
  const digits = toWesternDigits(typed).replace(/[%٪\s]/g, '');
  const value = Number(digits);
  return /^\d{1,3}$/.test(digits) && value >= 5 && value <= 100 ? value / 100 : null;
}

/** A share as a percentage to be typed over; nothing of none. */
export const percentOf = (share: number | null): string =>
  share === null ? '' : String(Math.round(share * 100));
