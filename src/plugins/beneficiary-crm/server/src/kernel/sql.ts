import type { Knex } from 'knex';

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

/** A row that is written together with others; with `once`, only where no row has the same in this column yet. */
export interface NewRow {
  table: string;
  row: Readonly<Record<string, unknown>>;
  once?: string;
}

/** Inserts rows of several tables in one statement; what they refer to of one another is checked at its end. */
export async function insertTogether(
  trx: Knex.Transaction,
  [first, ...others]: readonly [NewRow, ...NewRow[]],
): Promise<void> {
  const insert = ({ table, row, once }: NewRow) => {
    const query = trx(table).insert(row);
    return once === undefined ? query : query.onConflict(once).ignore();
  };
  const query = insert(first);
  for (const [at, other] of others.entries()) void query.with(`row_${at}`, insert(other));
  await query;
}
