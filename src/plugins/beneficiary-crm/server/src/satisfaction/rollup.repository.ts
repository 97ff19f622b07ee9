import type { Knex } from 'knex';
import type { ResponseRow } from './pool';

/** Counts the answers of a release in, within its transaction: figures are read from counts and not from rows. */
export async function countIn(
  _trx: Knex.Transaction,
  _rows: readonly ResponseRow[],
): Promise<void> {
  // The counts come with the rollup.
}
