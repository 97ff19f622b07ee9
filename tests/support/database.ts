import { randomBytes } from 'node:crypto';

export interface TestDatabase {
  url: string;
  drop(): Promise<void>;
}

/** The PostgreSQL of this run, as the url of its database `postgres`. */
export function databaseServer(): string {
  const url = process.env.TEST_DATABASE_SERVER;
  if (!url)
    throw new Error('No test PostgreSQL: the suite needs the global setup of jest.config.cjs');
  return url;
}

/**
 * Creates a database on the PostgreSQL of this run.
 * @param name unique by itself when left out
 * @param template name of a database to copy, to which nobody may be connected
 */
export async function createTestDatabase(
  name = `test_${randomBytes(6).toString('hex')}`,
  template?: string,
): Promise<TestDatabase> {
  const { ensureDatabase, dropDatabase } = await import('../../scripts/lib/postgres.mjs');
  const url = await ensureDatabase(databaseServer(), name, template);
  return { url, drop: () => dropDatabase(databaseServer(), name) };
}
