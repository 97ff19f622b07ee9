// @ts-check
/** `npm run demo`: from a fresh clone to a filled association in the browser. */
import * as fs from 'node:fs';
import { reasonOfDeath, startApp, untilServing } from './lib/app.mjs';
import { buildStale } from './lib/build.mjs';
import { checkNode, checkPort, checkSpace } from './lib/checks.mjs';
import { openDatabase } from './lib/database.mjs';
import { summary } from './lib/demo-summary.mjs';
import { demoEnvironment, portOf, readDotEnv } from './lib/environment.mjs';
import { installIfNeeded } from './lib/install.mjs';
import { takeLock } from './lib/lock.mjs';
import { dataDirectory, inRoot } from './lib/paths.mjs';
import { main, say } from './lib/say.mjs';
import { session } from './lib/session.mjs';

const demoFile = inRoot('.tmp/demo.json');
const log = inRoot('.tmp/demo.log');

/** @param {(undo: import('./lib/session.mjs').Undo) => void} onStop */
async function demo(onStop) {
  readDotEnv();
  const port = portOf(process.env.PORT);
  const host = process.env.HOST || '127.0.0.1';
  const dataDir = dataDirectory();

  const lock = takeLock(dataDir, { what: 'demo', port });
  onStop(lock.release);
  // After a kill -9 the old application needs a moment to notice it and let the port go.
  await checkPort(host, port, 'npm run demo', lock.crashed?.port === port ? 10_000 : 0);
  await installIfNeeded();
  await buildStale();
  checkSpace(dataDir, 200);

  const databaseUrl = await openDatabase(onStop);

  fs.rmSync(demoFile, { force: true });
  say('app.filling');
  const basis = demoEnvironment(process.env, databaseUrl);
  const publicUrl = basis.PUBLIC_URL ?? '';
  const env = {
    ...basis,
    NODE_ENV: 'production',
    CRM_DEMO: '1',
    CRM_DEMO_FILE: demoFile,
  };
  const app = startApp(env, { log });
  onStop(app.stop);
  await untilServing(app, { host, port });
  const accounts = fs.existsSync(demoFile) ? JSON.parse(fs.readFileSync(demoFile, 'utf8')) : {};
  process.stdout.write(summary(accounts, { url: publicUrl, log }));
  await app.ended;
  throw await reasonOfDeath(app);
}

await main(async () => {
  checkNode();
  process.exit(await session(demo));
});
