import type { Migration } from '../kernel/migrate';
import { KINSHIP_WORDS } from './matching.rules';
import { NAME_SIGNS } from './search.rules';
import { keepNameWords, people, searchableNames } from './search.sql';

/**
 * Names as the words they are made of, and a dictionary of all words, by which those are found that are only begun
 * or a letter apart. `return` binds a function's body when it is made: a restore under an empty search path finds
 * its parts.
 */
export const searchMigration: Migration = {
  name: '0080-search',
  async up(trx) {
    // No unique index on the words: two who bring the same new name at once would wait for each other, and with two
    // names in two orders for ever. A word that stands there twice is found twice, and does no harm.
    await trx.raw(`
      create function crm_words_of_name(name text) returns text[]
      language sql immutable parallel safe strict
      return array(
        select word
        from string_to_table(
          lower(crm_joined_name_key(translate(name, '${NAME_SIGNS}', '${' '.repeat(NAME_SIGNS.length)}')) collate "C"), ' ')
          with ordinality as words (word, place)
        where word <> all ('{"",${KINSHIP_WORDS.join(',')}}'::text[])
        order by place);

      create function crm_spellings(word text) returns text[]
      language sql immutable parallel safe strict
      return array(
        select word
        union select regexp_replace(word, '^ال(...)', '\\1')
        union select overlay(word placing '' from place for 1) from generate_series(1, length(word)) as place);

      create table crm_name_words (
        word text collate "C" not null,
        spellings text[] not null generated always as (crm_spellings(word)) stored
      );
      create index crm_name_words_word on crm_name_words (word);
      create index crm_name_words_spellings on crm_name_words using gin (spellings) with (fastupdate = off);
      ${keepNameWords}
    `);
    await searchableNames(trx, people);
    await trx.raw(`
      create index crm_contact_points_end on crm_contact_points (reverse(value) collate "C") where kind <> 'email';
      drop index crm_beneficiaries_name;
    `);
  },
};
