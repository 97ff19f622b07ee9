// @ts-check
/** `npm run seed`: fills the current database with the demo association, and ends. */
import { reasonOfDeath, startApp } from './lib/app.mjs';
import { buildStale } from './lib/build.mjs';
import { checkNode } from './lib/checks.mjs';
import { openDatabase } from './lib/database.mjs';
import { demoEnvironment, readDotEnv } from './lib/environment.mjs';
import { installIfNeeded } from './lib/install.mjs';
import { inRoot } from './lib/paths.mjs';
import { main, say } from './lib/say.mjs';
import { session } from './lib/session.mjs';

/** @param {(undo: import('./lib/session.mjs').Undo) => void} onStop */
async function seed(onStop) {
  readDotEnv();
  await installIfNeeded();
  await buildStale({ only: ['plugin', 'app'] });
  const databaseUrl = await openDatabase(onStop, { visit: true });
  say('seed.working');
  const env = {
    ...demoEnvironment(process.env, databaseUrl),
    NODE_ENV: 'production',
    CRM_DEMO: '1',
    CRM_SEED_ONLY: '1',
    CRM_DEMO_FILE: inRoot('.tmp/seed.json'),
  };
  const app = startApp(env, { log: inRoot('.tmp/seed.log') });
  onStop(app.stop);
  if ((await app.ended) !== 0) throw await reasonOfDeath(app);
  say('seed.done');
}

await main(async () => {
  checkNode();
  process.exit(await session(seed));
});
