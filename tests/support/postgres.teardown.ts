import './postgres.setup';

/** Stops the PostgreSQL of the run after the last suite that uses it. */
export default async function teardown(): Promise<void> {
  const shared = globalThis.testPostgres;
  if (!shared) return;
  shared.users -= 1;
  if (shared.users > 0) return;
  globalThis.testPostgres = undefined;
  await shared.stop();
}
