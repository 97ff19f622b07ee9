import { rejectionReasons, sightingWays } from '../../../contracts/vocabulary';
import type { Migration } from '../kernel/migrate';
import { oneOf } from '../kernel/sql';

/** What was said of each paper, for good: a later word is a new row. */
export const judgementMigration: Migration = {
  name: '0125-judged-documents',
  async up(trx) {
    await trx.raw(`
      create table crm_document_judgements (
        seq bigint generated always as identity primary key,
        id uuid not null unique default gen_random_uuid(),
        request_id uuid not null references crm_requests (id),
        key text not null,
        document_id uuid references crm_request_documents (id),
        state text not null check (state in ('accepted', 'rejected', 'sighted')),
        reason text check (reason in (${oneOf(rejectionReasons)})),
        note text,
        valid_until date,
        how text check (how in (${oneOf(sightingWays)})),
        reference text,
        judged_by integer not null,
        judged_at timestamptz not null,
        check ((state = 'rejected') = (reason is not null)),
        check ((state = 'sighted') = (how is not null)),
        check (state <> 'accepted' or document_id is not null),
        check (state <> 'sighted' or document_id is null)
      );
      create index crm_document_judgements_request on crm_document_judgements (request_id, seq);

      insert into crm_document_judgements
          (request_id, key, document_id, state, reason, note, judged_by, judged_at)
        select c.request_id, d.key, d.id,
            case c.state when 'ok' then 'accepted' else 'rejected' end,
            case c.state when 'ok' then null else 'other' end,
            c.note, c.checked_by, c.checked_at
          from crm_checks c
          join crm_request_documents d
            on d.request_id = c.request_id and c.key = 'document.' || d.key
          order by c.checked_at, d.received_at;
    `);
  },
};
