import { randomUUID } from 'node:crypto';
import type { IdentityType } from '../../../contracts/vocabulary';
import { riyadhDate } from '../kernel/calendar.rules';
import type { UnitOfWork } from '../kernel/unit-of-work';

/** An identity document as an officer saw it: sighted, not copied. */
export interface SightedIdentity {
  type: IdentityType;
  number: string;
  /** YYYY-MM-DD */
  expiresOn: string | null;
  how: string;
  sightedBy: number;
}

export interface PersonDetails {
  name: string;
  phone: string;
  email: string | null;
  city: string | null;
  branch: string | null;
}

const place = (id: string) => ({ table: 'crm_beneficiaries', field: 'id_number', id });

/** The domain of the blind index: a national ID and an Iqama never meet a number of another paper. */
export const identityDomain = (type: IdentityType): string =>
  type === 'other' ? 'beneficiary.other_id:v1' : 'beneficiary.national_id:v1';

/**
 * The one file of the person with this identity: found, with what is new put in, or opened.
 * Two officers who enrol one person at the same moment get the same file (unique index).
 */
export async function fileOf(
  unit: UnitOfWork,
  person: PersonDetails,
  identity: SightedIdentity,
): Promise<{ id: string; fileNumber: string }> {
  const { crm, trx, now } = unit;
  const id = randomUUID();
  const { rows } = (await trx.raw(`select nextval('crm_file_numbers')::text as number`)) as {
    rows: { number: string }[];
  };
  const expired = identity.expiresOn !== null && identity.expiresOn < riyadhDate(now);
  const seen = {
    identity_state: expired ? 'expired' : 'valid',
    identity_expires_on: identity.expiresOn,
    sighted_by: identity.sightedBy,
    sighted_at: now,
    sighted_how: identity.how,
    updated_at: now,
  };
  const kept: { id: string; file_number: string }[] = await trx('crm_beneficiaries')
    .insert({
      id,
      file_number: `B-${(rows[0]?.number ?? '0').padStart(6, '0')}`,
      ...person,
      id_type: identity.type,
      id_sealed: crm.vault.seal(place(id), identity.number),
      id_index: crm.vault.blindIndex(identityDomain(identity.type), identity.number),
      id_last3: identity.number.slice(-3),
      ...seen,
      created_at: now,
    })
    .onConflict('id_index')
    .merge({ ...seen, phone: person.phone })
    .returning(['id', 'file_number']);
  const file = kept[0];
  if (!file) throw new Error('a file was neither found nor opened');
  return { id: file.id, fileNumber: file.file_number };
}
