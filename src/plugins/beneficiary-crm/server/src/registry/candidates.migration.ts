import type { Migration } from '../kernel/migrate';

/** A value that more files than this share tells nobody apart. */
const mostForOneValue = 50;
/** The locks are few, so that a batch of a thousand people takes no more than the server has. */
const lockBuckets = 2048;

/**
 * Holding and finding whom an entry resembles, as functions: one call does both, and their plans are made once and
 * not for each call, which took longer than what they find. What is looked for after the locks were taken sees what
 * their last holder wrote: each statement of a volatile function looks anew.
 */
export const candidatesMigration: Migration = {
  name: '0197-candidates',
  async up(trx) {
    await trx.raw(`
      -- numbers (blind indexes) are held first, each by itself, as by who opens or changes a file by its number
      create function crm_hold_likeness(numbers text[], shared_values text[], names text[], years integer[])
      returns void language plpgsql set plan_cache_mode = force_generic_plan as $$
      begin
        perform case when number is null then pg_advisory_xact_lock(60, bucket)
            else pg_advisory_xact_lock(number) end from (
          select hashtextextended(value, 60) as number, null::integer as bucket from unnest(numbers) as held(value)
          union
          select null, hashtext(value) & ${lockBuckets - 1} from (
            select lower(value) as value from unnest(shared_values) as given(value)
            union all
            select unnest(crm_name_blocks(crm_joined_name_key(name), birth_year))
              from unnest(names, years) as named(name, birth_year)
          ) as shared
          order by number nulls last, bucket
        ) as ordered;
      end $$;

      -- name and birth_year of who was found by the name; null where another value is shared
      create function crm_candidates(entries integer[], names text[], years integer[], contact_entries integer[],
        contacts text[], number_entries integer[], numbers text[], household_entries integer[], households text[],
        hold boolean)
      returns table (entry integer, id uuid, name text, birth_year integer) language plpgsql
      set plan_cache_mode = force_generic_plan as $$
      #variable_conflict use_column
      begin
        if hold then perform crm_hold_likeness(numbers, contacts || households, names, years); end if;
        return query
          with named as materialized (
            select entry, crm_joined_name_key(name) as name_key, birth_year
            from unnest(entries, names, years) as given(entry, name, birth_year))
          select c.entry, c.id, null::text, null::integer
            from unnest(contact_entries, contacts) as given(entry, value)
            cross join lateral (
              select given.entry, beneficiary_id as id from crm_contact_points
              where lower(crm_contact_points.value) = lower(given.value) limit ${mostForOneValue}) as c
          union
          select given.entry, i.beneficiary_id, null, null
            from unnest(number_entries, numbers) as given(entry, value)
            join crm_identities i on i.number_index = given.value
          union
          select given.entry, m.beneficiary_id, null, null
            from unnest(household_entries, households) as given(entry, value)
            join crm_household_members m on m.household_id = given.value::uuid and m.until is null
          union
          select named.entry, b.id, b.name, b.birth_year::integer
            from named
            cross join lateral unnest(crm_name_blocks(named.name_key, named.birth_year)) as block
            cross join lateral (
              select id, name, birth_year from crm_beneficiaries
              where crm_name_blocks(name_key, birth_year) && array[block]
              order by name_key <> named.name_key limit ${mostForOneValue}) as b;
      end $$`);
  },
};
