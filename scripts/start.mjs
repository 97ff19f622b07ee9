// @ts-check
/** `npm start`: production. Secrets from the environment, everything built before. */
import { startApp } from './lib/app.mjs';
import { checkBuilt } from './lib/build.mjs';
import { checkNode, checkPort, checkSpace } from './lib/checks.mjs';
import { openDatabase } from './lib/database.mjs';
import { portOf, productionEnvironment, readDotEnv } from './lib/environment.mjs';
import { isInstalled } from './lib/install.mjs';
import { takeLock } from './lib/lock.mjs';
import { dataDirectory } from './lib/paths.mjs';
import { main, say, Stop } from './lib/say.mjs';
import { assertProductionSecrets } from './lib/secrets.mjs';
import { session } from './lib/session.mjs';

/** @param {(undo: import('./lib/session.mjs').Undo) => void} onStop */
async function start(onStop) {
  readDotEnv();
  assertProductionSecrets(process.env);
  if (!isInstalled()) throw new Stop('install.missing');
  checkBuilt();
  const port = portOf(process.env.PORT);
  const dataDir = dataDirectory();
  // Several instances may share one PostgreSQL; the embedded one belongs to one of them.
  if (!process.env.DATABASE_URL) {
    const lock = takeLock(dataDir, { what: 'start', port });
    onStop(lock.release);
    await checkPort(process.env.HOST || '0.0.0.0', port, 'npm start', lock.crashed ? 10_000 : 0);
    checkSpace(dataDir, 200);
    say('postgres.embedded', { directory: dataDir });
  } else await checkPort(process.env.HOST || '0.0.0.0', port, 'npm start');

  const databaseUrl = await openDatabase(onStop);
  say('app.starting');
  const app = startApp(productionEnvironment(process.env, databaseUrl));
  onStop(app.stop);
  return app.ended;
}

await main(async () => {
  checkNode();
  process.exit(await session(start));
});
