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

/** Which of two declarations is the later one, also when a clock gives both the same moment. */
export const orderOfSigningMigration: Migration = {
  name: '0100-order-of-signing',
  async up(trx) {
    await trx.raw(`
      alter table crm_declarations add column seq bigint;
      update crm_declarations set seq = ordered.place
        from (select id, row_number() over (order by signed_at) as place from crm_declarations) ordered
        where ordered.id = crm_declarations.id;
      create sequence crm_declarations_seq owned by crm_declarations.seq;
      select setval('crm_declarations_seq', coalesce(max(seq), 0) + 1, false) from crm_declarations;
      alter table crm_declarations alter column seq set not null,
        alter column seq set default nextval('crm_declarations_seq');
      drop index crm_declarations_request;
      create unique index crm_declarations_request on crm_declarations (request_id, seq);
    `);
  },
};
