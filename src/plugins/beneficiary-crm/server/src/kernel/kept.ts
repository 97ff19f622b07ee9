import type { Knex } from 'knex';

/**
 * What the association changes seldom and every request needs: held in memory, and read anew when its stamp has
 * changed. Stamps are asked of the database each time, so that nobody goes by what another server has replaced.
 */

/** SQL of a text that is another one whenever the thing is another one; null while there is none. By name. */
const stamps = new Map<string, string>();
type Stamps = Readonly<Record<string, string | null>>;

const asked = new WeakMap<Knex, Promise<Stamps>>();
const held = new WeakMap<object, Map<string, { stamp: string | null; value: unknown }>>();

const columnsOf = (names: readonly string[]): string =>
  names.map((name) => `(${stamps.get(name) ?? 'null'})::text as "${name}"`).join(', ');

/** All stamps as columns, for a statement that a transaction begins with anyway; its row goes to `holdStamps`. */
export const stampColumns = (): string => columnsOf([...stamps.keys()]);
export const holdStamps = (trx: Knex.Transaction, row: Stamps): void =>
  void asked.set(trx, Promise.resolve(row));

async function ask(db: Knex, names: readonly string[]): Promise<Stamps> {
  const { rows } = (await db.raw(`select ${columnsOf(names)}`)) as { rows: Stamps[] };
  if (!rows[0]) throw new Error('stamps are one row');
  return rows[0];
}

/** In a transaction all stamps are asked for at once, the first time that one is needed. */
function stampsIn(db: Knex, name: string): Promise<Stamps> {
  if (!db.isTransaction) return ask(db, [name]);
  const before = asked.get(db);
  if (before) return before;
  const now = ask(db, [...stamps.keys()]);
  asked.set(db, now);
  return now;
}

/** Stamp of a table whose newest version is in force. With its transaction: a version that was rolled back is another. */
export const newestVersion = (table: string): string =>
  `select concat_ws(' ', version, xmin) from ${table} order by version desc limit 1`;

/** Of whoever changes one of the things: what its transaction reads from then on is the new one. */
export const forgetKept = (trx: Knex): void => void asked.delete(trx);

/**
 * @param stamp SQL of a scalar, without parameters
 * @returns reads one part of the thing, from memory where it is the same as last time; what is `undefined` is not held
 */
export function keptBy(name: string, stamp: string) {
  stamps.set(name, stamp);
  return async <Value>(db: Knex, part: string, read: () => Promise<Value>): Promise<Value> => {
    const { [name]: current = null } = await stampsIn(db, name);
    // A transaction's client shares the configuration of the one that it came from.
    const config = (db.client as { config: object }).config;
    const all = held.get(config) ?? new Map<string, { stamp: string | null; value: unknown }>();
    held.set(config, all);
    const key = `${name} ${part}`;
    const last = all.get(key);
    if (last && last.stamp === current) return last.value as Value;
    const value = await read();
    if (value !== undefined) all.set(key, { stamp: current, value });
    return value;
  };
}
