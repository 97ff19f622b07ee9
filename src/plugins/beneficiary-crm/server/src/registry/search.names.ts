import type { Knex } from 'knex';
import { isNear, matchName } from './search.rules';
import type { NameMatch } from './search.rules';
import { MERGED } from './search.sql';
import type { NameTable } from './search.sql';

type Bindings = (string | string[])[];
interface Condition {
  sql: string;
  bindings: Bindings;
}

/** Sorts behind every letter. */
const LAST = '\u{10FFFF}';
/** More of one kind than anybody reads; what is beyond is found by typing one word more. */
const MOST = 200;

/** The name from its first word on; the last one may be only begun. In the order of the names. */
const fromTheFirst = (words: readonly string[]): Condition => ({
  sql: `name_words >= ?::text[] and name_words < ?::text[] order by name_words`,
  bindings: [[...words], [...words.slice(0, -1), `${words.at(-1) ?? ''}${LAST}`]],
});

/** Rows in which a word that was typed twice stands twice. */
const asOften = (words: readonly string[]): Condition[] =>
  [...new Set(words.filter((word, place) => words.indexOf(word) !== place))].map((word) => ({
    sql: 'cardinality(array_positions(name_words, ?)) > 1',
    bindings: [word],
  }));

const all = (conditions: readonly Condition[]): Condition => ({
  sql: conditions.map(({ sql }) => sql).join(' and '),
  bindings: conditions.flatMap(({ bindings }) => bindings),
});

const contains = (indexed: string, words: readonly string[]): Condition => ({
  sql: `${indexed} @> ?::text[]`,
  bindings: [[...words]],
});
const oneOf = (indexed: string, words: readonly string[]): Condition => ({
  sql: `${indexed} && ?::text[]`,
  bindings: [[...new Set(words)]],
});

/** For each word those of the dictionary that begin with it, and those that are a letter apart from it. */
async function likeWords(db: Knex, words: readonly string[]) {
  const { rows } = (await db.raw(
    `select typed.place::integer - 1 as place, known.word
      from unnest(?::text[]) with ordinality as typed (word, place)
      cross join lateral (
        (select word from crm_name_words
          where word >= typed.word and word < typed.word || ? order by length(word) limit 40)
        union
        select word from crm_name_words where spellings && crm_spellings(typed.word)
      ) known`,
    [[...words], LAST],
  )) as { rows: { place: number; word: string }[] };
  return words.map((typed, index) => {
    const known = rows.flatMap(({ place, word }) => (place === index ? [word] : []));
    return {
      begun: [typed, ...known.filter((word) => word !== typed && word.startsWith(typed))],
      near: known.filter((word) => isNear(typed, word)),
    };
  });
}

/** What to look for, the best first; the dictionary is asked only when the words as typed are not enough. */
async function* conditions(
  db: Knex,
  words: readonly string[],
  { indexed, branch }: NameQuery,
): AsyncGenerator<Condition> {
  const own = branch === null ? [] : [oneOf(indexed, [`@${branch}`, MERGED])];
  const often = asOften(words);
  const given = words.map((word) => `^${word}`);
  // In the order of all names those of a small branch lie far apart: a delegate begins with the words.
  if (branch === null) yield fromTheFirst(words);
  yield all([contains(indexed, words), oneOf(indexed, given), ...own, ...often]);
  if (words.length > 1 || branch !== null) yield all([contains(indexed, words), ...own, ...often]);
  const like = await likeWords(db, words);
  const [first, ...others] = like.map(({ begun }) => begun);
  // What the order of names is to others, the given name is to a delegate: few before many.
  if (first && branch !== null)
    yield all([
      oneOf(
        indexed,
        first.map((word) => `^${word}`),
      ),
      ...others.map((begun) => oneOf(indexed, begun)),
      ...own,
    ]);
  if (like.some(({ begun }) => begun.length > 1))
    yield all([...like.map(({ begun }) => oneOf(indexed, begun)), ...own]);
  if (like.some(({ near }) => near.length > 0))
    yield all([...like.map(({ begun, near }) => oneOf(indexed, [...begun, ...near])), ...own]);
}

export interface NameRow {
  /** whom the row speaks of */
  id: string;
  name_words: string[];
}

/** Where to look, and what to read there. */
export interface NameQuery extends Pick<NameTable, 'indexed'> {
  /** of a delegate, who finds the own branch only; null: all branches */
  branch: string | null;
  /** the query of rows where a condition holds; its own bindings follow those of the condition */
  sql: (condition: string) => string;
  bindings: string[];
}

/** Whose name the words are, in no order: the best match of each. Stops once more than `wanted` are found. */
export async function findByName<Row extends NameRow>(
  db: Knex,
  words: readonly string[],
  wanted: number,
  query: NameQuery,
): Promise<(Row & NameMatch)[]> {
  if (words.length === 0) return [];
  return db.transaction(async (trx) => {
    // That common words seldom meet is not in the statistics: a plan that counts on it would read all names.
    await trx.raw('set local enable_seqscan = off');
    const found = new Map<string, Row & NameMatch>();
    for await (const { sql, bindings } of conditions(trx, words, query)) {
      const { rows } = (await trx.raw(query.sql(`${sql} limit ${MOST}`), [
        ...bindings,
        ...query.bindings,
      ])) as { rows: Row[] };
      for (const row of rows) {
        const match = matchName(words, row.name_words);
        const before = found.get(row.id);
        if (match && (!before || match.rank < before.rank)) found.set(row.id, { ...row, ...match });
      }
      if (found.size > wanted) break;
    }
    return [...found.values()];
  });
}
