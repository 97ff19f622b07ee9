// @ts-check
/** What benchmarks share: the product on a database of its own, and how times are taken. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { testEnvironment } from '../../../scripts/lib/environment.mjs';
import { inRoot } from '../../../scripts/lib/paths.mjs';
import { ensureDatabase } from '../../../scripts/lib/postgres.mjs';
import { startTestPostgres } from '../../../scripts/lib/test-postgres.mjs';

const require = createRequire(import.meta.url);

/**
 * Boots the compiled product on an empty database. `BENCH_DATABASE_URL`: the server of that address instead of a
 * new one, whose databases stay, so that what took long to load is there at the next run.
 * @param {string} name of the database
 * @param {string} [distDir] another compiled application
 */
export async function openBench(name, distDir = inRoot('dist')) {
  const kept = process.env.BENCH_DATABASE_URL;
  const server = kept ? { url: kept, stop: () => Promise.resolve() } : await startTestPostgres();
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'crm-bench-'));
  Object.assign(process.env, testEnvironment(process.env), {
    DATABASE_URL: await ensureDatabase(server.url, name),
    DATA_DIR: dataDir,
    CRM_JOBS: 'off',
    STARTUP_LOG: 'false',
  });
  const { createStrapi } = require('@strapi/strapi');
  const app = createStrapi({ appDir: inRoot('.'), distDir });
  for (const transport of app.log.transports) transport.silent = true;
  app.dirs.static.public = path.join(dataDir, 'public');
  mkdirSync(path.join(dataDir, 'public/uploads'), { recursive: true });
  await app.load();
  return {
    app,
    crm: app.plugin('beneficiary-crm').service('crm').get(),
    close: async () => {
      await app.destroy();
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** @typedef {{ median: number, p95: number, worst: number, n: number }} Times milliseconds */

/** @param {readonly number[]} times @returns {Times} */
export function timesOf(times) {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (/** @type {number} */ share) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { median: at(0.5), p95: at(0.95), worst: at(1), n: sorted.length };
}

/** How long each takes, one after the other. @template T @param {readonly T[]} inputs @param {(input: T) => Promise<unknown>} run */
export async function measure(inputs, run) {
  const times = [];
  for (const input of inputs) {
    const started = performance.now();
    await run(input);
    times.push(performance.now() - started);
  }
  return timesOf(times);
}

/** The memory of this process, looked at ten times a second until it is read. */
export function watchMemory() {
  let most = 0;
  const look = () => (most = Math.max(most, process.memoryUsage.rss()));
  look();
  const timer = setInterval(look, 100);
  return {
    /** @returns {number} the most that was held, in MB */
    most: () => {
      look();
      clearInterval(timer);
      return Math.round(most / 1_048_576);
    },
  };
}
