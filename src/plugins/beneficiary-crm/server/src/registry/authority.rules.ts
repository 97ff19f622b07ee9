import type { FileStatus } from '../../../contracts/vocabulary';

/** Who acts for another, and until when. Dates are `YYYY-MM-DD` in Riyadh. */
export interface Authority {
  validFrom: string | null;
  validUntil: string | null;
  ended: boolean;
  /** of the holder, when the holder has a file */
  holderStatus: FileStatus | null;
}

/** In force today: begun, not ended, and held by someone who lives. */
export const inForce = (authority: Authority, today: string): boolean =>
  !authority.ended &&
  authority.holderStatus !== 'deceased' &&
  (authority.validFrom === null || authority.validFrom <= today) &&
  (authority.validUntil === null || authority.validUntil >= today);
