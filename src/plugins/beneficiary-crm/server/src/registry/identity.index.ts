import type { IdentityType } from '../../../contracts/vocabulary';
import type { Crm } from '../kernel/crm';
import type { StatedIdentity } from './person.types';

/** The domain of the blind index: a national ID and an Iqama never meet a number of another paper. */
export const identityDomain = (type: IdentityType): string =>
  type === 'other' ? 'beneficiary.other_id:v1' : 'beneficiary.national_id:v1';

/** By what a number is found without being read. */
export const identityIndex = (crm: Pick<Crm, 'vault'>, { type, number }: StatedIdentity): string =>
  crm.vault.blindIndex(identityDomain(type), number);
