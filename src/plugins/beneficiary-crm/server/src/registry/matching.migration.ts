import { normaliseNameSql } from '../kernel/arabic.sql';
import type { Migration } from '../kernel/migrate';
import { KINSHIP_WORDS } from './matching.rules';

/**
 * The function calls none of ours: PostgreSQL rebuilds indexes under an empty search path. In PL/pgSQL, since each
 * statement that writes a row would try, and fail, to inline its SQL.
 */
const nameBlocks = `
  create or replace function crm_name_blocks(name_key text, birth_year integer) returns text[]
  language plpgsql immutable parallel safe as $$ begin return (
    select case when n < 2 then '{}'::text[] else array_remove(array[
      case when n >= 4 then array_to_string(w, ' ') end,
      birth_year || '|' || w[1] || '|' || w[n],
      case when n >= 3 then birth_year || '<' || w[1] || '|' || w[2] end,
      case when n >= 3 then birth_year || '>' || w[n - 1] || '|' || w[n] end
    ], null) end
    from (
      select words as w, coalesce(cardinality(words), 0) as n
      from (
        select array_agg(word order by place) as words
        from string_to_table(name_key, ' ') with ordinality as t(word, place)
        where word <> '' and word <> all ('{${KINSHIP_WORDS.join(',')}}'::text[])
      ) as named
    ) as counted
  ); end $$;`;

/**
 * By what files that may be one person are found, before the rules compare them. Two names that the rules hold
 * for alike share a block: equal ones and those with a father left out have one first and last word, and where a
 * letter is wrong, two words that stand side by side (or first and last) are still right. A full name is a block
 * of its own, for want of a birth year.
 */
export const matchingMigration: Migration = {
  name: '0075-matching',
  async up(trx) {
    await trx.raw(`
      ${nameBlocks}
      create index crm_beneficiaries_blocks on crm_beneficiaries
        using gin (crm_name_blocks(name_key, birth_year));
      create index crm_contact_points_folded on crm_contact_points (lower(value));
    `);
  },
};

/** For databases whose functions were made in SQL. */
export const nameFunctionsMigration: Migration = {
  name: '0200-name-functions',
  async up(trx) {
    await trx.raw(`${normaliseNameSql} ${nameBlocks}`);
  },
};
