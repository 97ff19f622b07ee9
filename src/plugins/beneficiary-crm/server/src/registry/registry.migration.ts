import { identityTypes } from '../../../contracts/vocabulary';
import type { Migration } from '../kernel/migrate';
import { oneOf } from '../kernel/sql';

export const registryMigration: Migration = {
  name: '0005-registry',
  async up(trx) {
    await trx.raw(`
      create sequence crm_file_numbers;
      create table crm_beneficiaries (
        id uuid primary key,
        file_number text not null unique,
        name text not null,
        name_key text generated always as (crm_joined_name_key(name)) stored,
        phone text not null,
        email text,
        city text,
        branch text,
        status text not null default 'active' check (status in ('active', 'paused', 'archived', 'deceased')),
        id_type text not null check (id_type in (${oneOf(identityTypes)})),
        id_sealed text not null,
        id_index text not null unique,
        id_last3 text not null,
        identity_state text not null check (identity_state in ('pending', 'valid', 'needs_investigation', 'invalid', 'expired')),
        identity_expires_on date,
        sighted_by integer,
        sighted_at timestamptz,
        sighted_how text,
        created_at timestamptz not null,
        updated_at timestamptz not null
      );
      create index crm_beneficiaries_name on crm_beneficiaries using gin (name_key gin_trgm_ops);
      create index crm_beneficiaries_phone on crm_beneficiaries (phone);
    `);
  },
};
