import type {
  ContactChannel,
  ContactKind,
  ContactTime,
  EntryPath,
  FileStatus,
  IdentityState,
  IdentityType,
  Sex,
  SightingWay,
} from '../../../contracts/vocabulary';

/** A row of `crm_beneficiaries`: a person's file. */
export interface FileRow {
  id: string;
  file_number: string;
  name: string;
  name_key: string;
  sex: Sex | null;
  /** YYYY-MM-DD */
  birth_date: string | null;
  birth_year: number | null;
  city: string | null;
  district: string | null;
  address: string | null;
  latitude: number | null;
  longitude: number | null;
  branch: string | null;
  preferred_channel: ContactChannel | null;
  preferred_times: ContactTime[];
  status: FileStatus;
  status_reason: string | null;
  status_since: Date | null;
  source: EntryPath;
  opened_by: number | null;
  import_id: string | null;
  version: number;
  merged_into: string | null;
  /** the file that speaks for this one; its own id unless it was merged */
  root_id: string;
  created_at: Date;
  updated_at: Date;
}

export interface IdentityRow {
  id: string;
  beneficiary_id: string;
  type: IdentityType;
  number_sealed: string;
  number_index: string;
  last3: string;
  issuing_place: string | null;
  issued_on: string | null;
  expires_on: string | null;
  state: IdentityState;
  state_note: string | null;
  sighted_by: number | null;
  sighted_at: Date | null;
  sighted_how: SightingWay | null;
  announced_for: string | null;
  created_at: Date;
  updated_at: Date;
}

export interface ContactRow {
  id: string;
  beneficiary_id: string;
  kind: ContactKind;
  value: string;
  label: string | null;
  preferred: boolean;
  created_at: Date;
}

/** A number as `identity.rules` gives it; nobody has seen the document yet. */
export interface StatedIdentity {
  type: IdentityType;
  number: string;
}

/** An identity document as an officer saw it: sighted, not copied. */
export interface SightedIdentity extends StatedIdentity {
  /** YYYY-MM-DD */
  expiresOn: string | null;
  issuedOn?: string | null;
  issuingPlace?: string | null;
  how: SightingWay;
  sightedBy: number;
  /** left out: valid, or expired by its date */
  state?: IdentityState;
}

export interface NewContact {
  kind: ContactKind;
  /** as `identity.rules` gives it: E.164, or an address */
  value: string;
  preferred?: boolean;
  label?: string | null;
}

/** What is known of a person when the file is opened; values as the rules of identity give them. */
export interface NewPerson {
  name: string;
  sex?: Sex | null;
  birthDate?: string | null;
  birthYear?: number | null;
  city?: string | null;
  district?: string | null;
  address?: string | null;
  latitude?: number | null;
  longitude?: number | null;
  branch?: string | null;
  preferredChannel?: ContactChannel | null;
  preferredTimes?: readonly ContactTime[];
  contacts: readonly NewContact[];
  identity?: StatedIdentity | SightedIdentity | null;
  categories?: readonly string[];
  /** id of the household that the person joins in the same step */
  household?: string | null;
}

/** By which road a file comes to be, and through whom; nobody of the staff for an import's job. */
export interface Entry {
  path: EntryPath;
  staffId: number | null;
  importId?: string | null;
}
