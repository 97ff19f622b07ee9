import {
  allocationKinds,
  deliveryEntries,
  paymentWays,
  rhythms,
} from '../../../contracts/delivery';
import type { Migration } from '../kernel/migrate';
import { oneOf } from '../kernel/sql';

/**
 * Allocations in versions, limits of services in versions, and deliveries as entries that are never edited: what
 * came back or was wrong is an entry of its own. Amounts are halalas, pieces or places.
 */
export const allocationsMigration: Migration = {
  name: '0135-allocations',
  async up(trx) {
    await trx.raw(`
      create table crm_allocations (
        id uuid primary key,
        request_id uuid not null references crm_requests (id),
        service_slug text not null,
        kind text not null check (kind in (${oneOf(allocationKinds)})),
        -- versions: the terms in force, and those that wait for an approval
        in_force integer,
        proposed integer,
        -- of the terms in force
        total bigint not null default 0,
        year text,
        next_due date,
        -- the sum of its entries
        net bigint not null default 0 check (net >= 0),
        created_at timestamptz not null,
        ended_at timestamptz,
        ended_by integer,
        ended_reason text,
        check ((in_force is null) = (year is null))
      );
      create index crm_allocations_request on crm_allocations (request_id);
      create index crm_allocations_service on crm_allocations (service_slug, year) where in_force is not null;
      create index crm_allocations_due on crm_allocations (next_due)
        where ended_at is null and next_due is not null;
      create index crm_allocations_proposed on crm_allocations (created_at)
        where ended_at is null and proposed is not null;

      create table crm_allocation_versions (
        allocation_id uuid not null references crm_allocations (id),
        version integer not null,
        what text not null,
        unit text,
        pay text check (pay in (${oneOf(paymentWays)})),
        iban_sealed text,
        iban_last4 text,
        amount bigint not null check (amount > 0),
        rhythm text not null check (rhythm in (${oneOf(rhythms)})),
        times integer not null check (times between 1 and 60),
        starts_on date not null,
        proposed_by integer not null,
        proposed_at timestamptz not null,
        verdict text check (verdict in ('approved', 'refused', 'replaced')),
        judged_by integer,
        judged_at timestamptz,
        reason text,
        primary key (allocation_id, version),
        -- who proposes does not approve
        check (verdict <> 'approved' or judged_by <> proposed_by)
      );

      create table crm_service_limits (
        service_slug text not null,
        period text not null,
        version integer not null,
        budget bigint check (budget >= 0),
        places integer check (places >= 0),
        reason text not null,
        set_by integer not null,
        set_at timestamptz not null,
        primary key (service_slug, period, version)
      );

      alter table crm_deliveries
        add column allocation_id uuid references crm_allocations (id),
        add column entry text not null default 'delivery' check (entry in (${oneOf(deliveryEntries)})),
        add column measure bigint check (measure <> 0),
        add column of_id uuid references crm_deliveries (id),
        add column reason text,
        add column authority_id uuid references crm_authorities (id),
        add column witness text,
        add column strokes_sealed text,
        add column code_id uuid,
        add column file_id uuid references crm_files (id),
        alter column received_by drop not null,
        alter column acknowledgement drop not null;
      update crm_deliveries set measure = round(amount * 100) where amount is not null;
      alter table crm_deliveries
        drop column amount,
        add check ((entry = 'delivery') = (of_id is null)),
        add check (entry <> 'return' or measure < 0),
        add check (entry <> 'delivery' or measure is null or measure > 0),
        add check (entry <> 'delivery' or (received_by is not null and acknowledgement is not null)),
        add check (entry = 'delivery' or reason is not null);
      create index crm_deliveries_allocation on crm_deliveries (allocation_id, recorded_at);
      create index crm_deliveries_of on crm_deliveries (of_id) where of_id is not null;

      create function crm_deliveries_are_kept() returns trigger language plpgsql as $$
      begin
        if tg_op = 'DELETE' then
          raise exception 'what was delivered is corrected by a new entry, never deleted';
        end if;
        if (old.request_id, old.allocation_id, old.entry, old.measure, old.of_id, old.delivered_on, old.recorded_by,
            old.recorded_at)
          is distinct from
          (new.request_id, new.allocation_id, new.entry, new.measure, new.of_id, new.delivered_on, new.recorded_by,
            new.recorded_at)
        then
          raise exception 'what was delivered is corrected by a new entry, never changed';
        end if;
        return new;
      end $$;
      create trigger crm_deliveries_are_kept before update or delete on crm_deliveries
        for each row execute function crm_deliveries_are_kept();

      create function crm_terms_are_kept() returns trigger language plpgsql as $$
      begin
        if tg_op = 'DELETE' or old.verdict is not null
          or (old.amount, old.times, old.rhythm, old.starts_on, old.what, old.proposed_by)
            is distinct from (new.amount, new.times, new.rhythm, new.starts_on, new.what, new.proposed_by)
        then
          raise exception 'terms of an allocation change by a new version';
        end if;
        return new;
      end $$;
      create trigger crm_terms_are_kept before update or delete on crm_allocation_versions
        for each row execute function crm_terms_are_kept();

      create function crm_limits_are_kept() returns trigger language plpgsql as $$
      begin
        raise exception 'a limit changes by a new version';
      end $$;
      create trigger crm_limits_are_kept before update or delete on crm_service_limits
        for each row execute function crm_limits_are_kept();
    `);
  },
};
