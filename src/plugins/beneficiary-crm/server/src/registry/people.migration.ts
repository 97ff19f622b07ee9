import {
  authorityKinds,
  authorityProofs,
  consentPurposes,
  consentWays,
  contactChannels,
  contactKinds,
  entryPaths,
  identityStates,
  identityTypes,
  legalBases,
  matchStates,
  personDocumentKinds,
  relationships,
  sexes,
} from '../../../contracts/vocabulary';
import type { Migration } from '../kernel/migrate';
import { oneOf } from '../kernel/sql';

/**
 * People and families. A person has one file, whoever came in by whatever road; identities and contact points
 * are rows of their own. A merge moves nothing: the file that goes points to the one that stays
 * (`merged_into`), and `root_id` names the file that speaks for both, so that no link can be lost and an undo
 * gives back what was.
 */
export const peopleMigration: Migration = {
  name: '0060-people',
  async up(trx) {
    await trx.raw(`
      alter table crm_beneficiaries
        add column sex text check (sex in (${oneOf(sexes)})),
        add column birth_date date,
        add column birth_year smallint check (birth_year between 1900 and 2200),
        add column district text,
        add column address text,
        add column latitude numeric(9, 6) check (latitude between -90 and 90),
        add column longitude numeric(9, 6) check (longitude between -180 and 180),
        add column preferred_channel text check (preferred_channel in (${oneOf(contactChannels)})),
        add column preferred_times json not null default '[]',
        add column status_reason text,
        add column status_since timestamptz,
        add column source text not null default 'website' check (source in (${oneOf(entryPaths)})),
        add column opened_by integer,
        add column import_id uuid,
        add column version integer not null default 1,
        add column merged_into uuid references crm_beneficiaries (id),
        add column root_id uuid references crm_beneficiaries (id),
        add constraint crm_beneficiaries_birth
          check (birth_date is null or extract(year from birth_date) = birth_year),
        add constraint crm_beneficiaries_place check ((latitude is null) = (longitude is null)),
        add constraint crm_beneficiaries_root check ((merged_into is null) = (root_id = id));
      update crm_beneficiaries set root_id = id;
      alter table crm_beneficiaries alter column root_id set not null;
      create index crm_beneficiaries_members on crm_beneficiaries (root_id) where root_id <> id;
      create index crm_beneficiaries_merged on crm_beneficiaries (merged_into) where merged_into is not null;
      create index crm_beneficiaries_same_name on crm_beneficiaries (name_key, birth_year);
      create index crm_beneficiaries_newest on crm_beneficiaries (created_at desc);

      create table crm_identities (
        id uuid primary key,
        beneficiary_id uuid not null references crm_beneficiaries (id),
        type text not null check (type in (${oneOf(identityTypes)})),
        number_sealed text not null,
        number_index text not null unique,
        last3 text not null,
        issuing_place text,
        issued_on date,
        expires_on date,
        state text not null check (state in (${oneOf(identityStates)})),
        state_note text,
        sighted_by integer,
        sighted_at timestamptz,
        sighted_how text,
        announced_for date,
        created_at timestamptz not null,
        updated_at timestamptz not null
      );
      create index crm_identities_person on crm_identities (beneficiary_id);
      create index crm_identities_expiry on crm_identities (expires_on) where expires_on is not null;
      insert into crm_identities (id, beneficiary_id, type, number_sealed, number_index, last3, expires_on, state,
          sighted_by, sighted_at, sighted_how, created_at, updated_at)
        select id, id, id_type, id_sealed, id_index, id_last3, identity_expires_on, identity_state,
          sighted_by, sighted_at, sighted_how, created_at, updated_at from crm_beneficiaries;

      create table crm_sightings (
        id uuid primary key,
        identity_id uuid not null references crm_identities (id),
        request_id uuid references crm_requests (id),
        state text not null check (state in (${oneOf(identityStates)})),
        expires_on date,
        seen_by integer not null,
        seen_at timestamptz not null,
        how text not null,
        note text
      );
      create index crm_sightings_identity on crm_sightings (identity_id, seen_at);

      create table crm_contact_points (
        id uuid primary key,
        beneficiary_id uuid not null references crm_beneficiaries (id),
        kind text not null check (kind in (${oneOf(contactKinds)})),
        value text not null,
        label text,
        preferred boolean not null default false,
        created_at timestamptz not null,
        unique (beneficiary_id, kind, value)
      );
      create index crm_contact_points_value on crm_contact_points (value);
      insert into crm_contact_points (id, beneficiary_id, kind, value, preferred, created_at)
        select gen_random_uuid(), id, case when phone ~ '^\\+9665' then 'mobile' else 'landline' end, phone, true, created_at
          from crm_beneficiaries
        union all
        select gen_random_uuid(), id, 'email', email, false, created_at
          from crm_beneficiaries where email is not null;

      alter table crm_beneficiaries
        drop column phone, drop column email,
        drop column id_type, drop column id_sealed, drop column id_index, drop column id_last3,
        drop column identity_state, drop column identity_expires_on,
        drop column sighted_by, drop column sighted_at, drop column sighted_how;

      create sequence crm_household_numbers;
      create table crm_households (
        id uuid primary key,
        number text not null unique,
        head_id uuid references crm_beneficiaries (id),
        branch text,
        city text,
        district text,
        address text,
        latitude numeric(9, 6),
        longitude numeric(9, 6),
        version integer not null default 1,
        created_at timestamptz not null,
        updated_at timestamptz not null
      );
      create table crm_household_members (
        id uuid primary key,
        household_id uuid not null references crm_households (id),
        beneficiary_id uuid not null references crm_beneficiaries (id),
        relationship text not null check (relationship in (${oneOf(relationships)})),
        dependant boolean not null default false,
        since date not null,
        until date check (until >= since)
      );
      create unique index crm_household_members_one on crm_household_members (beneficiary_id) where until is null;
      create unique index crm_household_members_head on crm_household_members (household_id)
        where relationship = 'head' and until is null;
      create index crm_household_members_household on crm_household_members (household_id);

      create table crm_authorities (
        id uuid primary key,
        beneficiary_id uuid not null references crm_beneficiaries (id),
        holder_id uuid references crm_beneficiaries (id),
        holder_name text not null,
        holder_phone text,
        kind text not null check (kind in (${oneOf(authorityKinds)})),
        relationship text check (relationship in (${oneOf(relationships)})),
        proof text not null check (proof in (${oneOf(authorityProofs)})),
        proof_number text,
        issued_by text,
        valid_from date,
        valid_until date,
        sighted_by integer not null,
        sighted_at timestamptz not null,
        sighted_how text not null,
        ended_at timestamptz,
        ended_by integer,
        ended_reason text
      );
      create index crm_authorities_person on crm_authorities (beneficiary_id);
      create index crm_authorities_holder on crm_authorities (holder_id) where holder_id is not null;

      create table crm_beneficiary_categories_held (
        beneficiary_id uuid not null references crm_beneficiaries (id),
        category text not null,
        since date not null,
        primary key (beneficiary_id, category)
      );
      create index crm_beneficiary_categories_by on crm_beneficiary_categories_held (category);

      alter table crm_files add column beneficiary_id uuid references crm_beneficiaries (id);
      create table crm_person_documents (
        id uuid primary key,
        beneficiary_id uuid not null references crm_beneficiaries (id),
        kind text not null check (kind in (${oneOf(personDocumentKinds)})),
        title text,
        file_id uuid not null unique references crm_files (id),
        issued_on date,
        valid_until date,
        legal_basis text check (legal_basis in (${oneOf(legalBases)})),
        legal_reference text,
        recorded_by integer not null,
        recorded_at timestamptz not null,
        removed_by integer,
        removed_at timestamptz,
        removed_reason text,
        announced_for date,
        constraint crm_person_documents_sighted_not_copied
          check (kind <> 'identity' or (legal_basis is not null and legal_reference is not null))
      );
      create index crm_person_documents_person on crm_person_documents (beneficiary_id);
      create index crm_person_documents_expiry on crm_person_documents (valid_until)
        where valid_until is not null and removed_at is null;

      create table crm_consents (
        id uuid primary key,
        beneficiary_id uuid references crm_beneficiaries (id),
        request_id uuid references crm_requests (id),
        purpose text not null check (purpose in (${oneOf(consentPurposes)})),
        notice_version text not null,
        given_at timestamptz not null,
        given_how text not null check (given_how in (${oneOf(consentWays)})),
        authority_id uuid references crm_authorities (id),
        recorded_by integer,
        withdrawn_at timestamptz,
        withdrawn_how text check (withdrawn_how in (${oneOf(consentWays)})),
        withdrawn_by integer,
        withdrawn_note text,
        check (beneficiary_id is not null or request_id is not null)
      );
      create index crm_consents_person on crm_consents (beneficiary_id) where beneficiary_id is not null;
      create index crm_consents_request on crm_consents (request_id) where request_id is not null;

      create table crm_file_matches (
        id uuid primary key,
        left_id uuid not null references crm_beneficiaries (id),
        right_id uuid not null references crm_beneficiaries (id),
        reasons json not null,
        found_on text not null check (found_on in (${oneOf(entryPaths)})),
        found_at timestamptz not null,
        state text not null default 'open' check (state in (${oneOf(matchStates)})),
        judged_by integer,
        judged_at timestamptz,
        note text,
        check (left_id < right_id),
        unique (left_id, right_id)
      );
      create index crm_file_matches_waiting on crm_file_matches (found_at) where state in ('open', 'unsure');
      create index crm_file_matches_right on crm_file_matches (right_id);

      create table crm_request_matches (
        id uuid primary key,
        request_id uuid not null references crm_requests (id),
        beneficiary_id uuid not null references crm_beneficiaries (id),
        reasons json not null,
        found_at timestamptz not null,
        state text not null default 'open' check (state in (${oneOf(matchStates)})),
        judged_by integer,
        judged_at timestamptz,
        note text,
        unique (request_id, beneficiary_id)
      );
      create index crm_request_matches_waiting on crm_request_matches (found_at) where state in ('open', 'unsure');
      create index crm_request_matches_person on crm_request_matches (beneficiary_id);
      create index crm_requests_beneficiary on crm_requests (beneficiary_id, submitted_at desc)
        where beneficiary_id is not null;
      create index crm_requests_email on crm_requests (applicant_email) where applicant_email is not null;
      create index crm_events_subject on crm_events (subject_id, seq) where subject_kind = 'beneficiary';

      create table crm_merges (
        id uuid primary key,
        kept_id uuid not null references crm_beneficiaries (id),
        gone_id uuid not null references crm_beneficiaries (id),
        before_sealed text not null,
        reason text,
        merged_by integer not null,
        merged_at timestamptz not null,
        undone_by integer,
        undone_at timestamptz,
        undone_reason text
      );
      create unique index crm_merges_one on crm_merges (gone_id) where undone_at is null;
      create index crm_merges_kept on crm_merges (kept_id);
    `);
  },
};
