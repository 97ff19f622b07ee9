import type { PersonFile } from '../../../contracts/registry';
import type { Locale } from '../../../contracts/vocabulary';
import type { Crm } from '../kernel/crm';
import type { Staff } from '../kernel/room';
import { inForce } from './authority.rules';
import { named } from './category.service';
import type { Named } from './category.service';
import type { RegistryRows } from './file.rows';
import { maskLast3 } from './identity.rules';
import type { FileRow } from './person.types';
import { consequencesOf } from './standing.rules';
import { ageAt, daysUntil, validityOf } from './validity.rules';

/** What other rooms tell of the person; the file's page puts both together. */
type OfOtherRooms =
  'branch' | 'requests' | 'deliveries' | 'interactions' | 'appointments' | 'timeline';
export type RegistryView = Omit<PersonFile, OfOtherRooms>;

export interface Reading {
  staff: Pick<Staff, 'branch' | 'permissions'>;
  locale: Locale;
  /** YYYY-MM-DD in Riyadh */
  today: string;
  names: ReadonlyMap<number, string>;
  categories: readonly Named[];
  /** references of the person's requests that have not ended */
  openRequests: readonly string[];
}

/** Everyone of the staff who is named in these rows. */
export const staffIn = (file: FileRow, rows: RegistryRows): number[] =>
  [
    file.opened_by,
    ...rows.sightings.map((row) => row.seen_by),
    ...rows.holders.map((row) => row.sighted_by),
    ...rows.documents.map((row) => row.recorded_by),
    ...rows.consents.map((row) => row.recorded_by),
    ...rows.merged.map((row) => row.merged_by),
  ].filter((id): id is number => id !== null);

/** What belongs to another branch is not told to a delegate, not even by name (C8). */
const seenBy =
  ({ branch }: Pick<Staff, 'branch'>) =>
  (of: string | null): boolean =>
    branch === null || of === branch;

/** The registry's part of a person's file, serialised by name. */
export function registryView(
  crm: Pick<Crm, 'say' | 'settings'>,
  file: FileRow,
  rows: RegistryRows,
  reading: Reading,
): RegistryView {
  const { staff, locale, today, names } = reading;
  const nameOf = (id: number | null) => (id === null ? null : (names.get(id) ?? '—'));
  const mayChange = staff.permissions.has('registry.write');
  return {
    id: file.id,
    fileNumber: file.file_number,
    version: file.version,
    name: file.name,
    sex: file.sex,
    birthDate: file.birth_date,
    birthYear: file.birth_year,
    age: file.status === 'deceased' ? null : ageOf(file, today),
    city: file.city,
    district: file.district,
    address: file.address,
    latitude: file.latitude,
    longitude: file.longitude,
    preferredChannel: file.preferred_channel,
    preferredTimes: file.preferred_times,
    categories: named(rows.categories, reading.categories),
    status: file.status,
    statusReason: file.status_reason,
    statusSince: file.status_since?.toISOString() ?? null,
    consequences: consequencesOf(file.status, headsOthers(file, rows)).map((name) =>
      crm.say(locale, `standing.${name}`),
    ),
    source: file.source,
    openedAt: file.created_at.toISOString(),
    openedBy: nameOf(file.opened_by),
    contacts: contactsOf(rows),
    identities: identitiesOf(rows, today, nameOf),
    household: householdView(file, rows, reading),
    authorities: rows.holders.map((row) => {
      const holder =
        row.other_id !== null && seenBy(staff)(row.other_branch)
          ? { id: row.other_id, fileNumber: row.other_number ?? '', name: row.other_name ?? '' }
          : null;
      return {
        id: row.id,
        holder,
        holderName: row.holder_name,
        holderPhone: row.holder_phone,
        kind: row.kind,
        relationship: row.relationship,
        proof: row.proof,
        proofNumber: row.proof_number,
        issuedBy: row.issued_by,
        validFrom: row.valid_from,
        validUntil: row.valid_until,
        valid: inForce(authorityOf(row), today),
        sightedBy: nameOf(row.sighted_by) ?? '—',
        sightedAt: row.sighted_at.toISOString(),
        endedAt: row.ended_at?.toISOString() ?? null,
        endedReason: row.ended_reason,
      };
    }),
    actsFor: rows.actsFor
      .filter((row) => row.other_id !== null && seenBy(staff)(row.other_branch))
      .filter((row) => inForce({ ...authorityOf(row), holderStatus: file.status }, today))
      .map((row) => ({
        id: row.other_id ?? '',
        fileNumber: row.other_number ?? '',
        name: row.other_name ?? '',
        kind: row.kind,
        validUntil: row.valid_until,
      })),
    documents: rows.documents.map((row) => ({
      id: row.id,
      kind: row.kind,
      title: row.title,
      name: row.name,
      size: row.size,
      mime: row.mime,
      issuedOn: row.issued_on,
      validUntil: row.valid_until,
      validity: validityOf(row.valid_until, today, crm.settings.clocks.expiryNoticeDays),
      legalBasis: row.legal_basis,
      legalReference: row.legal_reference,
      recordedBy: nameOf(row.recorded_by) ?? '—',
      recordedAt: row.recorded_at.toISOString(),
    })),
    consents: rows.consents.map((row) => ({
      id: row.id,
      purpose: row.purpose,
      noticeVersion: row.notice_version,
      givenAt: row.given_at.toISOString(),
      how: row.given_how,
      by: row.authority_name,
      recordedBy: nameOf(row.recorded_by),
      reference: row.reference,
      withdrawnAt: row.withdrawn_at?.toISOString() ?? null,
      withdrawnHow: row.withdrawn_how,
      effect:
        row.withdrawn_at === null
          ? null
          : crm.say(locale, `consent_effect.${row.purpose}`, {
              count: reading.openRequests.length,
              requests: reading.openRequests.map((code) => `\u2068${code}\u2069`).join(' · '),
            }),
    })),
    merged: rows.merged.map((row) => ({
      id: row.id,
      fileNumber: row.file_number,
      name: row.name,
      mergeId: row.merge_id,
      mergedAt: row.merged_at.toISOString(),
      mergedBy: nameOf(row.merged_by) ?? '—',
    })),
    openMatches: rows.openMatches,
    may: {
      change: mayChange,
      merge: staff.permissions.has('registry.merge'),
      receive: staff.permissions.has('requests.receive'),
    },
  };
}

