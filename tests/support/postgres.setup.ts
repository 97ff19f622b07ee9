/** One PostgreSQL for all suites of a run that need one. */
interface Shared {
  users: number;
  stop: () => Promise<void>;
}
declare global {
  var testPostgres: Shared | undefined;
}

export default async function setup(): Promise<void> {
  if (globalThis.testPostgres) {
    globalThis.testPostgres.users += 1;
    return;
  }
  const { startTestPostgres } = await import('../../scripts/lib/test-postgres.mjs');
  const { url, stop } = await startTestPostgres();
  globalThis.testPostgres = { users: 1, stop };
  process.env.TEST_DATABASE_SERVER = url;
}
