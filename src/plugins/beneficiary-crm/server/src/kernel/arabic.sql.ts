import { IGNORED_IN_NAMES, LETTERS, NAME_PREFIXES, NAME_SPACE } from './arabic.rules';

/** The steps of `normaliseName`, in SQL, on the argument `t`. */
const normalised = `btrim(regexp_replace(translate(regexp_replace(normalize(t, NFKC),
    '[${IGNORED_IN_NAMES}]', '', 'g'),
    '${LETTERS.from}', '${LETTERS.to}'), '${NAME_SPACE}', ' ', 'g'), ' ')`;

/**
 * SQL that creates `crm_normalise_name(text)` and `crm_joined_name_key(text)`, the twins of
 * `normaliseName` and `joinedNameKey`; one golden file holds both sides to the same answers.
 *
 * Neither calls the other: PostgreSQL rebuilds indexes under an empty search path, where the name of a
 * function of ours is unknown. No question mark stands in it: knex would take it for a binding. The second is in
 * PL/pgSQL, since each statement that writes a row would try, and fail, to inline its SQL.
 */
export const normaliseNameSql: string = `
create or replace function crm_normalise_name(t text) returns text
language sql immutable parallel safe strict as $$
  select ${normalised}
$$;

create or replace function crm_joined_name_key(t text) returns text
language plpgsql immutable parallel safe strict as $$ begin return (
  select coalesce(rtrim(string_agg(
    case when word = any ('{${NAME_PREFIXES.join(',')}}'::text[]) then word else word || ' ' end,
    '' order by place), ' '), '')
  from string_to_table(${normalised}, ' ') with ordinality as words(word, place)
); end $$;
`;
