import type { ConsentPurpose } from '../../../contracts/vocabulary';

export interface Consent {
  purpose: ConsentPurpose;
  noticeVersion: string;
  givenAt: Date;
  withdrawnAt: Date | null;
}

export const stands = (consent: Pick<Consent, 'withdrawnAt'>): boolean =>
  consent.withdrawnAt === null;

/**
 * What a withdrawal changes from then on; what was done before stays lawful (PDPL). Without the consent that
 * every service rests on nothing new is done with the person's data: the file is paused. The other purposes
 * end by themselves, since each is asked for before it is used.
 */
export const pausesFile = (purpose: ConsentPurpose): boolean => purpose === 'service';

/** The person agreed to be served and took it back, and has not agreed again since. */
export function serviceWithdrawn(consents: readonly Consent[]): boolean {
  const service = consents.filter(({ purpose }) => purpose === 'service');
  return service.length > 0 && !service.some(stands);
}

/** Agreed to and not taken back: silence is no consent. */
export const agreedTo = (consents: readonly Consent[], purpose: ConsentPurpose): boolean =>
  consents.some((consent) => consent.purpose === purpose && stands(consent));

/** To agree twice to the same words adds nothing; to a new version it does. */
export const addsNothing = (
  consents: readonly Consent[],
  given: Pick<Consent, 'purpose' | 'noticeVersion'>,
): boolean =>
  consents.some(
    (consent) =>
      stands(consent) &&
      consent.purpose === given.purpose &&
      consent.noticeVersion === given.noticeVersion,
  );
