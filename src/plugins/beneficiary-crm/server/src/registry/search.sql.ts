import type { Knex } from 'knex';

/** A table of names that is searched. */
export interface NameTable {
  table: string;
  /** the column of the name */
  name: string;
  /**
   * What the index by word holds, in SQL: each word of the name, the given name once more as `^name`, and the
   * branch as `@branch`, so that a delegate's search reads the own branch only.
   */
  indexed: string;
  /** which rows are searched, as `where …`; left out: all */
  only?: string;
}

/** @param branch the mark of the row's branch, in SQL */
export const indexedWords = (branch: string): string =>
  `(name_words || ('^' || name_words[1]) || ${branch})`;

/** A file that was merged may speak through a file of another branch: it is looked at whatever its own. */
export const MERGED = '@*';

export const people: NameTable = {
  table: 'crm_beneficiaries',
  name: 'name',
  indexed: indexedWords(
    `(case when root_id = id then '@' || coalesce(branch, '') else '${MERGED}' end)`,
  ),
};

const unknownWords = (rows: string) => `
  insert into crm_name_words (word)
    select distinct word from ${rows} as words (word)
    where length(word) between 2 and 40
      and not exists (select from crm_name_words known where known.word = words.word)`;

/** The functions of the triggers that keep the dictionary of words, whichever road a name comes in by. */
export const keepNameWords = `
  create function crm_keep_name_words() returns trigger language plpgsql as $$
  begin
    ${unknownWords('brought, unnest(brought.name_words)')};
    return null;
  end $$;
  create function crm_keep_changed_name_words() returns trigger language plpgsql as $$
  begin
    ${unknownWords('unnest(new.name_words)')};
    return null;
  end $$;`;

/**
 * Makes the names of a table searchable: the words of each name, one index in their order (a name typed from its
 * beginning) and one by each word. Written at once, not gathered for later: a search during an import stays quick.
 */
export async function searchableNames(
  trx: Knex.Transaction,
  { table, name, indexed, only = '' }: NameTable,
): Promise<void> {
  await trx.raw(`
    alter table ${table}
      add column name_words text[] collate "C" generated always as (crm_words_of_name(${name})) stored;
    create index ${table}_in_order on ${table} (name_words) ${only};
    create index ${table}_words on ${table} using gin (${indexed}) with (fastupdate = off) ${only};
    create trigger ${table}_words_brought after insert on ${table}
      referencing new table as brought for each statement execute function crm_keep_name_words();
    create trigger ${table}_words_changed after update of ${name} on ${table}
      for each row when (old.${name} <> new.${name}) execute function crm_keep_changed_name_words();
    ${unknownWords(`${table}, unnest(name_words)`)};
  `);
}
