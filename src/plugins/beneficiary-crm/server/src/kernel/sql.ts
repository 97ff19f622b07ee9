import type { Knex } from 'knex';
import { sha256 } from './vault';

/** The values of a closed list, as a `check (… in (…))` wants them. */
export const oneOf = (values: readonly string[]): string =>
  values.map((value) => `'${value}'`).join(', ');

type Read = () => PromiseLike<unknown>;

/** Reads several things at once; in a transaction one after the other, since its one connection takes one query. */
export async function readTogether<const Reads extends readonly Read[]>(
  db: Knex,
  reads: Reads,
): Promise<{ -readonly [At in keyof Reads]: Awaited<ReturnType<Reads[At]>> }> {
  const found: unknown[] = [];
  if (db.isTransaction) for (const read of reads) found.push(await read());
  else found.push(...(await Promise.all(reads.map((read) => read()))));
  return found as { -readonly [At in keyof Reads]: Awaited<ReturnType<Reads[At]>> };
}

/**
 * Inserts rows as one parameter: with ten thousand bindings the driver and the parser take more time than the
 * table. What a row leaves out is null; values of `json` columns are given as they are, not as text.
 */
export async function insertMany(
  trx: Knex.Transaction,
  table: string,
  rows: readonly Record<string, unknown>[],
): Promise<void> {
  if (rows.length === 0) return;
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const named = columns.map(() => '??').join(', ');
  await trx.raw(
    `insert into ?? (${named}) select ${named} from json_populate_recordset(null::??, ?::json)`,
    [table, ...columns, ...columns, table, JSON.stringify(rows)],
  );
}

/**
 * A row that is written together with others; with `once`, only where no row has the same in this column yet. What it
 * leaves out has the column's default; values of `json` columns are given as they are, not as text.
 */
export interface NewRow {
  table: string;
  row: Readonly<Record<string, unknown>>;
  once?: string;
}

/** A statement, or a part of one, with its values. */
export interface Sql {
  text: string;
  values: readonly unknown[];
}

/**
 * Runs a statement that comes again and again: each connection parses and plans its text once, which takes longer
 * than to run it. Only for texts of which there are few, since a connection keeps them all.
 */
export async function runPrepared<Row>(db: Knex, { text, values }: Sql): Promise<Row[]> {
  const { rows } = (await db
    .raw(text, values as Knex.RawBinding[])
    .options({ name: `crm_${sha256(text).slice(0, 32)}` })) as { rows: Row[] };
  return rows;
}

const named = (name: string): string => `"${name}"`;

/** Reads nothing: the end of a statement that only writes. */
export const nothing: Sql = { text: 'select where false', values: [] };

/** One statement that writes parts, by their names, and reads at its end; what it reads does not see them. */
export const withAll = (parts: readonly (readonly [name: string, part: Sql])[], end: Sql): Sql => ({
  text:
    parts.length === 0
      ? end.text
      : `with ${parts.map(([name, { text }]) => `${named(name)} as (${text})`).join(', ')} ${end.text}`,
  values: [...parts.map(([, part]) => part), end].flatMap(({ values }) => values),
});

/** The values are one parameter, as in `insertMany`. */
function insertOf({ table, row, once }: NewRow): Sql {
  const columns = Object.keys(row).filter((name) => row[name] !== undefined);
  const list = columns.map(named).join(', ');
  const conflict = once === undefined ? '' : ` on conflict (${named(once)}) do nothing`;
  return {
    text: `insert into ${named(table)} (${list})
      select ${list} from json_populate_record(null::${named(table)}, ?::json)${conflict}`,
    values: [JSON.stringify(row)],
  };
}

/**
 * Inserts rows of several tables in one statement; what they refer to of one another is checked at its end.
 * @param reading what is read in the same statement; it does not see the rows
 * @returns what was read
 */
export function insertTogether<Read = never>(
  trx: Knex,
  rows: readonly NewRow[],
  reading: Sql = nothing,
): Promise<Read[]> {
  const inserts = rows.map((row, at) => [`row_${at}`, insertOf(row)] as const);
  return runPrepared<Read>(trx, withAll(inserts, reading));
}
