import type { Knex } from 'knex';

/**
 * An attacker who has the whole database, PostgreSQL's own columns included, and pairs what people answered with
 * the invitations that were spent.
 */

export interface Held {
  id: string;
  /** the transaction that wrote the row last */
  xmin: number;
  /** where the row lies, as a number that grows from the first row of the table to the last */
  place: number;
  /** all that says where it belongs, as one text: pairs are looked for among rows that agree in it */
  crowd: string;
  [column: string]: unknown;
}

/** Every row of a table with what PostgreSQL knows of it. @param crowd SQL of a text */
export async function dump(db: Knex, from: string, crowd: string): Promise<Held[]> {
  const { rows } = (await db.raw(
    `select t.*, t.xmin::text::bigint::float as xmin, (${crowd}) as crowd,
            ((t.ctid::text::point)[0] * 100000 + (t.ctid::text::point)[1])::float as place from ${from}`,
  )) as { rows: Held[] };
  return rows;
}

type Order = (row: Held) => number | string;
/** One after the other; rows that a key does not tell apart stay as they lie. */
const sorted = (rows: readonly Held[], order: Order): Held[] =>
  rows
    .map((row) => ({ row, key: order(row) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.row.place - b.row.place))
    .map(({ row }) => row);

const text = (value: unknown): string =>
  value instanceof Date ? value.toISOString() : JSON.stringify(value ?? null);
const orders: Readonly<Record<string, Order>> = {
  place: ({ place }) => place,
  transaction: ({ xmin, place }) => xmin * 1e7 + place,
  id: ({ id }) => id,
};

export interface Guess {
  strategy: string;
  /** how many of the answers it leads to the right invitation */
  right: number;
}

/**
 * Every way of laying the answers beside the invitations of the same crowd: by place, by transaction, by id, and by
 * every column of the invitation, forwards and backwards.
 * @param belongs the truth: the invitation of an answer
 */
export function pairings(
  answers: readonly Held[],
  invitations: readonly Held[],
  belongs: (answer: Held) => string,
): Guess[] {
  const columns = Object.keys(invitations[0] ?? {}).filter(
    (name) => !['id', 'xmin', 'place', 'crowd'].includes(name),
  );
  const ofInvitations: [string, Order][] = [
    ...Object.entries(orders),
    ...columns.map((name): [string, Order] => [name, (row) => text(row[name])]),
  ];
  const crowds = [...new Set(answers.map(({ crowd }) => crowd))];
  const alike = (rows: readonly Held[], crowd: string) => rows.filter((row) => row.crowd === crowd);
  return Object.entries(orders).flatMap(([answerOrder, orderAnswers]) =>
    ofInvitations.flatMap(([invitationOrder, orderInvitations]) =>
      [false, true].map((backwards) => {
        let right = 0;
        for (const crowd of crowds) {
          const those = sorted(alike(invitations, crowd), orderInvitations);
          if (backwards) those.reverse();
          sorted(alike(answers, crowd), orderAnswers).forEach((answer, nth) => {
            if (those[nth]?.id === belongs(answer)) right += 1;
          });
        }
        const direction = backwards ? 'backwards' : 'forwards';
        return { strategy: `${answerOrder} by ${invitationOrder}, ${direction}`, right };
      }),
    ),
  );
}

/** The tables, of all schemas that hold data, in which a row was written by one of the transactions. */
export async function writtenBy(db: Knex, transactions: readonly number[]): Promise<string[]> {
  const { rows: tables } = (await db.raw(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
      where schemaname not in ('pg_catalog', 'information_schema') order by 1`,
  )) as { rows: { name: string }[] };
  const found: string[] = [];
  for (const { name } of tables) {
    const { rows } = (await db.raw(
      `select 1 from ${name} where xmin::text::bigint::float = any (?) limit 1`,
      [[...transactions]],
    )) as { rows: unknown[] };
    if (rows.length > 0) found.push(name);
  }
  return found;
}

/** The tables in which one of the texts stands anywhere in a row. */
export async function holding(db: Knex, texts: readonly string[]): Promise<string[]> {
  const { rows: tables } = (await db.raw(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
      where schemaname not in ('pg_catalog', 'information_schema') order by 1`,
  )) as { rows: { name: string }[] };
  const found: string[] = [];
  for (const { name } of tables) {
    const { rows } = (await db.raw(`select t::text as row from ${name} t`)) as {
      rows: { row: string }[];
    };
    if (rows.some(({ row }) => texts.some((one) => row.includes(one)))) found.push(name);
  }
  return found;
}
