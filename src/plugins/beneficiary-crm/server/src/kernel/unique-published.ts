import type { Knex } from 'knex';

/**
 * Of what is published, no two documents share these columns in one language. Drafts may, until
 * one of them is published. Strapi's `indexes` cannot say this: a draft and its published version
 * are two rows with the same slug, and each publication has a date of its own.
 */
export async function uniquePublished(
  trx: Knex.Transaction,
  table: string,
  columns: readonly string[],
): Promise<void> {
  // Types of the application may be absent where the plugin runs without it.
  if (!(await trx.schema.hasTable(table))) return;
  const names = [...columns, 'locale'];
  await trx.raw(
    `create unique index if not exists ?? on ?? (${names.map(() => '??').join(', ')}) where published_at is not null`,
    [`${table}_${columns.join('_')}_published`, table, ...names],
  );
}
