import type { Migration } from '../kernel/migrate';

/**
 * A conflict is declared about a matter: the request, its later rounds, and what is appealed. It stands until it is
 * taken back, which is written down beside it. Who may know of what is a function of the database, see `hidden.ts`.
 */
export const conflictMigration: Migration = {
  name: '0160-conflicts',
  async up(trx) {
    await trx.raw(`
      alter table crm_recusals
        drop constraint crm_recusals_pkey,
        add column id uuid primary key default gen_random_uuid(),
        add column withdrawn_at timestamptz,
        add column withdrawn_reason_sealed text;
      create unique index crm_recusals_one_standing on crm_recusals (item_id, member_id)
        where withdrawn_at is null;
      create index crm_recusals_member on crm_recusals (member_id) where withdrawn_at is null;

      -- every request of the matter that this one belongs to: the first, and its appeals
      create function crm_matter(request uuid) returns setof uuid language sql stable as $$
        with first as (
          select case kind when 'appeal' then coalesce(parent_id, id) else id end as id
            from crm_requests where id = request)
        select id from first
        union all
        select a.id from crm_requests a join first on a.parent_id = first.id where a.kind = 'appeal'
      $$;

      create function crm_hidden_requests(person integer) returns setof uuid language sql stable as $$
        select id from crm_requests where about_staff_id = person
        union
        select crm_matter(i.request_id) from crm_recusals c
          join crm_agenda_items i on i.id = c.item_id
         where c.member_id = person and c.withdrawn_at is null
        union
        select a.id from crm_requests a
          join crm_agenda_items f on f.request_id = a.parent_id
         where a.kind = 'appeal'
           and f.roster::jsonb @> jsonb_build_array(jsonb_build_object('memberId', person))
      $$;

      create function crm_hidden_items(person integer) returns setof uuid language sql stable as $$
        select crm_hidden_requests(person)
        union
        select a.id from crm_requests a
          join crm_decisions d on d.request_id = a.parent_id
         where a.kind = 'appeal' and d.appeal_id is null and d.decided_by = person
      $$;
    `);
  },
};
