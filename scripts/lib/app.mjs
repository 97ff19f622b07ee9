// @ts-check
/** Starting the application as a child process, waiting until it serves, stopping it. */
import { fork } from 'node:child_process';
import * as fs from 'node:fs';
import path from 'node:path';
import { inRoot } from './paths.mjs';
import { until } from './processes.mjs';
import { remind, Stop } from './say.mjs';

const runner = inRoot('scripts/lib/app-child.mjs');

/** @typedef {import('node:child_process').ChildProcess} ChildProcess */
/**
 * @typedef {object} App
 * @property {Promise<number>} ended its exit code
 * @property {() => boolean} lives
 * @property {() => Promise<void>} stop gently, then not
 * @property {string} log path of its log; empty when it writes to the terminal
 */

/**
 * @param {Record<string, string | undefined>} env
 * @param {{ log?: string }} [options] without `log` it writes to the terminal
 * @returns {App}
 */
export function startApp(env, { log = '' } = {}) {
  if (log) fs.mkdirSync(path.dirname(log), { recursive: true });
  const output = log ? fs.openSync(log, 'w', 0o600) : 'inherit';
  // Detached: Ctrl-C in the terminal reaches us alone, and we stop things in their order.
  const child = fork(runner, { env, detached: true, stdio: ['ignore', output, output, 'ipc'] });
  if (typeof output === 'number') fs.closeSync(output);
  const ended = new Promise((resolve) => child.on('exit', (code) => resolve(code ?? 1)));
  const lives = () => child.exitCode === null && child.signalCode === null;
  const stop = async () => {
    if (!lives()) return;
    child.kill('SIGTERM');
    if (!(await until(() => !lives(), 15_000))) child.kill('SIGKILL');
    await ended;
  };
  return { ended, lives, stop, log };
}

/** @param {string} file */
export const logTail = (file) =>
  file && fs.existsSync(file)
    ? fs.readFileSync(file, 'utf8').trim().split('\n').slice(-25).join('\n')
    : '';

/** @param {App} app @returns {Promise<Stop>} why it ended */
export async function reasonOfDeath(app) {
  const tail = logTail(app.log);
  if (/ENOSPC|no space left on device/i.test(tail)) return new Stop('disk.full');
  return new Stop('app.died', { code: await app.ended, log: app.log, tail });
}

/** @param {string} host to listen on @param {number} port */
const healthUrl = (host, port) => {
  const reachable = ['0.0.0.0', '::', 'localhost'].includes(host) ? '127.0.0.1' : host;
  return `http://${reachable.includes(':') ? `[${reachable}]` : reachable}:${port}/_health`;
};

/**
 * Waits until the application answers, telling every ten seconds that it works.
 * @param {App} app
 * @param {{ host: string, port: number, seconds?: number }} options
 * @throws {Stop} when it ends or takes longer
 */
export async function untilServing(app, { host, port, seconds = 600 }) {
  const done = remind();
  const serves = async () => {
    if (!app.lives()) throw await reasonOfDeath(app);
    const answer = await fetch(healthUrl(host, port), { signal: AbortSignal.timeout(2000) }).catch(
      () => undefined,
    );
    return answer?.status === 204;
  };
  try {
    if (await until(serves, seconds * 1000)) return;
  } finally {
    done();
  }
  throw new Stop('app.slow', { seconds, log: app.log, tail: logTail(app.log) });
}
