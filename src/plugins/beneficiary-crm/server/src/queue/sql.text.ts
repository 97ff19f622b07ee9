import type { Knex } from 'knex';

/** A piece of SQL and what stands for its question marks. */
export interface Sql {
  text: string;
  values: Knex.RawBinding[];
}

export const sql = (text: string, ...values: readonly unknown[]): Sql => ({
  text,
  values: values as Knex.RawBinding[],
});

/** All of these at once. */
export const both = (...all: readonly Sql[]): Sql =>
  all.length === 0
    ? sql('true')
    : sql(all.map(({ text }) => text).join(' and '), ...all.flatMap(({ values }) => values));
