import { declarationWays } from '../../../contracts/vocabulary';
import type { Migration } from '../kernel/migrate';
import { oneOf } from '../kernel/sql';

/** Declarations signed on screen and by code, and the visit during which a request was opened. */
export const declarationsMigration: Migration = {
  name: '0093-declarations',
  async up(trx) {
    await trx.raw(`
      create table crm_declaration_codes (
        id uuid primary key,
        contact_index text not null,
        staff_id integer not null,
        code_hash text not null,
        attempts smallint not null default 0,
        created_at timestamptz not null,
        expires_at timestamptz not null,
        used_at timestamptz
      );
      create index crm_declaration_codes_contact on crm_declaration_codes (contact_index, created_at);

      alter table crm_declarations
        drop constraint crm_declarations_way_check,
        add constraint crm_declarations_way check (way in (${oneOf(declarationWays)})),
        add column strokes_sealed text,
        add column code_id uuid unique references crm_declaration_codes (id),
        add constraint crm_declarations_drawn check ((way = 'drawn') = (strokes_sealed is not null)),
        add constraint crm_declarations_coded check ((way = 'code') = (code_id is not null));

      alter table crm_requests add column visit_id uuid references crm_visits (id);
      create index crm_requests_visit on crm_requests (visit_id) where visit_id is not null;
    `);
  },
};
