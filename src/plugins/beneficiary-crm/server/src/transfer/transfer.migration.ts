import { importStates, sheetFormats } from '../../../contracts/vocabulary';
import type { Migration } from '../kernel/migrate';
import { oneOf } from '../kernel/sql';

/**
 * Imports and exports. The rows of a file lie sealed, in chunks that are taken in whole or not at all; findings
 * hold row numbers, columns and codes. A print is the blind index of a row without an ID number: the same row
 * in a later file is the same person.
 */
export const transferMigration: Migration = {
  name: '0085-transfer',
  async up(trx) {
    await trx.raw(`
      create table crm_imports (
        id uuid primary key,
        state text not null check (state in (${oneOf(importStates)})),
        problem text,
        name_sealed text not null,
        size bigint not null,
        shape json,
        headings_sealed text,
        headings_hash text,
        first_row integer,
        remembered boolean not null default false,
        columns json,
        fill_blanks boolean not null default false,
        rows integer,
        progress integer not null default 0,
        judged json,
        result json,
        -- whoever works at the import holds the newest number; an older worker stops
        turn integer not null default 0,
        created_by integer not null,
        created_at timestamptz not null,
        moved_at timestamptz not null,
        ended_at timestamptz,
        destroyed_at timestamptz
      );
      create index crm_imports_newest on crm_imports (created_at desc);
      create index crm_imports_held on crm_imports (moved_at) where destroyed_at is null;

      create table crm_import_parts (
        import_id uuid not null references crm_imports (id),
        at bigint not null,
        size integer not null,
        primary key (import_id, at)
      );
      create table crm_import_chunks (
        import_id uuid not null references crm_imports (id),
        seq integer not null,
        rows integer not null,
        rows_sealed text not null,
        findings json not null default '[]',
        done_at timestamptz,
        primary key (import_id, seq)
      );
      create table crm_import_mappings (
        headings_hash text primary key,
        columns json not null,
        chosen_by integer not null,
        chosen_at timestamptz not null
      );
      create table crm_import_prints (
        print text primary key,
        beneficiary_id uuid not null references crm_beneficiaries (id),
        import_id uuid not null references crm_imports (id)
      );
      create index crm_import_prints_person on crm_import_prints (beneficiary_id);

      create table crm_exports (
        id uuid primary key,
        staff_id integer not null,
        branch text,
        columns json not null,
        filters json not null,
        format text not null check (format in (${oneOf(sheetFormats)})),
        reason_sealed text not null,
        locale text not null,
        rows integer not null,
        created_at timestamptz not null,
        fetched_at timestamptz
      );
      create index crm_exports_newest on crm_exports (created_at desc);
    `);
  },
};