const ageOf = (row: { birth_date: string | null; birth_year: number | null }, today: string) =>
  ageAt(today, { birthDate: row.birth_date, birthYear: row.birth_year });

const authorityOf = (row: RegistryRows['holders'][number]) => ({
  validFrom: row.valid_from,
  validUntil: row.valid_until,
  ended: row.ended_at !== null,
  holderStatus: row.other_status,
});

/** One household, and each person in it once, also where two merged files stood in it. */
const livingTogether = (rows: RegistryRows) => {
  const first = rows.household[0]?.household_id;
  return rows.household.filter(
    ({ household_id, id }, at) =>
      household_id === first &&
      rows.household.findIndex((row) => row.household_id === first && row.id === id) === at,
  );
};

const headsOthers = (file: FileRow, rows: RegistryRows): boolean => {
  const together = livingTogether(rows);
  return (
    together.length > 1 &&
    together.some(({ id, relationship }) => id === file.id && relationship === 'head')
  );
};

/** A number that two merged files hold is shown once. */
const contactsOf = ({ contacts }: RegistryRows): PersonFile['contacts'] =>
  contacts
    .filter(
      ({ kind, value }, at) =>
        contacts.findIndex((other) => other.kind === kind && other.value === value) === at,
    )
    .map(({ id, kind, value, label, preferred }) => ({ id, kind, value, label, preferred }));

const identitiesOf = (
  { identities, sightings }: RegistryRows,
  today: string,
  nameOf: (id: number | null) => string | null,
): PersonFile['identities'] =>
  identities.map((row) => ({
    id: row.id,
    type: row.type,
    masked: maskLast3(row.last3),
    issuingPlace: row.issuing_place,
    issuedOn: row.issued_on,
    expiresOn: row.expires_on,
    daysLeft: row.expires_on === null ? null : daysUntil(row.expires_on, today),
    state: row.state,
    note: row.state_note,
    sightings: sightings
      .filter(({ identity_id }) => identity_id === row.id)
      .map((seen) => ({
        state: seen.state,
        expiresOn: seen.expires_on,
        by: nameOf(seen.seen_by) ?? '—',
        at: seen.seen_at.toISOString(),
        how: seen.how,
        reference: seen.reference,
        note: seen.note,
      })),
  }));

function householdView(
  file: FileRow,
  rows: RegistryRows,
  { staff, today }: Reading,
): PersonFile['household'] {
  const together = livingTogether(rows).filter(({ branch }) => seenBy(staff)(branch));
  const [first] = together;
  if (!first) return null;
  const head = together.find(({ relationship }) => relationship === 'head');
  return {
    id: first.household_id,
    number: first.number,
    city: first.city,
    district: first.district,
    head: head ? { id: head.id, fileNumber: head.file_number, name: head.name } : null,
    members: together.map((row) => ({
      id: row.id,
      fileNumber: row.file_number,
      name: row.name,
      relationship: row.relationship,
      dependant: row.dependant,
      birthDate: row.birth_date,
      birthYear: row.birth_year,
      age: row.status === 'deceased' ? null : ageOf(row, today),
      status: row.status,
      me: row.id === file.id,
    })),
  };
}
