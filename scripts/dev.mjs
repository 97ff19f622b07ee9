// @ts-check
/** `npm run dev`: everything is built again when a source changes, on the embedded PostgreSQL. */
import { spawn } from 'node:child_process';
import { buildStale } from './lib/build.mjs';
import { checkNode, checkPort } from './lib/checks.mjs';
import { openDatabase } from './lib/database.mjs';
import { demoEnvironment, portOf, readDotEnv } from './lib/environment.mjs';
import { installIfNeeded } from './lib/install.mjs';
import { takeLock } from './lib/lock.mjs';
import { binScript, websiteBuild } from './lib/parts.mjs';
import { dataDirectory, pluginRoot, root, siteRoot } from './lib/paths.mjs';
import { until } from './lib/processes.mjs';
import { main, say, Stop } from './lib/say.mjs';
import { session } from './lib/session.mjs';

/** @param {(undo: import('./lib/session.mjs').Undo) => void} onStop */
async function dev(onStop) {
  readDotEnv();
  const port = portOf(process.env.PORT);
  const lock = takeLock(dataDirectory(), { what: 'dev', port });
  onStop(lock.release);
  await checkPort('127.0.0.1', port, 'npm run dev', lock.crashed ? 10_000 : 0);
  await installIfNeeded();
  await buildStale({ only: ['plugin', 'app', 'website'] });
  const env = {
    ...demoEnvironment(process.env, await openDatabase(onStop)),
    NODE_ENV: 'development',
  };

  /** @param {string} name @param {string} cwd @param {string[]} args @returns {Promise<never>} */
  const watch = (name, cwd, args) => {
    const child = spawn(process.execPath, args, { cwd, env, detached: true, stdio: 'inherit' });
    // The whole group: Strapi's watcher forks.
    const end = (/** @type {NodeJS.Signals} */ signal) =>
      child.pid && process.kill(-child.pid, signal);
    onStop(async () => {
      if (child.exitCode !== null) return;
      end('SIGTERM');
      if (!(await until(() => child.exitCode !== null || child.signalCode !== null, 8000)))
        end('SIGKILL');
    });
    return new Promise((_, reject) =>
      child.on('exit', (code) => reject(new Stop('dev.ended', { name, code: code ?? 0 }))),
    );
  };
  say('dev.ready');
  // Strapi restarts on a changed source of the plugin; by then tsc, which is faster, has compiled it.
  return Promise.race([
    watch('plugin', pluginRoot, [
      binScript('typescript', 'bin/tsc', root),
      ...['-p', 'tsconfig.json', '--watch', '--preserveWatchOutput'],
    ]),
    watch('website', siteRoot, [
      binScript('vite', 'bin/vite.js', siteRoot),
      ...websiteBuild,
      '--watch',
    ]),
    watch('strapi', root, [binScript('@strapi/strapi', 'bin/strapi.js', root), 'develop']),
  ]);
}

await main(async () => {
  checkNode();
  process.exit(await session(dev));
});
